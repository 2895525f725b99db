"""Approved notes, as every colleague may read them: all, or those of one contact or company, narrowed as asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Select, Uuid, bindparam, exists, func, select, text, true, tuple_
from sqlalchemy.orm import Session

from store.models.people import User
from store.models.shared.interaction import Interaction, InteractionParticipant, InteractionSource
from store.queries.directory import SHOWN as SHOWN
from store.queries.directory import addresses_of, domains_of

LAST = "\U0010ffff"  # after every word that begins so
HAS_WORD = """
exists (select from shared_word s where s.row_id = interaction.id and s.entity = 'interaction'
        and s.word >= folded(:word{at}) and s.word < folded(:word{at}) || cast(:last as text))
"""

# Contacts are looked up by the addresses that are there: a join would begin with all contacts.
PRESENT = text("""
with present as materialized (
    select interaction_id, address, max(name) as name, bool_or(ours) as ours
    from interaction_participant where interaction_id = any(:notes) group by interaction_id, address
), point as materialized (
    select value, contact_id from contact_point
    where kind = 'email' and contact_id is not null and value = any(array(select address from present))
), known as (
    select p.value, max(c.name) as name, min(cast(coalesce(c.merged_into, c.id) as text)) as contact_id
    from point p join contact c on c.id = p.contact_id
    where c.id = any(array(select contact_id from point)) group by p.value
)
select p.interaction_id, p.address, coalesce(k.name, p.name, p.address), p.ours, k.contact_id
from present p left join known k on k.value = p.address order by p.address
""").bindparams(bindparam("notes", type_=ARRAY(Uuid)))


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part in a note; ``contact_id`` where they are one of our contacts."""

    address: str
    name: str
    ours: bool
    contact_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A published note. ``approvers`` are those whose word it is, ``sources`` how many mails or meetings it is of."""

    id: UUID
    kind: str
    title: str
    day: date
    starts_at: datetime
    ends_at: datetime | None
    people: tuple[Attendee, ...]
    sources: int
    approvers: tuple[UUID, ...]
    approver_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page of notes ends: the last note's time and id."""

    at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whose notes: those with a contact, with a company, or approved by somebody; all when nothing is said.

    Attributes:
        kind: mail, meeting or note; empty for all.
        words: beginnings of words that each is to have.
        since: only what was shared after this moment.
        before: where the page before ended; only older notes follow.
    """

    contact_id: UUID | None = None
    company_id: UUID | None = None
    approver_id: UUID | None = None
    kind: str = ""
    words: tuple[str, ...] = ()
    since: datetime | None = None
    before: Position | None = None


def notes(session: Session, narrowed: Narrowed, ids: Collection[UUID] | None = None) -> list[Note]:
    """Published notes, newest first, as many as a page shows and one more."""
    asked = select(Interaction).order_by(Interaction.starts_at.desc(), Interaction.id.desc())
    if narrowed.contact_id or narrowed.company_id:
        asked = asked.where(Interaction.id.in_(_newest(narrowed)))
    else:
        asked = _narrow(asked, narrowed)
    if ids is not None:
        asked = asked.where(Interaction.id.in_(ids))
    rows = session.scalars(asked.limit(SHOWN + 1)).all()
    chosen = [row.id for row in rows]
    attended, approved = _people(session, chosen), _approvers(session, chosen)
    return [_note(row, attended[row.id], approved[row.id]) for row in rows]


def note_count(session: Session, narrowed: Narrowed) -> int:
    """How many published notes there are of one contact or company."""
    return session.scalar(_narrow(select(func.count()).select_from(Interaction), narrowed)) or 0


def _newest(narrowed: Narrowed) -> Select[UUID]:
    """As many of the newest notes at each address, or each domain, as a page shows and one more: a walk by index."""
    table = InteractionParticipant
    if narrowed.company_id:
        at = domains_of(narrowed.company_id).subquery()
        there = (table.domain == at.c.domain) & ~table.ours
    else:
        at = addresses_of(narrowed.contact_id).subquery()
        there = table.address == at.c.value
    walked = select(table.interaction_id, table.starts_at).where(there)
    if narrowed.before:
        walked = walked.where(tuple_(table.starts_at, table.interaction_id) < (narrowed.before.at, narrowed.before.id))
    if narrowed.kind or narrowed.since or narrowed.words or narrowed.approver_id:
        asked = replace(narrowed, contact_id=None, company_id=None, before=None)
        walked = _narrow(walked.join(Interaction, Interaction.id == table.interaction_id), asked)
    newest = walked.distinct().order_by(table.starts_at.desc(), table.interaction_id.desc()).limit(SHOWN + 1).lateral()
    return select(newest.c.interaction_id).select_from(at.join(newest, true()))


def _narrow(asked: Select[Any], narrowed: Narrowed) -> Select[Any]:
    table = InteractionParticipant
    if narrowed.contact_id:
        theirs = select(table.interaction_id).where(table.address.in_(addresses_of(narrowed.contact_id)))
        asked = asked.where(Interaction.id.in_(theirs))
    if narrowed.company_id:
        theirs = select(table.interaction_id).where(table.domain.in_(domains_of(narrowed.company_id)), ~table.ours)
        asked = asked.where(Interaction.id.in_(theirs))
    if narrowed.approver_id:
        of_it = exists().where(InteractionSource.interaction_id == Interaction.id)
        asked = asked.where(of_it.where(InteractionSource.approver_id == narrowed.approver_id))
    if narrowed.before:
        place = (narrowed.before.at, narrowed.before.id)
        asked = asked.where(tuple_(Interaction.starts_at, Interaction.id) < place)
    return _chosen(asked, narrowed)


def _chosen(asked: Select[Any], narrowed: Narrowed) -> Select[Any]:
    if narrowed.kind:
        asked = asked.where(Interaction.kind == narrowed.kind)
    if narrowed.since:
        asked = asked.where(Interaction.published_at > narrowed.since)
    for at, word in enumerate(narrowed.words):
        asked = asked.where(text(HAS_WORD.format(at=at)).bindparams(**{f"word{at}": word}, last=LAST))
    return asked


def _note(row: Interaction, people: Sequence[Attendee], approved: Sequence[tuple[UUID, str, int]]) -> Note:
    return Note(
        id=row.id, kind=row.kind, title=row.title, day=row.day, starts_at=row.starts_at, ends_at=row.ends_at,
        people=tuple(people), sources=max((count for _, _, count in approved), default=0),
        approvers=tuple(user_id for user_id, _, _ in approved),
        approver_names=tuple(name for _, name, _ in approved),
    )  # fmt: skip


def _people(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Attendee]]:
    """Who took part in each note, under the contact's approved name where there is one."""
    found: dict[UUID, list[Attendee]] = defaultdict(list)
    for note_id, address, name, ours, contact_id in session.execute(PRESENT, {"notes": list(ids)}) if ids else ():
        found[note_id].append(Attendee(address, name, ours, UUID(contact_id) if contact_id else None))
    return found


def _approvers(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[tuple[UUID, str, int]]]:
    """Who approved each note, with how many exchanges each."""
    rows = session.execute(
        select(
            InteractionSource.interaction_id, User.id, User.name, func.count(InteractionSource.exchange_key.distinct())
        )
        .join(User, User.id == InteractionSource.approver_id)
        .where(InteractionSource.interaction_id.in_(ids))
        .group_by(InteractionSource.interaction_id, User.id, User.name)
        .order_by(User.name)
    )
    found: dict[UUID, list[tuple[UUID, str, int]]] = defaultdict(list)
    for note_id, user_id, name, number in rows:
        found[note_id].append((user_id, name, number))
    return found
