"""What a source no longer has: marked gone, unless that is most of a collection at once.

A folder that somebody emptied looks from here like a disk that was not mounted or a server that answers nonsense, so
the owner says which it was. What lies elsewhere with the same bytes has moved and is not missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Text, and_, any_, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from store.models.private.connection import Collection
from store.models.private.inbound import Dropped, Inbound

FEW = 10  # a collection of fewer items may go at once


def let_go(session: Session, collection_id: UUID, remote_ids: Sequence[str] | None, *, sure: bool = False) -> int:
    """Mark what is gone of a collection, and nothing of it when that would be most.

    What was read of it stays; what still waits is not read any more, and counts no longer.

    Args:
        remote_ids: what the source no longer has; None when it no longer has the collection.
        sure: the owner said that it was meant to go.

    Returns:
        How many items are missed and were kept as they were; 0 when all were let go.
    """
    here = and_(Inbound.collection_id == collection_id, ~Inbound.gone)
    going = here if remote_ids is None else and_(here, _among(Inbound, remote_ids))
    missed = 0 if sure else _count(session, and_(going, ~_lies_elsewhere(collection_id, remote_ids)))
    held = _count(session, here) if missed else 0
    if held >= FEW and 2 * missed > held:
        return missed
    session.execute(update(Inbound).where(going).values(gone=True))
    left_out = and_(Dropped.collection_id == collection_id, ~Dropped.gone)
    going = left_out if remote_ids is None else and_(left_out, _among(Dropped, remote_ids))
    session.execute(update(Dropped).where(going).values(gone=True))
    return 0


def vanished(session: Session, connection_id: UUID, listed: Sequence[str]) -> list[Collection]:
    """Collections of a connection that hold items and whose remote names its source no longer lists."""
    holds = exists().where(Inbound.collection_id == Collection.id, ~Inbound.gone)
    asked = select(Collection).where(Collection.connection_id == connection_id, holds)
    return [each for each in session.scalars(asked.order_by(Collection.id)) if each.remote_name not in set(listed)]


def _count(session: Session, which: ColumnElement[bool]) -> int:
    return session.execute(select(func.count()).select_from(Inbound).where(which)).scalar_one()


def _among(item: type[Inbound | Dropped], remote_ids: Sequence[str]) -> ColumnElement[bool]:
    """One array, since a statement may have no more than 65,535 parameters."""
    return item.remote_id == any_(bindparam(None, list(remote_ids), ARRAY(Text)))


def _lies_elsewhere(collection_id: UUID, remote_ids: Sequence[str] | None) -> ColumnElement[bool]:
    """Whether the same bytes are at another place of the same owner that does not go along."""
    other = aliased(Inbound)
    stays: ColumnElement[bool] = other.collection_id != collection_id
    if remote_ids is not None:
        stays = or_(stays, ~_among(other, remote_ids))
    same = and_(other.owner_id == Inbound.owner_id, other.sha256 == Inbound.sha256, Inbound.sha256 != "")
    return exists().where(same, ~other.gone, stays)
