"""Terms of a goal from a Monday on, and rows that count for it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from store.judgement.goals.counting import Counted
from store.judgement.goals.terms import Terms

BEGIN = date(2026, 1, 5)


def on(week: int, day: int = 0) -> date:
    return BEGIN + timedelta(weeks=week, days=day)


def ids(number: int) -> tuple[UUID, ...]:
    return tuple(UUID(int=at + 1) for at in range(number))


def terms(measure: str = "two_way", target: int = 4, weeks: int = 13, companies: int = 6) -> Terms:
    hours = 24 if measure == "reply_within" else None
    return Terms(measure, target, BEGIN, on(weeks), "Know them all", ids(companies), hours=hours)


def row(number: int, day: date, *, hit: bool = True, until: date | None = None, amount: int = 0) -> Counted:
    return Counted("companies", UUID(int=number), f"Row {number}", day, (UUID(int=100 + number),), hit, until, amount)
