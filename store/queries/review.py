"""What waits for its owner, and what supports it: the review page's reading, in four statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import Fields
from store.models.private.message import Meeting, Message, Participation
from store.models.private.suggestion import Decision, EvidenceRow, Suggestion, SuggestionSource

SHOWN = 200
# More notes than this with somebody new wait behind that person's one line: a thousand mails from a stranger are one.
BEHIND = 5
HIDDEN = text("""
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
""")
EXCERPT = 700
AROUND = 120


@dataclass(frozen=True, slots=True)
class Proof:
    """A field's evidence: the words themselves, with what stands around them there."""

    field: str
    source: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Source:
    """A mail or meeting behind a suggestion, as its owner would recognise it.

    ``megabytes``: of a large mail only so many were read.
    """

    at: datetime | None
    sender: str
    title: str
    excerpt: str
    megabytes: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A suggestion as its owner sees it. ``behind`` is how many notes wait until this person is decided."""

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


def waiting(session: Session, owner_id: UUID) -> list[Item]:
    """What waits for an owner: sure ones first, each pile by time."""
    hidden = _hidden(session, owner_id)
    behind = Counter(hidden.values())
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting")
    order = (Suggestion.pile.desc(), Suggestion.happened_at, Suggestion.kind, Suggestion.key)
    rows = session.scalars(asked.where(Suggestion.id.not_in(hidden)).order_by(*order).limit(SHOWN)).all()
    return [replace(item, behind=behind[item.id]) for item in _items(session, rows)]


def one(session: Session, owner_id: UUID, suggestion_id: UUID) -> Item | None:
    """One suggestion of an owner, whatever its state; None when there is none."""
    asked = select(Suggestion).where(Suggestion.owner_id == owner_id, Suggestion.id == suggestion_id)
    return next(iter(_items(session, session.scalars(asked).all())), None)


def waiting_count(session: Session, owner_id: UUID) -> int:
    """How many lines wait for an owner."""
    asked = select(func.count()).select_from(Suggestion)
    counted = asked.where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting")
    return session.execute(counted).scalar_one() - len(_hidden(session, owner_id))


def _hidden(session: Session, owner_id: UUID) -> dict[UUID, UUID]:
    """Notes that wait behind the line of a new person or of another note with a new desk, with which it is."""
    found = {row.id: row.person for row in session.execute(HIDDEN, {"owner": owner_id})}
    many = Counter(found.values())
    return {note: person for note, person in found.items() if many[person] > BEHIND}


def came_since(session: Session, owner_id: UUID, since: datetime) -> list[UUID]:
    """What waits for an owner and was suggested, or brought back, at a moment or after; as many as a page shows."""
    came = func.greatest(Suggestion.suggested_at, Suggestion.wake_at)
    asked = select(Suggestion.id).where(Suggestion.owner_id == owner_id, Suggestion.state == "waiting", came >= since)
    return list(session.scalars(asked.order_by(came).limit(SHOWN)))


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
    proofs, sources = _proofs(session, ids), _sources(session, ids)
    return [
        Item(
            id=row.id, kind=row.kind, pile=row.pile, doubt=row.doubt, why=row.why, version=row.version,
            fields=fields_as_seen(row), happened_at=row.happened_at, day=row.day,
            is_addition=row.adds_to is not None, proofs=tuple(proofs[row.id]), sources=tuple(sources[row.id]),
        )
        for row in rows
    ]  # fmt: skip


def _proofs(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Proof]]:
    asked = (
        select(EvidenceRow, Message.sources)
        .outerjoin(Message, Message.id == EvidenceRow.message_id)
        .where(EvidenceRow.suggestion_id.in_(ids))
        .order_by(EvidenceRow.field, EvidenceRow.id)
    )
    found: dict[UUID, list[Proof]] = defaultdict(list)
    for row, sources in session.execute(asked):
        text = _named(sources or [], row.source)
        before = text[max(0, row.span_start - AROUND) : row.span_start] if text else ""
        after = text[row.span_end : row.span_end + AROUND] if text else ""
        found[row.suggestion_id].append(Proof(row.field, row.source, before, row.quote, after))
    return found


def _sources(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, list[Source]]:
    sender = (
        select(func.coalesce(Participation.name, Participation.address))
        .where(Participation.message_id == Message.id, Participation.role == "from")
        .limit(1)
        .scalar_subquery()
    )
    asked = (
        select(SuggestionSource, Message, Meeting, sender)
        .outerjoin(Message, Message.id == SuggestionSource.message_id)
        .outerjoin(Meeting, Meeting.id == SuggestionSource.meeting_id)
        .where(SuggestionSource.suggestion_id.in_(ids))
        .order_by(SuggestionSource.happened_at)
    )
    found: dict[UUID, list[Source]] = defaultdict(list)
    for link, message, meeting, name in session.execute(asked):
        if message is not None:
            excerpt = _named(message.sources, "text")[:EXCERPT]
            read = message.read_bytes and max(1, message.read_bytes // 1024**2)
            found[link.suggestion_id].append(Source(message.sent_at, name or "", message.subject, excerpt, read))
        elif meeting is not None:
            place = meeting.location or ""
            found[link.suggestion_id].append(Source(meeting.starts_at, "Calendar", meeting.title, place))
    return found


def _named(sources: Sequence[Mapping[str, str]], name: str) -> str:
    return next((source["text"] for source in sources if source["name"] == name), "")
