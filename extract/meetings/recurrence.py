"""When a recurring event takes place (RFC 5545 section 3.8.5): by its rule, on days added, but not on days left out.

Times repeat on the wall clock of the event's own zone, and an event lasts as long every time. From an instance on that
was changed together with all that follow (RANGE=THISANDFUTURE, section 3.2.13) they begin by as much later or earlier,
last as long as that one, or are called off.
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
THIS_AND_FUTURE: Final = "THISANDFUTURE"
FARTHEST: Final = timedelta(days=366)  # by which a change moves what follows
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

    def occurrence(self, wall: datetime, by: timedelta = timedelta(), lasts: timedelta | None = None) -> Occurrence:
        """What takes place at a time of the rule; ``by`` so much later, and as long as it ``lasts`` there."""
        moved, lasts = wall + by, lasts or self.lasts
        start = self._utc(moved)
        if self.all_day:
            return Occurrence(f"{wall:%Y%m%d}", start, self._utc(moved + lasts) if lasts else None)
        end = None if lasts is None else start + lasts
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
class _Change:
    """What became of an instance and of all that follow it.

    Attributes:
        since: the instance, on the wall clock of the rule.
        by: how much later they begin; None: they are called off.
    """

    since: datetime
    by: timedelta | None
    lasts: timedelta | None


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
    _changes: tuple[_Change, ...] = ()

    def between(self, since: datetime, until: datetime, replaced: Iterable[str] = ()) -> tuple[Occurrence, ...]:
        """What starts in a time, both ends included, in order; at most ``OCCURRENCES``.

        Args:
            replaced: RECURRENCE-IDs as written that have events of their own: cancelled, moved or changed.
        """
        missing = self._left_out | {each for each in map(self._clock.place, replaced) if each}
        slack = _SLACK + max((abs(each.by) for each in self._changes if each.by), default=timedelta())
        last = min(until, datetime(LAST_YEAR, 1, 1, tzinfo=UTC)) + slack
        walls = {*self._by_rule(self._clock.wall(since - slack), self._clock.wall(last)), *self._added} - missing
        found = filter(None, map(self._at, sorted(walls)))
        return tuple(sorted((each for each in found if since <= each.start <= until), key=_begins)[:OCCURRENCES])

    def _at(self, wall: datetime) -> Occurrence | None:
        """What takes place at a time of the rule, by the last change before it; None: it was called off."""
        change = next((each for each in reversed(self._changes) if each.since <= wall), None)
        if change is None:
            return self._clock.occurrence(wall)
        return None if change.by is None else self._clock.occurrence(wall, change.by, change.lasts)

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
    events = [each for each in components(text, []) if _is_of(each, uid)]
    event = next((each for each in events if _is_series(each)), None)
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
    changed = (_changed(each, clock, own_zone) for each in events[:DATES])
    changes = sorted((each for each in changed if each), key=lambda each: each.since)
    return Series(clock.occurrence(clock.first), clock, rule, added, left_out, tuple(changes))


def _begins(occurrence: Occurrence) -> datetime:
    return occurrence.start


def _is_series(event: Component) -> bool:
    return not event.first("RECURRENCE-ID") and event.first("RRULE") is not None


def _is_of(event: Component, uid: str) -> bool:
    own = event.first("UID")
    return event.name == "VEVENT" and own is not None and clean(own.value)[:SUBJECT_CHARACTERS] == uid


def _changed(event: Component, clock: _Clock, own_zone: str) -> _Change | None:
    """What an event says of an instance and all that follow; None: it says nothing of them."""
    instance, begins, status = (event.first(name) for name in ("RECURRENCE-ID", "DTSTART", "STATUS"))
    if instance is None or instance.parameters.get("RANGE", "").upper() != THIS_AND_FUTURE:
        return None
    since = clock.place(instance.value, instance, own_zone)
    if since is None:
        return None
    if status and status.value.strip().upper() == "CANCELLED":
        return _Change(since, None, None)
    start, now = (moment(begins, own_zone), clock.place(begins.value, begins, own_zone)) if begins else (None, None)
    if start is None or now is None or start.all_day != clock.all_day or abs(now - since) > FARTHEST:
        return None
    return _Change(since, now - since, _lasts(event, start, own_zone))


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
