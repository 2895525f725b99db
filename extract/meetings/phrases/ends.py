"""Ends and middles of weeks, months, quarters and years: a week ends on its Friday, a month's middle is its 15th."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from extract.meetings.phrases.calendar import last_of, monday, months_on
from extract.meetings.phrases.pieces import Piece
from extract.meetings.phrases.reading import Reading, iso_monday, year_of

_FRIDAY: Final = 4
_WEEKEND: Final = 5
_WEEK: Final = 7
_HALFWAY: Final = 15


def _end_of_week(piece: Piece, reading: Reading) -> date:
    """A Friday; on a weekend that of the week to come."""
    weekend = timedelta(days=2 if reading.today.weekday() >= _WEEKEND else 0)
    return monday(reading.today + weekend) + timedelta(days=_WEEK * piece.rule.amount + _FRIDAY)


def _end_of_calendar_week(piece: Piece, reading: Reading) -> date:
    return iso_monday(piece, reading) + timedelta(days=_FRIDAY)


def _end_of_month(piece: Piece, reading: Reading) -> date:
    return last_of(months_on(reading.today, piece.rule.amount))


def _end_of_named_month(piece: Piece, reading: Reading) -> date:
    month = reading.month(piece) or 0
    return last_of(date(year_of(piece, reading, month, 28), month, 28))


def _middle_of_month(piece: Piece, reading: Reading) -> date:
    month = reading.month(piece)
    if month:
        return date(year_of(piece, reading, month, _HALFWAY), month, _HALFWAY)
    return months_on(reading.today, piece.rule.amount).replace(day=_HALFWAY)


def _end_of_quarter(piece: Piece, reading: Reading) -> date:
    left = 2 - (reading.today.month - 1) % 3
    return last_of(months_on(reading.today, left + 3 * piece.rule.amount))


def _end_of_named_quarter(piece: Piece, reading: Reading) -> date:
    month = 3 * reading.number(piece)
    return last_of(date(year_of(piece, reading, month, 28), month, 1))


def _end_of_year(piece: Piece, reading: Reading) -> date:
    return date(reading.today.year + piece.rule.amount, 12, 31)


ENDS: Final[Mapping[str, Callable[[Piece, Reading], date | None]]] = {
    "end of week": _end_of_week,
    "end of calendar week": _end_of_calendar_week,
    "end of month": _end_of_month,
    "end of named month": _end_of_named_month,
    "middle of month": _middle_of_month,
    "end of quarter": _end_of_quarter,
    "end of named quarter": _end_of_named_quarter,
    "end of year": _end_of_year,
}
