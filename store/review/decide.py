"""A person's rulings become decisions, all or none.

A retried operation (same op id) changes nothing and gives the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from store.models.private.suggestion import Suggestion
from store.review import companions, gathering, newcomers, rejudge, unwanted
from store.review.settle import Approver as Approver
from store.review.settle import Operation, already_done
from store.review.settle import Ruling as Ruling
from store.review.settle import Settled as Settled
from store.review.settle import Verb as Verb


def decide(
    session: Session, approver: Approver, op_id: UUID, rulings: Sequence[Ruling], now: datetime
) -> tuple[Settled, ...]:
    """Carry out rulings as one operation, all or none; with whoever is refused go the notes with them alone.

    Raises:
        NotFound: a suggestion is not the approver's.
        Conflict: a suggestion was changed or settled since it was seen.
    """
    done = already_done(session, approver, op_id)
    if done:
        return done
    operation = Operation(session, approver, op_id, now)
    settled = operation.rule(rulings)
    decided = [ruling.suggestion_id for ruling in rulings]
    newcomers.ask(session, approver.user_id, decided)
    settled += unwanted.leave_out_with(operation, decided)
    noted_too = companions.note_with(operation, decided)
    decided += [each.suggestion_id for each in noted_too]
    rejudge.notes_with(session, approver.user_id, decided, op_id, now)
    return settled + noted_too


def wake(session: Session, owner_id: UUID, suggestion_ids: Sequence[UUID], now: datetime) -> None:
    """Bring back what was put off until now, and ask about whoever has waited unasked."""
    over = (
        Suggestion.owner_id == owner_id,
        Suggestion.id.in_(suggestion_ids),
        Suggestion.state == "later",
        Suggestion.wake_at <= now,
    )
    gathering.ask(session, owner_id, session.scalars(select(Suggestion.id).where(*over)).all(), now)
    session.execute(update(Suggestion).where(*over).values(state="waiting", wake_at=None))
