"""By which decision a suggestion was approved, and where it has each of its fields from."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from extract.facts import CALENDAR_TEXT, TEXT
from store.judgement.deals import FIELDS
from store.models.private.message import Meeting, Message
from store.models.private.suggestion import Decision, EvidenceRow, Suggestion
from store.review.word import Origins

PLACES = {TEXT: "signature", CALENDAR_TEXT: "calendar"}  # any other source is a header
SENTENCES = "text"  # of a mail, where a stage or deal is read


def origins_of(session: Session, row: Suggestion) -> dict[str, Origins]:
    """For each field with evidence in a mail or meeting, where it stands, and when that was written."""
    asked = (
        select(
            EvidenceRow.field,
            EvidenceRow.source,
            EvidenceRow.message_id,
            func.coalesce(Message.sent_at, Meeting.starts_at),
        )
        .outerjoin(Message, Message.id == EvidenceRow.message_id)
        .outerjoin(Meeting, Meeting.id == EvidenceRow.meeting_id)
        .where(EvidenceRow.suggestion_id == row.id)
        .order_by(EvidenceRow.id.desc())
    )
    return {
        field: _origins(SENTENCES if field in FIELDS else PLACES.get(source, "header"), message_id, at)
        for field, source, message_id, at in session.execute(asked)
    }


def _origins(place: str, message_id: UUID | None, at: datetime | None) -> Origins:
    return Origins(place, at.date(), message_id) if at else Origins()


def decision_of(session: Session, row: Suggestion) -> UUID:
    """The approval that stands: the newest decision that led to it."""
    newest = (
        select(Decision.id)
        .where(Decision.suggestion_id == row.id, Decision.verb.in_(("approve", "edit")))
        .order_by(Decision.decided_at.desc(), Decision.id.desc())
        .limit(1)
    )
    return session.scalars(newest).one()
