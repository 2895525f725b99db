"""When somebody looked at a page before, so that it can say what came since; nobody else learns it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.models.private.visit import Visit
from store.people import NOBODY

ONE_LOOK = timedelta(hours=1)  # what is opened again within it is still being looked at


def look(session: Session, viewer_id: UUID, page: str, now: datetime) -> datetime | None:
    """Note that somebody looks at a page; when they looked before, None for the first time and for nobody."""
    if viewer_id == NOBODY:
        return None
    first = insert(Visit).values(owner_id=viewer_id, page=page, looked_at=now)
    again = case((Visit.looked_at < now - ONE_LOOK, Visit.looked_at), else_=Visit.before_at)
    both = first.on_conflict_do_update(index_elements=["owner_id", "page"], set_={"looked_at": now, "before_at": again})
    return session.scalar(both.returning(Visit.before_at))
