"""The address of a rep's calendar of promises: which version of it holds. Renewing it ends the one before for good."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.models.private.preference import Preference

CALENDAR = "calendar of promises"


def version(session: Session, rep: UUID) -> int:
    """The version that holds; 0 or less for none."""
    return session.scalar(select(Preference.calendar).where(Preference.owner_id == rep)) or 0


def renew(session: Session, rep: UUID) -> None:
    """Have a new address hold, and none before it."""
    _become(session, rep, func.abs(Preference.calendar) + 1, first=1)


def end(session: Session, rep: UUID) -> None:
    """Have no address hold."""
    _become(session, rep, -func.abs(Preference.calendar), first=0)


def _become(session: Session, rep: UUID, then: object, *, first: int) -> None:
    row = insert(Preference).values(owner_id=rep, calendar=first)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id"], set_={"calendar": then}))
