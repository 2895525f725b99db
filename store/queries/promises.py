"""Promises with a day: those of an owner's settled notes, and what is still to be done with one contact or company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import InteractionFields
from store.judgement.promises import Later, fulfilled_by
from store.models.private.message import Message, Participation
from store.models.private.promise import PromiseWord
from store.models.private.suggestion import Suggestion
from store.models.shared.commitment import Commitment
from store.models.shared.interaction import InteractionParticipant
from store.rows import among

DONE_FOR = timedelta(days=30)  # what was done is shown so long
OVERDUE_FOR = timedelta(days=90)  # on records; its owner sees it until it is done
MOST = 200
SAID_IN = text("""
select m.thread_id, m.sent_at, c ->> 'key' as key from message m, jsonb_array_elements(m.commitments) c
where m.owner_id = :owner and m.commitments <> '[]' and c ->> 'key' = any(:keys)
""")


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise or request as a page tells it.

    Attributes:
        doer, other: addresses of whoever is to do it, and for whom; with the names that they had there.
        note_id: the shared note, None while nobody else sees it.
        approvers: who shared it.
        seems_done: the later mail that seems to do it.
    """

    key: str
    asked: bool
    ours: bool
    doer: str
    doer_name: str
    other: str
    other_name: str
    words: str
    due_on: date
    done_at: datetime | None
    note_id: UUID | None = None
    approvers: tuple[UUID, ...] = ()
    seems_done: Later | None = None


def of_owner(session: Session, owner_id: UUID, now: datetime) -> list[Promised]:
    """Everything of an owner's settled notes that is to be done or was done lately, by day."""
    shared = _shared(session, session.scalars(select(Commitment).where(Commitment.approver_id == owner_id)))
    found = {each.key: each for each in (*_own(session, owner_id), *shared)}
    words = {row.key: row for row in session.scalars(select(PromiseWord).where(PromiseWord.key.in_(found)))}
    said = [_as_said(each, words[key]) if key in words else each for key, each in found.items()]
    shown = [each for each in said if each.done_at is None or each.done_at > now - DONE_FOR]
    evidence = _evidence(session, owner_id, [each for each in shown if each.done_at is None], words)
    return sorted(
        (replace(each, seems_done=evidence.get(each.key)) for each in shown), key=lambda each: (each.due_on, each.key)
    )[:MOST]


def _as_said(each: Promised, word: PromiseWord) -> Promised:
    return replace(each, done_at=word.done_at, due_on=word.due_on or each.due_on)


def shared_with(session: Session, addresses: Collection[str], domains: Collection[str], today: date) -> list[Promised]:
    """What is or was to be done by or for these addresses, or anybody at these domains; shared rows alone, by day."""
    theirs = among(Commitment.their_domain, domains)
    sides = or_(among(Commitment.doer, addresses), among(Commitment.other, addresses), theirs)
    asked = select(Commitment).where(sides, Commitment.due_on >= today - OVERDUE_FOR)
    rows = session.scalars(asked.order_by(Commitment.due_on.desc(), Commitment.id).limit(MOST))
    return sorted(_shared(session, rows), key=lambda each: (each.due_on, each.key))


def of_note(session: Session, note_id: UUID) -> list[Promised]:
    """What a shared note says is to be done, by day."""
    rows = session.scalars(select(Commitment).where(Commitment.interaction_id == note_id))
    return sorted(_shared(session, rows), key=lambda each: (each.due_on, each.key))


def _shared(session: Session, rows: Iterable[Commitment]) -> list[Promised]:
    """Shared rows, one for each promise whoever approved it; done as soon as one of them says so."""
    by_key: dict[str, list[Commitment]] = defaultdict(list)
    for row in rows:
        by_key[row.key].append(row)
    names = _names(session, [row for alike in by_key.values() for row in alike])
    return [_one(alike, names) for alike in by_key.values()]


def _one(rows: Sequence[Commitment], names: Mapping[tuple[UUID, str], str]) -> Promised:
    first = min(rows, key=lambda row: row.id)
    doer, other = (names.get((first.decision_id, address), address) for address in (first.doer, first.other))
    done = [row.done_at for row in rows if row.done_at]
    return Promised(
        first.key, first.asked, first.ours, first.doer, doer, first.other, other, first.words, first.due_on,
        min(done) if done else None, first.interaction_id, tuple(sorted({row.approver_id for row in rows})),
    )  # fmt: skip


def _names(session: Session, rows: Iterable[Commitment]) -> dict[tuple[UUID, str], str]:
    decisions = {row.decision_id for row in rows}
    table = InteractionParticipant
    asked = select(table.decision_id, table.address, table.name).where(among(table.decision_id, decisions))
    found = session.execute(asked) if decisions else ()
    return {(decision_id, address): name for decision_id, address, name in found if name}


def _own(session: Session, owner_id: UUID) -> Iterator[Promised]:
    """Of notes that only their owner sees: kept private, or still held."""
    settled = Suggestion.state.in_(("approved", "private")), Suggestion.kind == "interaction"
    has_some = func.jsonb_array_length(func.coalesce(Suggestion.fields["promises"], text("'[]'::jsonb"))) > 0
    for row in session.scalars(select(Suggestion).where(Suggestion.owner_id == owner_id, *settled, has_some)):
        fields = fields_as_seen(row)
        if isinstance(fields, InteractionFields) and not (row.is_history and row.state == "private"):
            names = {one.address: one.name or one.address for one in fields.people}
            for each in fields.promises:
                doer, other = names.get(each.doer, each.doer), names.get(each.other, each.other)
                yield Promised(
                    each.key, each.asked, each.ours, each.doer, doer, each.other, other, each.words, each.due_on, None
                )


def _evidence(
    session: Session, owner_id: UUID, promised: Sequence[Promised], words: Mapping[str, PromiseWord]
) -> dict[str, Later]:
    """The later mails of the owner's own mailbox that seem to do what is still open, by promise."""
    by_key = {each.key: each for each in promised}
    said_in = session.execute(SAID_IN, {"owner": owner_id, "keys": list(by_key)}).all() if by_key else []
    threads = _later(session, owner_id, {row.thread_id for row in said_in})
    found = {}
    for row in said_in:
        each = by_key[row.key]
        refused = words[row.key].not_by if row.key in words else None
        mails = [mail for sender, mail in threads[row.thread_id] if sender == each.doer and mail.at > row.sent_at]
        done = fulfilled_by(each.words, [mail for mail in mails if mail.message_id != refused])
        if done:
            found[row.key] = done
    return found


def _later(session: Session, owner_id: UUID, threads: Collection[UUID]) -> Mapping[UUID, list[tuple[str, Later]]]:
    """The mails of threads, oldest first, each with its sender."""
    asked = (
        select(Message, Participation.address)
        .join(Participation, (Participation.message_id == Message.id) & (Participation.role == "from"))
        .where(Message.owner_id == owner_id, Message.thread_id.in_(threads), Message.kind == "person")
        .order_by(Message.sent_at)
    )
    found: dict[UUID, list[tuple[str, Later]]] = defaultdict(list)
    for message, sender in session.execute(asked) if threads else ():
        names = tuple(each["name"] for each in message.attachments if each["name"])
        found[message.thread_id].append((sender, Later(message.id, message.sent_at, names, _written(message))))
    return found


def _written(message: Message) -> str:
    """What its author wrote, without what is quoted."""
    whole = next((source["text"] for source in message.sources if source["name"] == "text"), "")
    spans = [each["span"] for each in message.segments if each["kind"] == "new"]
    return "\n".join(whole[span["start"] : span["end"]] for span in spans)
