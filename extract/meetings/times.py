"""Dates, times, zones and durations of RFC 5545 as moments. Zone definitions in the calendar are never run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from extract.expressions import expression
from extract.meetings.lines import Property

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
_WRITTEN: Final = expression(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?")
_DURATION: Final = expression(
    r"([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?"
)
_OFFSET: Final = expression(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a calendar gives it.

    Attributes:
        at: aware, in UTC.
        all_day: a date without a time (section 3.3.4).
        timezone: the IANA name it was resolved with; None for a date and for UTC.
        guessed: its zone is not known, the owner's was taken.
    """

    at: datetime
    all_day: bool
    timezone: str | None
    guessed: bool


def moment(written: Property, own_zone: str) -> Moment | None:
    """The moment of a DATE or DATE-TIME property (sections 3.3.4, 3.3.5); None if it is neither or out of reason.

    A time without a zone is one on the owner's wall clock (a floating time, or a zone that nobody knows).
    """
    found = _WRITTEN.fullmatch(written.value.strip().upper())
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59)) if found[4] else time()
    except ValueError:
        return None
    if not found[4]:
        return Moment(_utc(day, clock, ZoneInfo(own_zone)), all_day=True, timezone=None, guessed=False)
    if found[7]:
        return Moment(_utc(day, clock, UTC), all_day=False, timezone=None, guessed=False)
    said = written.parameters.get("TZID", "")
    zone = known_zone(said)
    name = zone or own_zone
    return Moment(_utc(day, clock, ZoneInfo(name)), all_day=False, timezone=name, guessed=bool(said) and zone is None)


def instant(at: datetime) -> str:
    """A moment as every calendar can write it: a DATE-TIME in UTC (section 3.3.5, form 2)."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def duration(written: str) -> timedelta | None:
    """A DURATION (section 3.3.6) of at most some years; None if it is none or negative."""
    found = _DURATION.fullmatch(written.strip().upper())
    if found is None or found[1] == "-" or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


@cache
def known_zone(said: str) -> str | None:
    """The IANA name for a TZID: itself, the tail of a path, a Windows name, a fixed offset; None if nobody knows it."""
    name = said.strip().strip('"')
    for tail in (name, "/".join(name.split("/")[-3:]), "/".join(name.split("/")[-2:])):
        if tail in _zones():
            return tail
    if name in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[name]
    found = _OFFSET.fullmatch(name.replace(" ", "").upper())
    if found and int(found[3] or 0) == 0 and int(found[2]) <= 12:  # noqa: PLR2004 - what the Etc zones know
        turned = "-" if found[1] == "+" else "+"  # POSIX signs: Etc/GMT-2 is two hours east
        return f"Etc/GMT{turned}{int(found[2])}"
    return None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _utc(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
