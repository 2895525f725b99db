"""A rep parts a meeting from the mails that were noted with it, or puts them together again: each is judged anew."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from store import due
from store.errors import NotFound
from store.models.private.message import Meeting
from store.models.private.suggestion import Suggestion, SuggestionSource
from store.review.submit import OPEN


def part(session: Session, owner_id: UUID, suggestion_id: UUID, now: datetime, *, apart: bool) -> None:
    """Have a waiting note's meeting stand apart from mails, those that come later included; or no more.

    The worker judges it anew at once. Parting and joining again gives the note as it was.

    Raises:
        NotFound: no note about a meeting waits under this id for its owner.
    """
    of_it = (Suggestion.id == suggestion_id, Suggestion.owner_id == owner_id, Suggestion.state.in_(OPEN))
    asked = select(SuggestionSource.meeting_id).join(Suggestion, Suggestion.id == SuggestionSource.suggestion_id)
    meetings = session.scalars(asked.where(*of_it, SuggestionSource.meeting_id.is_not(None))).all()
    if not meetings:
        raise NotFound("There is no such note.")
    session.execute(update(Meeting).where(Meeting.id.in_(meetings)).values(parted=apart))
    for meeting_id in meetings:
        due.put(session, owner_id, "meeting_ended", str(meeting_id), now)
