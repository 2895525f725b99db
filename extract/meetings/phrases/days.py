"""The day that the pieces of a moment name, seen from the day of the message."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from extract.meetings.phrases.calendar import date_or_none, last_of, monday, months_on
from extract.meetings.phrases.ends import ENDS
from extract.meetings.phrases.pieces import Piece
from extract.meetings.phrases.reading import Reading, iso_monday, year_of

FIRST, LAST = date(1980, 1, 1), date(2120, 12, 31)
_FRIDAY: Final = 4
_WEEKEND: Final = 5
_WEEK: Final = 7
_SOON: Final = 60  # a date without a year that is at most so many days ago is that of this year
_ORDER: Final = ("weekday", "from now", "end", "week")  # which of several pieces fixes the day
_MOST_DAYS: Final = 3_660
_HALFWAY: Final = 15
_FAR: Final = timedelta(days=150)
_NEAR: Final = timedelta(days=45)
# A weekday chooses among days as near as these: beyond, the weekday is the slip of the pen.
_FARTHEST_BACK: Final = -200
_FARTHEST_ON: Final = 330


def day_of(pieces: Sequence[Piece], reading: Reading) -> date | None:
    """The one day that all the pieces agree on best; None where they fix none."""
    named = {piece.category: piece for piece in pieces if piece.names_day}
    try:
        found = _agreed(named, reading)
    except (ValueError, OverflowError):  # the 31st of June, a year beyond all calendars
        return None
    return found if found and FIRST <= found <= LAST else None


def _agreed(named: Mapping[str, Piece], reading: Reading) -> date | None:
    weekday = named.get("weekday")
    if "date" in named:
        return _dated(named["date"], weekday, named.get("from now"), reading)
    if weekday and "week" in named:
        return _within(named["week"], reading.weekday(weekday), reading)
    first = next((named[category] for category in _ORDER if category in named), None)
    return _alone(first, reading) if first else None


def _alone(piece: Piece, reading: Reading) -> date | None:
    return _WAYS[piece.rule.kind](piece, reading)


def _dated(piece: Piece, weekday: Piece | None, relative: Piece | None, reading: Reading) -> date | None:
    """A date; where it leaves year, month or order open, the one that a weekday beside it agrees with."""
    found = _alone(piece, reading)
    if relative and weekday:
        said = _alone(relative, reading)
        if said and said.weekday() == reading.weekday(weekday):
            return said
    if weekday is None or "y" in piece.groups or (found and found.weekday() == reading.weekday(weekday)):
        return found
    near = [day for day in _others(piece, reading) if _FARTHEST_BACK <= (day - reading.today).days <= _FARTHEST_ON]
    fitting = [day for day in near if day.weekday() == reading.weekday(weekday)]
    return min(fitting, key=lambda day: _distance(day, reading)) if fitting else found


def _distance(day: date, reading: Reading) -> int:
    """Days away; days behind count more, unless the sentence tells what was."""
    away = (day - reading.today).days
    return away if away >= 0 else -away * (1 if reading.past else 4)


def _others(piece: Piece, reading: Reading) -> list[date]:
    """Other days that a date without a year may be."""
    today = reading.today
    if piece.rule.kind == "ordinal":
        months = [months_on(today.replace(day=1), shift) for shift in (-1, 0, 1, 2)]
        days = [date_or_none(month.year, month.month, reading.number(piece, "d")) for month in months]
        return [day for day in days if day and (day >= today) != reading.past]
    years = (today.year - 1, today.year, today.year + 1)
    pairs = []
    if piece.rule.kind == "numeric":
        one, other = int(piece.groups["a"]), int(piece.groups["b"])
        pairs = [(one, other), (other, one)]
    elif month := reading.month(piece):
        pairs = [(month, reading.number(piece, "d"))]
    return [day for year in years for month, number in pairs if (day := date_or_none(year, month, number))]


def _date(piece: Piece, reading: Reading) -> date:
    month, day = reading.month(piece) or 0, reading.number(piece, "d")
    return date(year_of(piece, reading, month, day), month, day)


def _numeric(piece: Piece, reading: Reading) -> date:
    one, other = int(piece.groups["a"]), int(piece.groups["b"])
    day, month = (one, other) if reading.sent.day_first else (other, one)
    if month > 12:  # noqa: PLR2004 - there are twelve
        day, month = month, day
    found = date(year_of(piece, reading, month, day), month, day)
    return _other_order(piece, reading, found) or found


def _other_order(piece: Piece, reading: Reading, found: date) -> date | None:
    """The day of the figures in the other order, where it is near ahead and the one in the country's order is far."""
    if "y" in piece.groups or abs(found - reading.today) <= _FAR:
        return None
    other = date_or_none(year_of(piece, reading, found.day, found.month), found.day, found.month)
    return other if other and timedelta() <= other - reading.today <= _NEAR else None


def _feast(piece: Piece, reading: Reading) -> date:
    month, day = divmod(piece.rule.amount, 100)
    return date(year_of(piece, reading, month, day), month, day)


def _ordinal(piece: Piece, reading: Reading) -> date:
    """The next such day of a month: today counts."""
    number = reading.number(piece, "d")
    start = reading.today.replace(day=1)
    days = [day for shift in range(-1, 4) if (day := _of_month(start, shift, number))]
    if reading.past:
        return max(day for day in days if day <= reading.today)
    return min(day for day in days if day >= reading.today)


def _of_month(start: date, shift: int, number: int) -> date | None:
    month = months_on(start, shift)
    return date_or_none(month.year, month.month, number)


def _ordinal_of_month(piece: Piece, reading: Reading) -> date:
    return months_on(reading.today.replace(day=1), piece.rule.amount).replace(day=int(piece.groups["d"]))


def _nth_weekday(piece: Piece, reading: Reading) -> date:
    month, count = reading.month(piece) or 0, piece.groups["n"]
    place = int(count[0]) if count[0].isdigit() else reading.lexicon.number(count)
    first = date(year_of(piece, reading, month, 1), month, 1) if month else _month_from_now(piece, reading)
    if place < 0:
        last = last_of(first)
        return last - timedelta(days=(last.weekday() - reading.weekday(piece)) % _WEEK)
    return first + timedelta(days=(reading.weekday(piece) - first.weekday()) % _WEEK + _WEEK * (place - 1))


def _month_from_now(piece: Piece, reading: Reading) -> date:
    return months_on(reading.today.replace(day=1), piece.rule.amount)


def _weekday(piece: Piece, reading: Reading) -> date:
    """The next one after today, or the last one before in a sentence of what was."""
    if reading.past:
        return _last_weekday(piece, reading)
    return reading.today + timedelta(days=(reading.weekday(piece) - reading.today.weekday()) % _WEEK or _WEEK)


def _this_weekday(piece: Piece, reading: Reading) -> date:
    return reading.today + timedelta(days=(reading.weekday(piece) - reading.today.weekday()) % _WEEK)


def _last_weekday(piece: Piece, reading: Reading) -> date:
    return reading.today - timedelta(days=(reading.today.weekday() - reading.weekday(piece)) % _WEEK or _WEEK)


def _next_weekday(piece: Piece, reading: Reading) -> date:
    return monday(reading.today) + timedelta(days=_WEEK + reading.weekday(piece))


def _weekday_of_week(piece: Piece, reading: Reading) -> date:
    return monday(reading.today) + timedelta(days=_WEEK * piece.rule.amount + reading.weekday(piece))


def _weekday_and_weeks(piece: Piece, reading: Reading) -> date:
    return _this_weekday(piece, reading) + timedelta(days=_WEEK * piece.rule.amount)


def _within(week: Piece, weekday: int, reading: Reading) -> date | None:
    """A weekday of a week that is named beside it."""
    if week.rule.kind == "calendar week":
        return iso_monday(week, reading) + timedelta(days=weekday)
    return monday(reading.today) + timedelta(days=_WEEK * week.rule.amount + weekday)


def _shifted(piece: Piece, reading: Reading) -> date:
    return reading.today + timedelta(days=piece.rule.amount)


def _counted(piece: Piece, reading: Reading) -> date:
    return reading.today + timedelta(days=min(piece.rule.amount * reading.number(piece), _MOST_DAYS))


def _hours(piece: Piece, reading: Reading) -> date:
    return (reading.sent.at + timedelta(hours=reading.number(piece))).date()


def _working(piece: Piece, reading: Reading) -> date:
    day = reading.today
    for _ in range(reading.number(piece)):
        day += timedelta(days=1)
        while day.weekday() >= _WEEKEND:
            day += timedelta(days=1)
    return day


def _months(piece: Piece, reading: Reading) -> date:
    return months_on(reading.today, piece.rule.amount * min(reading.number(piece), 120))


def _iso(piece: Piece, _: Reading) -> date:
    return date(int(piece.groups["y"]), int(piece.groups["mn"]), int(piece.groups["d"]))


def _open(_: Piece, __: Reading) -> None:
    """A week is no day."""
    return


_WAYS: Final[Mapping[str, Callable[[Piece, Reading], date | None]]] = {
    "date": _date,
    "numeric": _numeric,
    "iso": _iso,
    "ordinal": _ordinal,
    "ordinal of month": _ordinal_of_month,
    "weekday": _weekday,
    "this weekday": _this_weekday,
    "next weekday": _next_weekday,
    "last weekday": _last_weekday,
    "weekday of week": _weekday_of_week,
    "weekday and weeks": _weekday_and_weeks,
    "nth weekday": _nth_weekday,
    "feast": _feast,
    "day": _shifted,
    "days": _counted,
    "working days": _working,
    "months": _months,
    "hours": _hours,
    "week": _open,
    "calendar week": _open,
    **ENDS,
}
