"""The decision trace: why something is not in the review. Kept for seven days, its owner's alone, without any text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from store import due
from store.judgement.worth import Reason
from store.models.private.trace import Trace
from store.rows import among, insert_rows

KEPT = timedelta(days=7)
REFERENCE = "trace"


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged of an owner's: why a mail or meeting is worth no note, None for what is worth one."""

    owner_id: UUID
    mails: Mapping[UUID, Reason | None]
    meetings: Mapping[UUID, Reason | None]
    now: datetime


def leave(session: Session, judged: Judged) -> None:
    """Write the reasons; what is worth a note leaves no trace any more."""
    mails, meetings = judged.mails, judged.meetings
    session.execute(delete(Trace).where(among(Trace.message_id, mails) | among(Trace.meeting_id, meetings)))
    told = {"owner_id": judged.owner_id, "judged_at": judged.now}
    rows = [told | {"message_id": each, "meeting_id": None, "reason": why} for each, why in mails.items() if why]
    rows += [told | {"message_id": None, "meeting_id": each, "reason": why} for each, why in meetings.items() if why]
    if rows:
        insert_rows(session, Trace, rows)
        if not due.is_put(session, judged.owner_id, "retention", REFERENCE):
            due.put(session, judged.owner_id, "retention", REFERENCE, judged.now + KEPT)


def forget(session: Session, owner_id: UUID, now: datetime) -> None:
    """Traces older than KEPT go; those that stay are due when the oldest of them is."""
    session.execute(delete(Trace).where(Trace.owner_id == owner_id, Trace.judged_at <= now - KEPT))
    oldest = session.scalar(select(func.min(Trace.judged_at)).where(Trace.owner_id == owner_id))
    if oldest:
        due.put(session, owner_id, "retention", REFERENCE, oldest + KEPT)
