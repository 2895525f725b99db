"""The round that is made for each rep once a working day, at their hour: one row of what is due, always there.

The first row is put down when something is suggested to them; each round puts down the next.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from store import due

KIND: due.Kind = "daily"
REFERENCE = "round"


def is_planned(session: Session, owner_id: UUID) -> bool:
    """Whether a round is to come."""
    return due.is_put(session, owner_id, KIND, REFERENCE)


def move(session: Session, owner_id: UUID, at: datetime) -> None:
    """Have the next round made then."""
    due.put(session, owner_id, KIND, REFERENCE, at)


def begin(session: Session, owner_id: UUID, now: datetime) -> bool:
    """Take the round that is due; False when none is, or another worker makes it."""
    return bool(due.take(session, owner_id, KIND, now))
