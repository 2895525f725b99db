"""Days, months and weeks, reckoned."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def date_or_none(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_on(day: date, count: int) -> date:
    """The same day so many months later, or the last of that month."""
    month = day.year * 12 + day.month - 1 + count
    year, number = divmod(month, 12)
    return date(year, number + 1, min(day.day, calendar.monthrange(year, number + 1)[1]))


def last_of(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
