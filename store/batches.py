"""A batch of what waits to be read: taken up, held while it is recorded, and marked with what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from store.models.private.inbound import Inbound
from store.rows import among

# A batch costs some seventy statements however little is in it, and asks once about everybody in it.
READ_AT_ONCE = 200
READ_AT_ONCE_BYTES = 64 * 1024 * 1024  # a batch is in memory, and so is the next


def waiting(
    session: Session,
    owner_id: UUID,
    limit: int = READ_AT_ONCE,
    apart: Collection[UUID] = (),
    most_bytes: int = READ_AT_ONCE_BYTES,
) -> list[Inbound]:
    """The oldest items of one owner that wait to be read, history last, since somebody waits for what is new.

    What went from its source meanwhile is not read.

    Args:
        apart: not these, which are being read.
        most_bytes: none once those before come to so many.
    """
    oldest = (Inbound.is_history, Inbound.id)
    size = func.coalesce(func.octet_length(Inbound.payload), 0)
    asked = select(*oldest, size.label("size")).where(
        Inbound.owner_id == owner_id, Inbound.state == "waiting", ~Inbound.gone
    )
    asked = asked.where(~among(Inbound.id, apart)) if apart else asked
    first = asked.order_by(*oldest).limit(limit).subquery()
    before = func.sum(first.c.size).over(order_by=(first.c.is_history, first.c.id)) - first.c.size
    sized = select(first.c.id, before.label("before")).subquery()
    fits = select(sized.c.id).where(sized.c.before < most_bytes)
    return list(session.scalars(select(Inbound).where(Inbound.id.in_(fits)).order_by(*oldest)))


def still_waiting(session: Session, seen: Mapping[UUID, str]) -> set[UUID]:
    """Which of these items are there and wait with the bytes that were seen; held until the transaction ends.

    Args:
        seen: SHA-256 of the bytes that were read, by item.
    """
    asked = select(Inbound.id, Inbound.sha256).where(among(Inbound.id, seen), Inbound.state == "waiting", ~Inbound.gone)
    return {row_id for row_id, sha256 in session.execute(asked.with_for_update()) if sha256 == seen[row_id]}


def mark_read(session: Session, versions: Mapping[UUID, str]) -> None:
    """These were read and recorded, each by the reader of that version."""
    for version in set(versions.values()):
        ids = [inbound_id for inbound_id, by in versions.items() if by == version]
        session.execute(update(Inbound).where(among(Inbound.id, ids)).values(state="read", reader_version=version))


def quarantine(session: Session, inbound_id: UUID, reason: str) -> None:
    """This cannot be read; its bytes stay."""
    session.execute(update(Inbound).where(Inbound.id == inbound_id).values(state="quarantined", reason=reason))
