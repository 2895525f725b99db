"""Who reads a connection now: a worker that was paused past its lease may wake up and write what is no longer so.

Each pass takes the next number. Whoever writes for a pass holds the connection's row at that number until the
transaction ends, so that a later pass begins either after what was written, or before and then nothing is.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from store.errors import Superseded
from store.models.private.connection import Connection


def take(session: Session, connection_id: UUID) -> int:
    """Begin a pass over a connection; every earlier one may write no more.

    Raises:
        Superseded: there is no such connection any more.
    """
    asked = update(Connection).where(Connection.id == connection_id).values(fence=Connection.fence + 1)
    taken = session.execute(asked.returning(Connection.fence)).scalar_one_or_none()
    if taken is None:
        raise Superseded("the connection is not there any more")
    return taken


def standing(session: Session, connection_id: UUID) -> int:
    """The number of the latest pass; the next one to begin has the number after it."""
    return session.execute(select(Connection.fence).where(Connection.id == connection_id)).scalar_one()


def hold_next(session: Session, connection_id: UUID, before: int) -> None:
    """Make sure that the pass after ``before`` is the latest over its connection, or has yet to begin.

    For what a source looks up and writes before it knows the number of its pass.

    Raises:
        Superseded: a later pass began, or the connection is gone or was paused.
    """
    asked = select(Connection.id).where(Connection.id == connection_id, Connection.fence <= before + 1)
    if session.scalar(asked.with_for_update(read=True)) is None:
        raise Superseded("a later pass reads this connection")


def hold(session: Session, connection_id: UUID, fence: int) -> None:
    """Make sure that a pass is the latest over its connection, and stays so until the transaction ends.

    Raises:
        Superseded: a later pass began, or the connection is gone or was paused.
    """
    asked = select(Connection.id).where(Connection.id == connection_id, Connection.fence == fence)
    if session.scalar(asked.with_for_update(read=True)) is None:
        raise Superseded("a later pass reads this connection")
