"""How connections stand: every one without content, and its owner's own name for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.judgement.standing import State, standing
from store.models.people import User
from store.models.private.connection import Collection, Connection
from store.models.shared.connection_state import ConnectionState


@dataclass(frozen=True, slots=True)
class Standing:
    """How one connection stands, as its owner and admins may see it.

    Attributes:
        owner: the owner's name.
        state: as it is now.
        history_seconds: until its history is read, at the rate so far; None: not known, or read.
        since: when a worker last gave a sign of life at it.
    """

    connection_id: UUID
    owner_id: UUID
    owner: str
    provider: str
    state: State
    reason_code: str
    history_percent: int
    history_seconds: int | None
    stored: int
    quarantined: int
    dropped: int
    difference: int
    last_success_at: datetime | None
    next_try_at: datetime | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """How many messages a mailbox's server had and how many of them were here when both were last compared."""

    there: int
    here: int


def standings(session: Session, now: datetime, owner_id: UUID | None = None) -> list[Standing]:
    """Connections by their owners' names: everybody's, or one owner's."""
    asked = select(User.name, ConnectionState).join(User, User.id == ConnectionState.owner_id)
    if owner_id is not None:
        asked = asked.where(ConnectionState.owner_id == owner_id)
    rows = session.execute(asked.order_by(User.name, ConnectionState.connection_id)).all()
    return [_standing(name, row, now) for name, row in rows]


def labels(session: Session, owner_id: UUID) -> dict[UUID, str]:
    """An owner's own names for their connections."""
    mine = (Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    asked = select(Connection.id, Connection.label).where(*mine)
    return {connection_id: label for connection_id, label in session.execute(asked)}  # noqa: C416 - a Row is no tuple to mypy


def compared(session: Session, owner_id: UUID) -> dict[UUID, Compared]:
    """An owner's mailboxes beside their servers, those that were compared."""
    columns = (Collection.connection_id, func.sum(Collection.there), func.sum(Collection.here))
    asked = select(*columns).where(Collection.owner_id == owner_id, Collection.compared_at.is_not(None))
    rows = session.execute(asked.group_by(Collection.connection_id))
    return {connection_id: Compared(there or 0, here or 0) for connection_id, there, here in rows}


def _standing(name: str, row: ConnectionState, now: datetime) -> Standing:
    every = None if row.every_seconds is None else timedelta(seconds=row.every_seconds)
    state = standing(cast("State", row.state), row.worked_at, every, now)
    return Standing(
        row.connection_id, row.owner_id, name, row.provider, state, row.reason_code, row.history_percent,
        row.history_seconds, row.stored, row.quarantined, row.dropped, row.difference, row.last_success_at,
        row.next_try_at, row.worked_at,
    )  # fmt: skip
