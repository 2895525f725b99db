"""Why is this not here: what was judged in the last days and is worth no note, for its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models.private.message import Meeting, Message, Participation
from store.models.private.trace import Trace
from store.traces import KEPT

SHOWN = 200


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One mail or meeting. ``whom`` is the address that sent it or invited, where there is one."""

    kind: str
    at: datetime | None
    whom: str | None
    reason: str


def left_out(session: Session, owner_id: UUID, now: datetime) -> list[LeftOut]:
    """The newest first."""
    at = func.coalesce(Message.sent_at, Meeting.starts_at)
    sender = (
        select(Participation.address)
        .where(
            (Participation.message_id == Trace.message_id) | (Participation.meeting_id == Trace.meeting_id),
            Participation.role.in_(("from", "organizer")),
        )
        .limit(1)
        .scalar_subquery()
    )
    asked = (
        select(Trace.meeting_id, at, sender, Trace.reason)
        .outerjoin(Message, Message.id == Trace.message_id)
        .outerjoin(Meeting, Meeting.id == Trace.meeting_id)
        .where(Trace.owner_id == owner_id, Trace.judged_at > now - KEPT)
        .order_by(at.desc().nulls_last(), Trace.id)
        .limit(SHOWN)
    )
    return [
        LeftOut("meeting" if meeting_id else "mail", moment, whom, reason)
        for meeting_id, moment, whom, reason in session.execute(asked)
    ]
