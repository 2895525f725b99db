"""What a mailbox's owner sees of it folder by folder: how much its server has, and how much of that is here."""

from __future__ import annotations

from collections.abc import Collection as Many
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models.private.connection import Collection


@dataclass(frozen=True, slots=True)
class Compared:
    """One folder or calendar, as the last comparison found it.

    Attributes:
        there: how many items its server has.
        older: how many of these are older than what is read.
        here: how many are kept, set aside or left out.
        missing: how many are wanted and could not be had.
        left: items of its history that are still to come.
        at: when it was compared; None: not yet.
    """

    name: str
    there: int
    older: int
    here: int
    missing: int
    left: int
    at: datetime | None


def compared(session: Session, owner_id: UUID, connection_ids: Many[UUID]) -> dict[UUID, list[Compared]]:
    """An owner's folders by connection, those first that hold most."""
    asked = select(Collection).where(
        Collection.owner_id == owner_id, Collection.connection_id.in_(connection_ids), Collection.name != ""
    )
    found: dict[UUID, list[Compared]] = {}
    for row in session.scalars(asked.order_by(Collection.there.desc().nulls_last(), Collection.name)):
        found.setdefault(row.connection_id, []).append(
            Compared(
                row.name,
                row.there or 0,
                row.older or 0,
                row.here or 0,
                row.missing or 0,
                row.history_left,
                row.compared_at,
            )
        )
    return found
