"""What waits for an owner, in short, for a mail: how many of each pile, since when, and the first of each.

Nothing of what a mail or meeting was about is in it: names of people and companies alone, and no name at all where
something might be private.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from store.fields import fields_as_seen
from store.judgement.drafts import Doubt, Fields
from store.models.private.suggestion import Suggestion
from store.queries.gathering import held_notes
from store.queries.review import waiting_count

FIRST = 5  # of each pile are named


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits.

    Attributes:
        since: when the first of it was suggested.
        sure, look: how many lines of each pile the review has.
        named: of the sure ones the first by time.
        doubtful: of the others those that may be named, new people first.
        private: how many of the others may be private; nothing else is said of them.
    """

    since: datetime
    sure: int
    look: int
    named: tuple[Fields, ...]
    doubtful: tuple[Fields, ...]
    private: int


def waiting_in_short(session: Session, owner_id: UUID) -> Waiting | None:
    """What waits for an owner; None when nothing does."""
    total = waiting_count(session, owner_id)
    if not total:
        return None
    shown = and_(*_of(owner_id), Suggestion.id.not_in(held_notes(session, owner_id)))
    since, sure, private = session.execute(
        select(func.min(Suggestion.suggested_at), _count(_SURE), _count(_PRIVATE)).where(shown)
    ).one()
    named, doubtful = (_first(session, owner_id, which) for which in (_SURE, and_(~_SURE, ~_PRIVATE, ~_BEHIND)))
    return Waiting(since, sure, total - sure, named, doubtful, private)


_SURE = Suggestion.pile == "sure"
_PRIVATE = and_(Suggestion.kind == "interaction", Suggestion.doubt == Doubt.MIGHT_BE_PRIVATE)
# A note with somebody new stands behind the question about that person, which has a line of its own.
_BEHIND = and_(Suggestion.kind == "interaction", Suggestion.doubt == Doubt.NEW_PERSON)


def _of(owner_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Suggestion.owner_id == owner_id, Suggestion.state == "waiting"


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(func.coalesce(which, False))


def _first(session: Session, owner_id: UUID, which: ColumnElement[bool]) -> tuple[Fields, ...]:
    asked = select(Suggestion).where(*_of(owner_id), func.coalesce(which, True))
    order = (Suggestion.kind != "contact", Suggestion.happened_at, Suggestion.key)
    return tuple(fields_as_seen(row) for row in session.scalars(asked.order_by(*order).limit(FIRST)))
