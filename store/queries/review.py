"""What waits for its owner, and what supports it: the review page's reading, in four statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ColumnElement, func, literal_column, or_, select, text, tuple_
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import Fields
from store.models.private.suggestion import Decision, Suggestion
from store.queries.evidence import Proof as Proof
from store.queries.evidence import Source as Source
from store.queries.evidence import proofs_of, sources_of
from store.queries.gathering import HELD, held_notes

SHOWN = 200
MOST = 999_999  # people in one note
# More notes than this with somebody new wait behind that person's one line: a thousand mails from a stranger are one.
BEHIND = 5
LINED_UP = """
select s.id, c.id as person from suggestion s
join lateral (
    select c.id from jsonb_array_elements(s.fields -> 'people') p
    join suggestion c on c.owner_id = s.owner_id and c.key = 'contact:' || (p ->> 'address') and c.state = 'waiting'
    where not (p ->> 'ours')::boolean
    order by c.key limit 1
) c on true
where s.owner_id = :owner and s.kind = 'interaction' and s.state = 'waiting'
  and s.doubt in ('new person', 'might be private')
union all  -- the same of a company's desk that is new: behind the earliest note with it
select s.id, c.id from suggestion s
join lateral (
    select n.id from suggestion_key mine
    join suggestion_key k on k.owner_id = mine.owner_id and k.key = mine.key
    join suggestion n on n.id = k.suggestion_id and n.kind = 'interaction' and n.state = 'waiting'
    where mine.suggestion_id = s.id and n.doubt = 'new company'
    order by n.happened_at, n.key, n.addition limit 1
) c on c.id <> s.id
where s.owner_id = :owner and s.kind = 'interaction' and s.state = 'waiting' and s.doubt = 'new company'
"""
HIDDEN = text(f"{LINED_UP} union all {HELD}")  # and what waits for somebody who is not asked about yet


@dataclass(frozen=True, slots=True)
class Item:
    """A suggestion as its owner sees it.

    Attributes:
        behind: how many notes wait until this person is decided.
        affects: how many people besides its owner it is about, where it is in doubt.
    """

    id: UUID
    kind: str
    pile: str
    doubt: str | None
    why: str
    version: str
    fields: Fields
    happened_at: datetime
    day: date
    is_addition: bool
    proofs: tuple[Proof, ...]
    sources: tuple[Source, ...]
    behind: int = 0
    affects: int = 0

    @property
    def place(self) -> str:
        """Where it stands in its pile: as text it comes before that of whatever stands below it."""
        return f"{MOST - self.affects:06}{self.happened_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}"


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the queue is read.

    Attributes:
        pile: one of the two; both when there is none.
        after: only what stands after this suggestion, whatever became of it since.
        since: only what happened at this moment or after.
        ids: only these.
    """

    pile: str | None = None
    after: UUID | None = None
    since: datetime | None = None
    ids: Collection[UUID] | None = None
    limit: int = SHOWN


ALL = Part()
# What is in doubt by how many it is about, which is none where nothing is in doubt; then by time.
ORDER = (-Suggestion.affects, Suggestion.happened_at, Suggestion.kind, Suggestion.key, Suggestion.id)


def waiting(session: Session, owner_id: UUID, part: Part = ALL) -> list[Item]:
    """What waits for an owner, or a part of it: sure ones first and by time, then those in doubt as ORDER says."""
    hidden = _hidden(session, owner_id)
    behind = Counter(hidden.values())
    asked = select(Suggestion).where(*_of(session, owner_id, part), Suggestion.id.not_in(hidden))
    rows = session.scalars(asked.order_by(Suggestion.pile.desc(), *ORDER).limit(part.limit)).all()
    return [replace(item, behind=behind[item.id]) for item in _items(session, rows)]


def _of(session: Session, owner_id: UUID, part: Part) -> list[ColumnElement[bool]]:
    asked = [Suggestion.owner_id == owner_id, Suggestion.state == "waiting"]
    if part.pile:
        asked.append(Suggestion.pile == part.pile)
    if part.after:
        last = session.execute(select(*ORDER).where(Suggestion.owner_id == owner_id, Suggestion.id == part.after))
        asked.append(tuple_(*ORDER) > tuple_(*(last.first() or ())))
    if part.since:
        asked.append(Suggestion.happened_at >= part.since)
    if part.ids is not None:
        asked.append(Suggestion.id.in_(part.ids))
    return asked


def counted(session: Session, owner_id: UUID, part: Part = ALL) -> Counter[str]:
    """How many lines wait in each pile, or of a part of the queue."""
    hidden = _hidden(session, owner_id)
    asked = select(Suggestion.pile, func.count()).where(*_of(session, owner_id, part))
    rows = session.execute(asked.where(Suggestion.id.not_in(hidden)).group_by(Suggestion.pile))
    return Counter({pile: number for pile, number in rows})  # noqa: C416 - a Row is not a tuple to mypy


def oldest(session: Session, owner_id: UUID, part: Part = ALL) -> datetime | None:
    """When the oldest happened of what waits, or of a part of it; None where nothing does."""
    return session.scalar(select(func.min(Suggestion.happened_at)).where(*_of(session, owner_id, part)))


def one(session: Session, owner_id: UUID, suggestion_id: UUID) -> Item | None:
    """One suggestion of an owner, whatever its state; None when there is none."""
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.id == suggestion_id)
    return next(iter(_items(session, session.scalars(asked).all())), None)


def states(
    session: Session, owner_id: UUID, suggestion_ids: Collection[UUID]
) -> dict[UUID, tuple[str, str, datetime | None]]:
    """How an owner's suggestions stand: state, version, and when each was settled."""
    asked = select(Suggestion.id, Suggestion.state, Suggestion.version, Suggestion.settled_at)
    mine = asked.where(Suggestion.owner_id == owner_id, Suggestion.id.in_(suggestion_ids))
    return {id_: (state, version, at) for id_, state, version, at in session.execute(mine)}


def waiting_count(session: Session, owner_id: UUID) -> int:
    """How many lines wait for an owner."""
    asked = select(func.count()).select_from(Suggestion)
    counted = asked.where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting")
    return session.execute(counted).scalar_one() - len(_hidden(session, owner_id))


def _hidden(session: Session, owner_id: UUID) -> dict[UUID, UUID | None]:
    """Notes that wait behind the line of a new person or of another note with a new desk, or that are not asked yet."""
    found = session.execute(HIDDEN, {"owner": owner_id}).all()
    many = Counter(row.person for row in found)
    return {row.id: row.person for row in found if row.person is None or many[row.person] > BEHIND}


def glance(session: Session) -> str:
    """What of the database can be seen now, for ``came_since``: a snapshot as PostgreSQL writes it."""
    return str(session.scalar(text("select pg_current_snapshot()::text")))


def came_since(session: Session, owner_id: UUID, since: datetime, seen: str = "") -> list[UUID]:
    """What waits for an owner and was suggested, or brought back, at a moment or after; as many as a page shows.

    Args:
        seen: leaves out what could be seen at a glance before.
    """
    came = func.greatest(Suggestion.suggested_at, Suggestion.wake_at)
    asked = select(Suggestion.id).where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting", came >= since)
    asked = asked.where(Suggestion.id.not_in(held_notes(session, owner_id)))
    if seen:
        asked = asked.where(_written_after(seen))
    return list(session.scalars(asked.order_by(came).limit(SHOWN)))


def _written_after(seen: str) -> ColumnElement[bool]:
    """Whether a row was written by a transaction that a snapshot does not show; a row has 32 bits of its number."""
    _, end, running = seen.split(":")
    written = literal_column("suggestion.xmin::text::bigint", BigInteger)
    later = (written - int(end) % 2**32).bitwise_and(2**32 - 1) < 2**31
    return or_(later, written.in_([int(each) % 2**32 for each in running.split(",") if each]))


@dataclass(frozen=True, slots=True)
class Done:
    """One operation of the journal: what was done to how many, and whether it is an undo."""

    verb: str
    count: int
    is_undo: bool


def operation(session: Session, owner_id: UUID, op_id: UUID) -> Done | None:
    """What an operation of an owner did; None when there was none."""
    asked = select(Decision.verb, Decision.undoes).where(Decision.owner_id == owner_id, Decision.op_id == op_id)
    rows = session.execute(asked).all()
    return Done(rows[0][0], len(rows), rows[0][1] is not None) if rows else None


def _items(session: Session, rows: Sequence[Suggestion]) -> list[Item]:
    ids = [row.id for row in rows]
    proofs, sources = proofs_of(session, ids), sources_of(session, ids)
    return [
        Item(
            id=row.id, kind=row.kind, pile=row.pile, doubt=row.doubt, why=row.why, version=row.version,
            fields=fields_as_seen(row), happened_at=row.happened_at, day=row.day,
            is_addition=row.adds_to is not None, proofs=tuple(proofs[row.id]), sources=tuple(sources[row.id]),
            affects=row.affects,
        )
        for row in rows
    ]  # fmt: skip
