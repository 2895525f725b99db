"""Pausing all that is read of somebody at once: for an hour, for today, or until they say so.

What they had paused by itself stays as it is. A pause that has an end ends by itself.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest import connect
from store import due
from store.connections import PAUSED
from store.models.shared.connection_state import ConnectionState


def pause_all(session: Session, owner_id: UUID, until: datetime | None) -> None:
    """Read none of an owner's mailboxes and calendars until then; None: until they say so."""
    timed = ends(session, owner_id)
    for connection_id, state in _followed(session, owner_id).items():
        if state != PAUSED or connection_id in timed:
            connect.pause(session, owner_id, connection_id)
            if until is not None:
                due.put(session, owner_id, "resume", str(connection_id), until)


def resume_all(session: Session, owner_id: UUID, now: datetime) -> None:
    """Read on wherever an owner paused."""
    for connection_id, state in _followed(session, owner_id).items():
        if state == PAUSED:
            connect.resume(session, owner_id, connection_id, now)


def resume_due(session: Session, owner_id: UUID, now: datetime) -> None:
    """Read on where an owner's pause is over."""
    followed = _followed(session, owner_id)
    for reference in due.take(session, owner_id, "resume", now):
        if UUID(reference) in followed:
            connect.resume(session, owner_id, UUID(reference), now)


def ends(session: Session, owner_id: UUID) -> dict[UUID, datetime]:
    """When each of an owner's pauses ends, of those that have an end."""
    return {UUID(reference): at for reference, at in due.of_kind(session, owner_id, "resume").items()}


def _followed(session: Session, owner_id: UUID) -> dict[UUID, str]:
    asked = select(ConnectionState.connection_id, ConnectionState.state).order_by(ConnectionState.connection_id)
    of_owner = (ConnectionState.owner_id == owner_id, ConnectionState.every_seconds.is_not(None))
    return {connection_id: state for connection_id, state in session.execute(asked.where(*of_owner))}  # noqa: C416 - a Row is no tuple to mypy
