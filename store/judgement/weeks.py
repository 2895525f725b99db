"""Contact with one company or person, week by week: who wrote how often, when nobody did, and what that comes to.

The sentence that a chart has for its title is one of a few, by rules that docs/relationships.md tells. It compares
eight weeks with the eight before, for one company alone; trends over many are another matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal

Finding = Literal[
    "nothing", "few", "quiet", "now they", "now we", "they", "we", "more", "less", "even"
]  # who writes more, and since when; how much there is beside before
Side = Literal["theirs", "ours", "met"]
SHOWN: Final = 26
COMPARED: Final = 8
FEW: Final = 8  # exchanges in both spans together: less says nothing
CLEARLY: Final = 1.5
SILENT: Final = 4  # weeks without anything until today
GAP: Final = 2
WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One approved exchange: the day where the reader is, and whether they wrote, we did, or both met."""

    day: date
    side: Side


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on a Monday: mails from them and from us, and meetings."""

    monday: date
    theirs: int = 0
    ours: int = 0
    met: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.theirs + self.ours + self.met


@dataclass(frozen=True, slots=True)
class Gap:
    """Weeks without contact between weeks with some: positions of the first and of the one after the last."""

    first: int
    end: int


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks(exchanged: Iterable[Exchanged], today: date, number: int = SHOWN) -> tuple[Week, ...]:
    """The last weeks, oldest first, this one included."""
    counted = Counter((monday_of(each.day), each.side) for each in exchanged)
    mondays = [monday_of(today) - WEEK * back for back in reversed(range(number))]
    return tuple(Week(day, *(counted[day, side] for side in ("theirs", "ours", "met"))) for day in mondays)


def gaps(found: Sequence[Week]) -> tuple[Gap, ...]:
    """Where nobody wrote for at least two weeks, and somebody did before and after."""
    active = [at for at, week in enumerate(found) if week.total]
    return tuple(Gap(one + 1, other) for one, other in pairwise(active) if other - one > GAP)


def silent_weeks(found: Sequence[Week]) -> int:
    """Whole weeks without anything before this one, where there is nothing in this one either."""
    active = [at for at, week in enumerate(found) if week.total]
    return len(found) - 2 - active[-1] if active and active[-1] < len(found) - 1 else 0


def finding(found: Sequence[Week]) -> Finding:
    """What the weeks say, in one of a few words."""
    recent, before = found[-COMPARED:], found[-2 * COMPARED : -COMPARED]
    now, then = (sum(week.total for week in span) for span in (recent, before))
    if not any(week.total for week in found):
        return "nothing"
    if silent_weeks(found) >= SILENT:
        return "quiet"
    if now + then < FEW:
        return "few"
    return _leading(recent, before) or _amount(now, then)


def _leading(recent: Sequence[Week], before: Sequence[Week]) -> Finding | None:
    if _leads(recent, "theirs", "ours"):
        return "they" if _leads(before, "theirs", "ours") else "now they"
    if _leads(recent, "ours", "theirs"):
        return "we" if _leads(before, "ours", "theirs") else "now we"
    return None


def _leads(span: Sequence[Week], one: Side, other: Side) -> bool:
    more, less = (int(sum(getattr(week, side) for week in span)) for side in (one, other))
    return more >= FEW // 2 and more > CLEARLY * less


def _amount(now: int, then: int) -> Finding:
    if now > CLEARLY * then:
        return "more"
    return "less" if then > CLEARLY * now else "even"
