"""How many notes somebody settled in which week: for themselves alone, who may set time beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from store.models.private.suggestion import Suggestion

WEEKS = 8
NOTED = ("approved", "published")
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """The exchanges that were noted in the week that begins on ``monday``, by a key or by a rule."""

    monday: date
    notes: int


def weeks(session: Session, owner_id: UUID, zone: str, now: datetime) -> list[Week]:
    """The last weeks where the owner is, the newest first; what was kept or shared as history counts in none."""
    today = now.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    week = func.date_trunc("week", func.timezone(zone, Suggestion.settled_at))
    noted = (Suggestion.owner_id == owner_id, Suggestion.kind == "interaction", Suggestion.state.in_(NOTED))
    asked = select(week, func.count()).where(*noted, ~Suggestion.is_history).group_by(week)
    counted = {begins.date(): notes for begins, notes in session.execute(asked.where(week > monday - WEEKS * WEEK))}
    return [Week(each, counted.get(each, 0)) for each in (monday - back * WEEK for back in range(WEEKS))]
