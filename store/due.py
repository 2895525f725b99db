"""What happens when: rows written in the transaction that makes them due, dispatched as jobs of one owner each.

One row per owner, kind and reference. Of some kinds each reference is a job of its own, so that none waits for another
of its owner's. Undoing drops the row; nothing else has to be called back. A job takes its rows
in the transaction that does the work, so what was taken is done and what failed is due again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import case, delete, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.models.due import Due

Kind = Literal[
    "sync", "publish", "deliver", "meeting_ended", "wake", "retention", "reconcile", "purge", "daily", "resume"
]
BATCH = 200
JOBS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DueWork:
    """What one owner has due of one kind; ``reference``: of that one alone."""

    owner_id: UUID
    kind: str
    since: datetime
    reference: str | None = None

    @property
    def lock(self) -> str:
        """No two jobs with it run at a time."""
        return lock(self.kind, self.owner_id, self.reference)


def lock(kind: str, owner_id: UUID, reference: str | None = None) -> str:
    """What keeps two jobs of a kind from working for one owner, or at one of an owner's references, at a time."""
    return f"{kind}:{owner_id}" if reference is None else f"{kind}:{owner_id}:{reference}"


def put(session: Session, owner_id: UUID, kind: Kind, reference: str, at: datetime) -> None:
    """Make something due at a time (with zone); a second call moves it."""
    put_all(session, owner_id, kind, {reference: at})


def put_all(session: Session, owner_id: UUID, kind: Kind, due: Mapping[str, datetime]) -> None:
    """The same for many references, each with its time, in one statement."""
    if not due:
        return
    rows = [{"owner_id": owner_id, "kind": kind, "reference": reference, "at": at} for reference, at in due.items()]
    row = insert(Due).values(rows)
    session.execute(
        row.on_conflict_do_update(index_elements=["owner_id", "kind", "reference"], set_={"at": row.excluded.at})
    )


def drop(session: Session, owner_id: UUID, kind: Kind, *references: str) -> None:
    """Take back what is not due any more; nothing happens when it is not there."""
    if references:
        session.execute(delete(Due).where(Due.owner_id == owner_id, Due.kind == kind, Due.reference.in_(references)))


def take(session: Session, owner_id: UUID, kind: Kind, now: datetime, limit: int = BATCH) -> tuple[str, ...]:
    """References due by now, oldest first, removed in this transaction; those that another transaction holds stay."""
    ready = (
        select(Due.owner_id, Due.kind, Due.reference)
        .where(Due.owner_id == owner_id, Due.kind == kind, Due.at <= now)
        .order_by(Due.at, Due.reference)
        .limit(limit)
        .with_for_update(skip_locked=True)
        .cte("ready")
    )
    mine = tuple_(Due.owner_id, Due.kind, Due.reference).in_(select(ready.c.owner_id, ready.c.kind, ready.c.reference))
    taken = session.execute(delete(Due).where(mine).returning(Due.at, Due.reference)).all()
    return tuple(row.reference for row in sorted(taken, key=lambda row: (row.at, row.reference)))


def take_one(session: Session, owner_id: UUID, kind: Kind, reference: str, now: datetime) -> bool:
    """Whether a reference is due by now; then it is removed in this transaction."""
    this = (Due.owner_id == owner_id, Due.kind == kind, Due.reference == reference, Due.at <= now)
    return session.scalar(delete(Due).where(*this).returning(Due.reference)) is not None


def everybody(session: Session, kind: Kind) -> dict[UUID, list[str]]:
    """All references of a kind, due or not, by owner. Sees all owners only under the worker's role."""
    found: dict[UUID, list[str]] = {}
    for owner_id, reference in session.execute(select(Due.owner_id, Due.reference).where(Due.kind == kind)):
        found.setdefault(owner_id, []).append(reference)
    return found


def of_kind(session: Session, owner_id: UUID, kind: Kind) -> dict[str, datetime]:
    """When each reference of a kind is due, of one owner."""
    asked = select(Due.reference, Due.at).where(Due.owner_id == owner_id, Due.kind == kind)
    return {reference: at for reference, at in session.execute(asked)}  # noqa: C416 - a Row is no tuple to mypy


def is_put(session: Session, owner_id: UUID, kind: Kind, reference: str) -> bool:
    """Whether something is to happen, now or later."""
    return put_at(session, owner_id, kind, reference) is not None


def put_at(session: Session, owner_id: UUID, kind: Kind, reference: str) -> datetime | None:
    """When something is to happen; None: it is not."""
    return session.scalar(select(Due.at).where(Due.owner_id == owner_id, Due.kind == kind, Due.reference == reference))


def stands(session: Session, owner_id: UUID, kind: Kind, reference: str, at: datetime | None) -> bool:
    """Whether something is to happen at that time still, so that nobody asked for it anew; held until the end."""
    these = (Due.owner_id == owner_id, Due.kind == kind, Due.reference == reference, Due.at == at)
    return session.scalar(select(Due.reference).where(*these).with_for_update()) is not None


def waiting(
    session: Session, kinds: Collection[str], now: datetime, apart: Collection[str] = ()
) -> tuple[DueWork, ...]:
    """Who has something due, longest waiting first. Sees all owners only under the worker's role.

    Args:
        apart: kinds of which each reference is told of by itself.
    """
    since, alone = func.min(Due.at), case((Due.kind.in_(apart), Due.reference)).label("alone")
    rows = session.execute(
        select(Due.owner_id, Due.kind, alone, since.label("since"))
        .where(Due.at <= now, Due.kind.in_(kinds))
        .group_by(Due.owner_id, Due.kind, "alone")
        .order_by(since, Due.owner_id, Due.kind, "alone")
        .limit(JOBS_AT_ONCE)
    ).all()
    return tuple(DueWork(row.owner_id, row.kind, row.since, row.alone) for row in rows)


def choose(work: Iterable[DueWork], busy: Collection[str]) -> tuple[DueWork, ...]:
    """What to dispatch now: one job for each lock, longest waiting first, none whose lock a live job holds."""
    seen = set(busy)
    chosen = []
    for due in sorted(work, key=lambda each: (each.since, each.lock)):
        if due.lock not in seen:
            seen.add(due.lock)
            chosen.append(due)
    return tuple(chosen)
