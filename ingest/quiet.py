"""When a mailbox is compared with its server: once a night where its owner lives, each at a moment of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from store import due
from store.models.due import Due
from store.models.people import User

HOUR: Final = 2  # o'clock
SPREAD: Final = timedelta(hours=3)
KIND: Final = "reconcile"


def next_quiet(now: datetime, timezone: str, connection_id: UUID) -> datetime:
    """The next quiet moment after now. It is spread by the connection's id, so that it is the same every night."""
    zone = ZoneInfo(timezone)
    apart = SPREAD * ((connection_id.int % 10_007) / 10_007)
    tonight = now.astimezone(zone).replace(hour=HOUR, minute=0, second=0, microsecond=0) + apart
    tonight = tonight if tonight > now else tonight + timedelta(days=1)
    return tonight.astimezone(UTC)


def is_due(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> bool:
    """Whether a connection is to be compared now. For a new one that is said for the first time."""
    at = session.scalar(select(Due.at).where(*_of(owner_id, connection_id)))
    if at is None:
        done(session, owner_id, connection_id, now)
    return at is not None and at <= now


def done(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """A connection was compared: it is due again the next night."""
    timezone = session.scalar(select(User.timezone).where(User.id == owner_id))
    due.put(session, owner_id, KIND, str(connection_id), next_quiet(now, timezone or "UTC", connection_id))


def _of(owner_id: UUID, connection_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Due.owner_id == owner_id, Due.kind == KIND, Due.reference == str(connection_id)
