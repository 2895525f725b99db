"""Records what was read: mails, the threads they form, meetings. The same reading recorded twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from extract.facts import ParsedMessage
from store.answers import record_answers
from store.commitments import commitments
from store.dealings import dealings
from store.details import Said, insert_details
from store.judgement import threads
from store.meetings import record_meetings
from store.models.private.message import Message, Thread, ThreadKey
from store.models.private.suggestion import Suggestion
from store.participations import Presence, insert_participations
from store.recording import (
    Item,
    Owner,
    Touched,
    answered_by,
    column,
    first_signs,
    folder_of,
    hints_of,
    key_of_mail,
    matter_of,
    thread_keys_of,
    weights_of,
    when,
)
from store.rows import among, insert_rows


def record(session: Session, owner: Owner, items: Sequence[Item]) -> Touched:
    """Record a batch of readings of one owner and say what has to be judged anew."""
    mails = _record_mails(session, owner, [item for item in items if item.extraction.message is not None])
    meetings = record_meetings(session, owner, items)
    answered = record_answers(session, owner, items)
    return Touched(
        thread_days=mails.thread_days,
        meetings=meetings.meetings | answered,
        addresses=mails.addresses | meetings.addresses,
        vanished_threads=mails.vanished_threads,
    )


@dataclass(frozen=True, slots=True)
class _Mail:
    item: Item
    message: ParsedMessage

    @property
    def sha256(self) -> str:
        return self.item.extraction.sha256


def _record_mails(session: Session, owner: Owner, items: Sequence[Item]) -> Touched:
    found = {i.extraction.sha256: _Mail(i, i.extraction.message) for i in items if i.extraction.message is not None}
    stored = select(Message.sha256).where(Message.owner_id == owner.user_id, among(Message.sha256, found))
    for sha256 in session.scalars(stored):
        del found[sha256]
    mails = list(found.values())
    if not mails:
        return Touched()
    thread_of, vanished = _file_in_threads(session, owner, mails)
    rows = [_message_row(owner, mail, thread_id) for mail, thread_id in zip(mails, thread_of, strict=True)]
    written = insert_rows(session, Message, rows, returning=("sha256", "id"))
    ids: dict[str, UUID] = {row.sha256: row.id for row in written}
    insert_participations(
        session,
        owner.user_id,
        [Presence(mail.item.extraction, mail.message.participants, ids[mail.sha256]) for mail in mails],
    )
    said = [
        Said(ids[row["sha256"]], mail.item.extraction, row["sent_at"]) for row, mail in zip(rows, mails, strict=True)
    ]
    insert_details(session, owner, said)
    days = {(row["thread_id"], owner.day_of(row["sent_at"])) for row in rows}
    private = {row["thread_id"] for row in rows if row["matter"]}  # what is private makes its whole thread so
    days |= _days_of(session, owner, {*vanished.values(), *private})
    addresses = {person.address for mail in mails for person in mail.message.participants}
    return Touched(
        thread_days=frozenset(days),
        addresses=frozenset(a for a in addresses if not owner.is_ours(a)),
        vanished_threads=frozenset(vanished),
    )


def _file_in_threads(session: Session, owner: Owner, mails: Sequence[_Mail]) -> tuple[list[UUID], dict[UUID, UUID]]:
    """The thread of each mail, and the threads that turned out to be part of another one."""
    keys = [[*thread_keys_of(mail.message, mail.sha256), *hints_of(mail.item.labels)] for mail in mails]
    every = {key for group in keys for key in group}
    rows = session.execute(select(ThreadKey.key, ThreadKey.thread_id).where(among(ThreadKey.key, every)))
    plan = threads.plan(keys, {key: thread_id for key, thread_id in rows})  # noqa: C416 - a Row is not a tuple to mypy
    missing = [index for index, known in enumerate(plan.threads) if not known]
    fresh: list[UUID] = []
    if missing:
        new = [{"owner_id": owner.user_id} for _ in missing]
        fresh = list(session.scalars(insert(Thread).returning(Thread.id), new))
    chosen = {index: known[0] for index, known in enumerate(plan.threads) if known}
    chosen |= dict(zip(missing, fresh, strict=True))
    vanished = {lost: known[0] for known in plan.threads for lost in known[1:]}
    _join_threads(session, vanished)
    held = [
        {"owner_id": owner.user_id, "key": key, "thread_id": chosen[index]}
        for index, group in enumerate(plan.keys)
        for key in group
    ]
    insert_rows(session, ThreadKey, held, keep_known=True)
    return [chosen[group] for group in plan.group_of], vanished


def _join_threads(session: Session, vanished: Mapping[UUID, UUID]) -> None:
    for lost, kept in vanished.items():
        session.execute(update(Message).where(Message.thread_id == lost).values(thread_id=kept))
        session.execute(update(ThreadKey).where(ThreadKey.thread_id == lost).values(thread_id=kept))
        _rename_notes(session, lost, kept)
        session.execute(delete(Thread).where(Thread.id == lost))


def _rename_notes(session: Session, lost: UUID, kept: UUID) -> None:
    """Settled notes follow their thread where the key is free; waiting ones are judged anew."""
    start = f"mail:{lost}:"
    open_notes = Suggestion.state.in_(("waiting", "later"))
    session.execute(delete(Suggestion).where(Suggestion.key.startswith(start), open_notes))
    taken = set(session.scalars(select(Suggestion.key).where(Suggestion.key.startswith(f"mail:{kept}:"))))
    for note in session.scalars(select(Suggestion).where(Suggestion.key.startswith(start))):
        renamed = f"mail:{kept}:{note.key.removeprefix(start)}"
        if renamed not in taken:
            note.key = renamed


def _days_of(session: Session, owner: Owner, thread_ids: Iterable[UUID]) -> set[tuple[UUID, date]]:
    rows = session.execute(select(Message.thread_id, Message.sent_at).where(among(Message.thread_id, set(thread_ids))))
    return {(thread_id, owner.day_of(sent_at)) for thread_id, sent_at in rows}


def _message_row(owner: Owner, mail: _Mail, thread_id: UUID) -> dict[str, Any]:
    message, extraction = mail.message, mail.item.extraction
    facts = extraction.interactions
    told = [evidence for fact in facts for evidence in fact.evidence]
    spoken = extraction.findings.privacy, extraction.findings.hints
    exchange_key = key_of_mail(owner, message, extraction.sha256)
    return {
        "owner_id": owner.user_id,
        "thread_id": thread_id,
        "sha256": extraction.sha256,
        "exchange_key": exchange_key,
        "sent_at": when(message, mail.item.received_at),
        "direction": message.direction,
        "kind": message.message_class.kind,
        "kind_reason": message.message_class.reason,
        "subject": message.subject,
        "title": facts[0].title if facts else message.subject,
        "folder": folder_of(mail.item.labels),
        "header_id": message.message_id,
        "answers": answered_by(message),
        "matter": matter_of(*spoken),
        "matters": weights_of(extraction.findings),
        "sources": [column(source) for source in extraction.sources],
        "segments": [column(segment) for segment in extraction.segments],
        "attachments": [column(attachment) for attachment in message.attachments],
        "evidence": [column(evidence) for evidence in (*told, *first_signs(*spoken))],
        "commitments": commitments(owner, message, extraction.findings.commitments, exchange_key),
        "deals": dealings(owner, message, extraction.findings.deals, exchange_key),
        "warnings": list(extraction.warnings),
        "reader_version": extraction.reader_version,
        "is_history": mail.item.is_history(mail.item.received_at or message.date),
        "read_bytes": mail.item.read_bytes,
        "refuted": message.refuted,
    }
