"""Approved notes, as every colleague may read them: all, or those of one contact or company, narrowed as asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ARRAY, Row, TextClause, Uuid, bindparam, func, select, text
from sqlalchemy.orm import Session

from store.models.people import User
from store.models.shared.interaction import InteractionSource
from store.queries.directory import SHOWN as SHOWN
from store.rows import among

Side = Literal["contact", "company"]
LAST = "\U0010ffff"  # after every word that begins so
HAS_WORD = """
exists (select from shared_word s where s.row_id = i.id and s.entity = 'interaction'
        and s.word >= folded(:word{at}) and s.word < folded(:word{at}) || cast(:last as text))
"""
APPROVED = "exists (select from interaction_source s where s.interaction_id = i.id and s.approver_id = :approver)"
NEWEST_FIRST = "order by i.starts_at desc, i.id desc limit :most"
# Whom notes are with: at which addresses or domains, and who of those who took part are they.
WHOM: Mapping[Side, str] = {
    "contact": """select p.value as at from contact_point p where p.contact_id in (
        select id from contact where id = :whom union all select id from contact where merged_into = :whom)""",
    "company": """select d.domain as at from company_domain d where d.company_id in (
        select id from company where id = :whom union all select id from company where merged_into = :whom)""",
}
THERE: Mapping[Side, str] = {"contact": "t.address = whom.at", "company": "t.domain = whom.at and not t.ours"}
ALL_OF_THEM = """
i.id in (select t.interaction_id from ({whom}) whom join interaction_participant t on {there})
"""
# The newest of each address or domain are the beginning of an index.
NEWEST = """
select newest.id from ({whom}) whom cross join lateral (
    select distinct t.starts_at, t.interaction_id as id from interaction_participant t {joined}
    where {there} and {further} order by t.starts_at desc, t.interaction_id desc limit :most
) newest
"""
JOINED = "join interaction i on i.id = t.interaction_id"

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
    rows = _rows(session, "i.id, i.kind, i.title, i.day, i.starts_at, i.ends_at", narrowed, ids)
    chosen = [row.id for row in rows]
    attended, approved = _people(session, chosen), _approvers(session, chosen)
    return [_note(row, attended[row.id], approved[row.id]) for row in rows]


def note_ids(session: Session, narrowed: Narrowed) -> list[UUID]:
    """The ids of the same notes."""
    return [row.id for row in _rows(session, "i.id", narrowed, None)]


def note_count(session: Session, narrowed: Narrowed) -> int:
    """How many published notes there are of one contact or company."""
    where, values = _conditions(narrowed)
    if _is_about_some(narrowed):
        where.append(ALL_OF_THEM.format(whom=WHOM[_side(narrowed)], there=THERE[_side(narrowed)]))
    return session.scalar(_text(f"select count(*) from interaction i where {_all(where)}"), values) or 0  # noqa: S608


def _rows(session: Session, columns: str, narrowed: Narrowed, ids: Collection[UUID] | None) -> Sequence[Row[Any]]:
    where, values = _conditions(narrowed)
    if _is_about_some(narrowed):
        side = _side(narrowed)
        walk = NEWEST.format(whom=WHOM[side], there=THERE[side], joined=JOINED if where else "", further=_all(where))
        where = [f"i.id in ({walk})"]
    if ids is not None:
        where.append("i.id = any(:ids)")
        values["ids"] = list(ids)
    asked = f"select {columns} from interaction i where {_all(where)} {NEWEST_FIRST}"  # noqa: S608 - constants above
    return session.execute(_text(asked), values).all()


def _is_about_some(narrowed: Narrowed) -> bool:
    return bool(narrowed.contact_id or narrowed.company_id)


def _side(narrowed: Narrowed) -> Side:
    return "contact" if narrowed.contact_id else "company"


def _all(conditions: Sequence[str]) -> str:
    return " and ".join(conditions) or "true"


def _conditions(narrowed: Narrowed) -> tuple[list[str], dict[str, object]]:
    """What a note is to be, whomever it is with, and the values of all that may be asked."""
    values: dict[str, object] = {"whom": narrowed.contact_id or narrowed.company_id, "most": SHOWN + 1, "last": LAST}
    given = (
        ("approver", narrowed.approver_id, APPROVED), ("kind", narrowed.kind, "i.kind = :kind"),
        ("since", narrowed.since, "i.published_at > :since"),
    )  # fmt: skip
    where = [condition for _, value, condition in given if value]
    values |= {name: value for name, value, _ in given if value}
    if narrowed.before:
        where.append("(i.starts_at, i.id) < (:at, :id)")
        values |= {"at": narrowed.before.at, "id": narrowed.before.id}
    where += [HAS_WORD.format(at=at) for at in range(len(narrowed.words))]
    return where, values | {f"word{at}": word for at, word in enumerate(narrowed.words)}


@lru_cache
def _text(statement: str) -> TextClause:
    """There are as many as ways to narrow; each is taken apart once."""
    found = text(statement)
    return found.bindparams(bindparam("ids", type_=ARRAY(Uuid))) if ":ids" in statement else found


def _note(row: Row[Any], people: Sequence[Attendee], approved: Sequence[tuple[UUID, str, int]]) -> Note:
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
        .where(among(InteractionSource.interaction_id, ids))
        .group_by(InteractionSource.interaction_id, User.id, User.name)
        .order_by(User.name)
    )
    found: dict[UUID, list[tuple[UUID, str, int]]] = defaultdict(list)
    for note_id, user_id, name, number in rows:
        found[note_id].append((user_id, name, number))
    return found
