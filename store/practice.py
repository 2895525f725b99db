"""Who has yet to be shown how to review: a rep who never decided anything and did not practise either."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.models.people import Installation
from store.models.private.preference import Preference
from store.models.private.suggestion import Decision


def is_newcomer(session: Session, rep: UUID) -> bool:
    """Whether a rep is to practise first. Nobody is in the demo: it is made up already."""
    real = exists().where(Installation.demo.is_(False))
    knows = exists().where(Preference.owner_id == rep, Preference.practised)
    decided = exists().where(Decision.owner_id == rep)
    return bool(session.execute(select(real & ~knows & ~decided)).scalar_one())


def practised(session: Session, rep: UUID) -> None:
    """Ask a rep to practise no more, done or skipped. Doing it twice changes nothing."""
    row = insert(Preference).values(owner_id=rep, practised=True)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id"], set_={"practised": True}))
