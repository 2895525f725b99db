"""When a recurring event takes place (RFC 5545 section 3.8.5): by its rule, on days added, but not on days left out.

Times repeat on the wall clock of the event's own zone, and an event lasts as long every time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from extract.facts import Span
from extract.limits import SUBJECT_CHARACTERS
from extract.mail.words import clean
from extract.meetings.lines import Component, Property, components
from extract.meetings.repetition import RefusedError, Rule, read_rule
from extract.meetings.times import LAST_YEAR, Moment, duration, instant, moment

DATES: Final = 1_000  # that are added or left out one by one
OCCURRENCES: Final = 1_000  # of one window
_SLACK: Final = timedelta(days=2)  # more than any two zones are apart


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which a recurring event takes place.

    Attributes:
        instance: its start as a RECURRENCE-ID gives it (section 3.8.4.4); a date for a whole day.
        start, end: aware, in UTC; no end where the event has none.
    """

    instance: str
    start: datetime
    end: datetime | None

    @property
    def instant(self) -> str:
        """The instance in UTC; a date for a whole day."""
        return instant(self.start) if "T" in self.instance else self.instance


@dataclass(frozen=True, slots=True)
class _Clock:
    """The wall clock on which an event repeats; its times carry no zone."""

    first: datetime
    zone: ZoneInfo
    in_utc: bool
    all_day: bool
    lasts: timedelta | None

    def occurrence(self, wall: datetime) -> Occurrence:
        start = self._utc(wall)
        if self.all_day:
            return Occurrence(f"{wall:%Y%m%d}", start, self._utc(wall + self.lasts) if self.lasts else None)
        end = None if self.lasts is None else start + self.lasts
        return Occurrence(f"{wall:%Y%m%dT%H%M%S}{'Z' if self.in_utc else ''}", start, end)

    def place(self, value: str, written: Property | None = None, own_zone: str = "") -> datetime | None:
        """The wall clock of a moment; a date alone means what begins on it. Without a property it is in our zone."""
        parameters = written.parameters if written else {}
        zone = own_zone or self.zone.key
        found = moment(Property("", parameters, value, Span(0, 0)), zone)
        if found is None:
            return None
        if found.all_day:
            return datetime.combine(found.at.astimezone(ZoneInfo(zone)).date(), self.first.time())
        return self.wall(found.at)

    def wall(self, at: datetime) -> datetime:
        return at.astimezone(self.zone).replace(tzinfo=None)

    def _utc(self, wall: datetime) -> datetime:
        """A time that a clock change skips is read with the offset before it (section 3.3.5)."""
        return wall.replace(tzinfo=self.zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring event, read.

    Attributes:
        first: its own start and end.
    """

    first: Occurrence
    _clock: _Clock
    _rule: Rule
    _added: frozenset[datetime]
    _left_out: frozenset[datetime]

    def between(self, since: datetime, until: datetime, replaced: Iterable[str] = ()) -> tuple[Occurrence, ...]:
        """What starts in a time, both ends included, in order; at most ``OCCURRENCES``.

        Args:
            replaced: RECURRENCE-IDs as written that have events of their own: cancelled, moved or changed.
        """
        missing = self._left_out | {each for each in map(self._clock.place, replaced) if each}
        last = min(until, datetime(LAST_YEAR, 1, 1, tzinfo=UTC)) + _SLACK
        walls = {*self._by_rule(self._clock.wall(since - _SLACK), self._clock.wall(last)), *self._added} - missing
        found = map(self._clock.occurrence, sorted(walls))
        return tuple(each for each in found if since <= each.start <= until)[:OCCURRENCES]

    def _by_rule(self, since: datetime, last: datetime) -> Iterable[datetime]:
        first = self._clock.first
        ends = self._ends(last)
        days = self._rule.days(first.date(), since.date(), ends.date())
        walls = (datetime.combine(day, first.time()) for day in days)
        return (wall for wall in walls if wall <= ends or wall == first)

    def _ends(self, last: datetime) -> datetime:
        """The last moment of the rule; UNTIL given as a date includes the day."""
        until = self._clock.place(self._rule.until) if self._rule.until else None
        if until and len(self._rule.until or "") <= len("2026-01-01"):
            until = datetime.combine(until.date(), time.max)
        return min(until, last) if until else last


def read_series(text: str, uid: str, own_zone: str) -> Series | None:
    """The recurring event of this UID; None if there is none, or its rule is refused.

    An event that leaves out by rule (EXRULE, which RFC 5545 has given up) is refused as well.

    Args:
        text: the unfolded calendar, as ``lines.unfolded`` gives it.
        own_zone: the owner's IANA zone, for times without one.
    """
    event = next((each for each in components(text, []) if _is_series(each, uid)), None)
    begins = event.first("DTSTART") if event else None
    start = moment(begins, own_zone) if begins else None
    if event is None or start is None or event.first("EXRULE"):
        return None
    clock = _clock_of(event, start, own_zone)
    try:
        rule = read_rule(next(event.all("RRULE")).value)
    except RefusedError:
        return None
    if rule.until is not None and clock.place(rule.until) is None:
        return None
    added, left_out = (_dates(event, name, clock, own_zone) for name in ("RDATE", "EXDATE"))
    return Series(clock.occurrence(clock.first), clock, rule, added, left_out)


def _is_series(event: Component, uid: str) -> bool:
    own = event.first("UID")
    is_whole = event.name == "VEVENT" and not event.first("RECURRENCE-ID") and event.first("RRULE") is not None
    return is_whole and own is not None and clean(own.value)[:SUBJECT_CHARACTERS] == uid


def _clock_of(event: Component, start: Moment, own_zone: str) -> _Clock:
    in_utc = start.timezone is None and not start.all_day
    zone = ZoneInfo("UTC" if in_utc else start.timezone or own_zone)
    first = start.at.astimezone(zone).replace(tzinfo=None)
    return _Clock(first, zone, in_utc, start.all_day, _lasts(event, start, own_zone))


def _lasts(event: Component, start: Moment, own_zone: str) -> timedelta | None:
    """How long it lasts: whole days as such, else exactly."""
    ends, said = event.first("DTEND"), event.first("DURATION")
    end = moment(ends, own_zone) if ends else None
    if end and end.at >= start.at:
        exact = end.at - start.at
        return timedelta(days=round(exact / timedelta(days=1))) if start.all_day else exact
    length = duration(said.value) if said else None
    return timedelta(days=1) if length is None and start.all_day else length


def _dates(event: Component, name: str, clock: _Clock, own_zone: str) -> frozenset[datetime]:
    """The wall clocks of a list of moments; periods are not read."""
    values = [(value, written) for written in event.all(name) for value in written.value.split(",")]
    places = (clock.place(value, written, own_zone) for value, written in values[:DATES])
    return frozenset(place for place in places if place)
