"""A recurrence rule (RFC 5545 section 3.3.10) as the days on which it holds.

Rules come from strangers, and some are made to never end, so a rule is never followed step by step: what repeats by
the day or slower holds on a day or it does not, and looking at each day of a span takes a time that is known before.
What repeats within a day, or is no rule, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from math import prod
from types import MappingProxyType
from typing import Final

from extract.expressions import expression

COUNT: Final = 1_000
INTERVAL: Final = 1_000
DENSITY: Final = 1_000  # the product of the lengths of all BY lists
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY: Final = expression(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_INTEGER: Final = expression(r"[+-]?\d{1,6}")
# What a list may hold: the size of its members, and the frequencies that it goes with.
_LISTS: Final[Mapping[str, tuple[int, frozenset[str]]]] = MappingProxyType(
    {
        "BYMONTH": (12, frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})),
        "BYMONTHDAY": (31, frozenset({"YEARLY", "MONTHLY", "DAILY"})),
        "BYYEARDAY": (366, frozenset({"YEARLY"})),
        "BYWEEKNO": (53, frozenset({"YEARLY"})),
        "BYSETPOS": (366, frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})),
    }
)
_READ: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *_LISTS})
_FREQUENCIES: Final = _LISTS["BYMONTH"][1]


class RefusedError(ValueError):
    """A rule that is not followed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that is followed.

    Attributes:
        until: as written, or None.
        weekdays: Monday is 0; with a number, the so manieth of the month or year, from its end when below 0.
    """

    frequency: str
    interval: int
    count: int | None
    until: str | None
    week_starts: int
    weekdays: tuple[tuple[int | None, int], ...]
    lists: Mapping[str, tuple[int, ...]]

    def days(self, first: date, since: date, last: date) -> Iterator[date]:
        """The days on which the rule holds, in order, the first one always (section 3.8.5.3).

        Args:
            first: the event's own first day, which says what the rule leaves open.
            since: what is before that day may be left out.
        """
        begins = first if self.count else max(first, date(max(since.year - 1, first.year), 1, 1))
        holding = (day for day in self._chosen(first, begins, last) if day != first)
        left = (self.count - 1) if self.count else (last - first).days + 1
        yield first
        yield from (day for day, _ in zip(holding, range(max(left, 0)), strict=False))

    def _chosen(self, first: date, begins: date, last: date) -> Iterator[date]:
        whole = self._completed(first)
        places = self.lists.get("BYSETPOS")
        start = self._start_of_period(begins) if places else begins
        span = (start + timedelta(days=number) for number in range((last - start).days + 1))
        for period, days in groupby(span, self._period):
            if (period - self._period(first)) % self.interval == 0:
                found = [day for day in days if whole._holds(day)]  # noqa: SLF001 - of its own kind
                chosen = [day for at, day in enumerate(found) if _is_among(at + 1, len(found), places)]
                yield from (day for day in chosen if day >= begins)

    def _completed(self, first: date) -> Rule:
        """The rule with what it leaves to the first day said."""
        lists, weekdays = dict(self.lists), self.weekdays
        says_day = weekdays or "BYMONTHDAY" in lists or "BYYEARDAY" in lists
        if not says_day and (self.frequency == "WEEKLY" or "BYWEEKNO" in lists):
            weekdays = ((None, first.weekday()),)
        elif not says_day and self.frequency in {"MONTHLY", "YEARLY"}:
            lists["BYMONTHDAY"] = (first.day,)
            if self.frequency == "YEARLY":
                lists.setdefault("BYMONTH", (first.month,))
        return Rule(self.frequency, self.interval, self.count, self.until, self.week_starts, weekdays, lists)

    def _period(self, day: date) -> int:
        """The number of the day's period among all of its length."""
        if self.frequency == "DAILY":
            return day.toordinal()
        if self.frequency == "WEEKLY":
            return (day.toordinal() - 1 - self.week_starts) // 7
        if self.frequency == "MONTHLY":
            return day.year * 12 + day.month
        return day.isocalendar().year if "BYWEEKNO" in self.lists else day.year

    def _start_of_period(self, day: date) -> date:
        """A day from which the day's whole period is seen, and no other's part is taken for a whole."""
        start = day
        while self._period(start - timedelta(days=1)) == self._period(day):
            start -= timedelta(days=1)
        return start

    def _holds(self, day: date) -> bool:
        in_month, in_year = _length_of_month(day), _length_of_year(day)
        week = day.isocalendar()
        weeks = date(week.year, 12, 28).isocalendar().week
        lists = self.lists
        return (
            _is_among(day.month, 12, lists.get("BYMONTH"))
            and _is_among(day.day, in_month, lists.get("BYMONTHDAY"))
            and _is_among(day.timetuple().tm_yday, in_year, lists.get("BYYEARDAY"))
            and _is_among(week.week, weeks, lists.get("BYWEEKNO"))
            and (not self.weekdays or any(self._is_weekday(day, *each) for each in self.weekdays))
        )

    def _is_weekday(self, day: date, number: int | None, weekday: int) -> bool:
        if day.weekday() != weekday or number is None:
            return day.weekday() == weekday
        of_month = self.frequency == "MONTHLY" or "BYMONTH" in self.lists
        place, length = (
            (day.day, _length_of_month(day)) if of_month else (day.timetuple().tm_yday, _length_of_year(day))
        )
        return number == (place - 1) // 7 + 1 if number > 0 else -number == (length - place) // 7 + 1


def read_rule(written: str) -> Rule:
    """An RRULE's value as a rule.

    Raises:
        RefusedError: it is none, repeats within a day, or asks for more than the bounds.
    """
    parts = _parts(written)
    frequency = parts.get("FREQ", "")
    if frequency not in _FREQUENCIES or any(frequency not in _LISTS[name][1] for name in parts if name in _LISTS):
        raise RefusedError
    weekdays = tuple(_weekday(each) for each in parts["BYDAY"].split(",")) if "BYDAY" in parts else ()
    numbered = any(number is not None for number, _ in weekdays)
    week_starts = _weekday(parts.get("WKST", "MO"))
    lists = {name: _numbers(parts[name], most) for name, (most, _) in _LISTS.items() if name in parts}
    by_week = "BYWEEKNO" in lists and (numbered or week_starts != (None, 0))
    if by_week or week_starts[0] or (numbered and frequency not in {"MONTHLY", "YEARLY"}):
        raise RefusedError
    if prod(len(each) for each in (weekdays or (None,), *lists.values())) > DENSITY:
        raise RefusedError
    return Rule(
        frequency=frequency,
        interval=_whole(parts.get("INTERVAL", "1"), INTERVAL),
        count=_whole(parts["COUNT"], COUNT) if "COUNT" in parts else None,
        until=parts.get("UNTIL"),
        week_starts=week_starts[1],
        weekdays=weekdays,
        lists=MappingProxyType(lists),
    )


def _parts(written: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in written.strip().upper().split(";") if pair]
    parts = {name.strip(): value.strip() for name, _, value in pairs}
    if len(parts) != len(pairs) or not set(parts) <= _READ:
        raise RefusedError
    return parts


def _whole(written: str, most: int) -> int:
    if not _INTEGER.fullmatch(written) or not 1 <= int(written) <= most:
        raise RefusedError
    return int(written)


def _numbers(written: str, most: int) -> tuple[int, ...]:
    values = written.split(",")
    if not all(_INTEGER.fullmatch(each) and 1 <= abs(int(each)) <= most for each in values):
        raise RefusedError
    return tuple(int(each) for each in values)


def _weekday(written: str) -> tuple[int | None, int]:
    found = _WEEKDAY.fullmatch(written)
    if found is None or int(found[1] or 1) == 0:
        raise RefusedError
    return int(found[1]) if found[1] else None, _WEEKDAYS.index(found[2])


def _is_among(place: int, length: int, wanted: tuple[int, ...] | None) -> bool:
    """Whether a place, counted from the start or from the end, is wanted; without a list every place is."""
    return wanted is None or place in wanted or place - length - 1 in wanted


def _length_of_month(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - date(day.year, day.month, 1)).days


def _length_of_year(day: date) -> int:
    return (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
