"""When somebody works: their zone, the days of their week, and when they are away.

What is to happen for a person at a time of day happens on a day on which they work. Days are theirs: the same clock
time is another moment on both sides of a change of the clocks, and a time that a change leaves out comes when it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

MORNING: Final = time(8)
WEEK: Final = frozenset(range(1, 8))  # ISO 8601: Monday is 1
LOOK_AHEAD: Final = 4 * 366  # days: nobody is away for longer


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which somebody is away, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether they are away on that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Workdays:
    """Somebody's working days.

    Attributes:
        zone: name of their time zone (IANA).
        days: of the week, 1 for Monday to 7 for Sunday.
    """

    zone: str
    days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    absences: tuple[Absence, ...] = ()

    def today(self, now: datetime) -> date:
        """The day where they are."""
        return now.astimezone(ZoneInfo(self.zone)).date()

    def at(self, day: date, clock: time) -> datetime:
        """The moment of a clock time on a day where they are, in UTC."""
        return datetime.combine(day, clock, ZoneInfo(self.zone)).astimezone(UTC)

    def is_on(self, day: date) -> bool:
        """Whether they work on that day."""
        return day.isoweekday() in self.days and not self.is_away(day)

    def is_away(self, day: date) -> bool:
        """Whether that day is one of an absence."""
        return any(absence.holds(day) for absence in self.absences)

    def next_on(self, day: date) -> date:
        """The first working day from a day on; the day itself when there is none within years."""
        ahead = (day + timedelta(days=number) for number in range(LOOK_AHEAD))
        return next((each for each in ahead if self.is_on(each)), day)

    def next_at(self, now: datetime, clock: time) -> datetime:
        """The first moment after now that is this clock time on a working day."""
        today = self.today(now)
        first = today if self.at(today, clock) > now else today + timedelta(days=1)
        return self.at(self.next_on(first), clock)

    def morning_after(self, now: datetime) -> datetime:
        """The morning of the next working day after today: when what is put off comes back."""
        return self.at(self.next_on(self.today(now) + timedelta(days=1)), MORNING)

    def after(self, now: datetime, wait: timedelta) -> datetime:
        """The end of a wait, moved to the morning of their return when they are away then."""
        end = now + wait
        day = self.today(end)
        return self.at(self.next_on(day), MORNING) if self.is_away(day) else end

    def before(self, now: datetime, days: int) -> datetime:
        """The moment so many days ago, days of absence not counted."""
        day, left = self.today(now), days
        while left:
            day -= timedelta(days=1)
            left -= not self.is_away(day)
        return now - (self.today(now) - day)
