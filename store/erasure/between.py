"""What some of us said of somebody to one another: in goals, at their markers, and on the page of a 1:1."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from store.erasure.subject import Subject

GOALS = text("update goal set words = '' where lower(words) like any(:patterns)")
MARKERS = text("update goal_marker set words = '' where lower(words) like any(:patterns)")
REVIEWS = text("delete from goal_review where author_id = :owner and lower(words) like any(:patterns)")
LINES = text("delete from agenda_line where author_id = :owner and lower(words) like any(:patterns)")


def erase(session: Session, owner_id: UUID, subject: Subject) -> None:
    """Forget what names somebody: a goal loses its words and stays, what one of us said goes."""
    for statement in (GOALS, MARKERS):
        session.execute(statement, {"patterns": subject.patterns})
    for statement in (REVIEWS, LINES):
        session.execute(statement, {"patterns": subject.patterns, "owner": owner_id})
