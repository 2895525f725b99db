"""Days that a notice names, in any of its languages: the calendar's words and figures, seen from the day of sending."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import re2

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.notices.returns import MONTHS, TOMORROW, WEEKDAYS

_WORD: Final = r"[^\s\d,.;:()/!?-]{3,14}"
_FIGURES: Final = expression(
    r"(?P<iso>\b\d{4}-\d{1,2}-\d{1,2}\b)|(?:(?P<year>\d{4})年)?(?P<moon>\d{1,2})月(?P<sun>\d{1,2})[日号號]"
    r"|\b(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?:[./](?P<of>\d{4}|\d{2})\b)?"
)
_NAMED: Final = expression(
    r"(?i)\b(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|°|ª|-го)?(?:\s+(?:de|di|of|den))?\s+"
    rf"(?P<month>{_WORD})(?:,?\s+(?:del?\s+|of\s+)?(?P<year>\d{{4}}))?"
)
_AMERICAN: Final = expression(
    rf"(?i)(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?"
)
_ALONE: Final = expression(
    r"(?i)\b(?:le|el|il|den|dia|dnia|on the)\s+(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:[\s,;!)]|$)"
)
_ROUND: Final = "24/7"
_WEEKDAY: Final = expression(r"[^\s\d,.;:()/!?]{4,14}")
_TOMORROW: Final = expression(f"(?i)(?:{'|'.join(TOMORROW)})")
_SHORTEST, _LONGEST = 2, 9  # letters of a month's or weekday's beginning
_CENTURY: Final = 2000
_BEHIND: Final = timedelta(days=60)  # a date without a year that is at most so many days ago is that of this year
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where it is named."""

    span: Span
    day: date


def days_in(text: str, sent: date, *, day_first: bool) -> tuple[Day, ...]:
    """The days named in a text, in order; a weekday beside its date counts once, with the date."""
    found = sorted(_dates(text, sent, day_first=day_first), key=lambda each: each.span.start)
    further = (*_weekdays(text, sent), *_alone(text, sent))
    found += [each for each in further if not any(_touch(each.span, other.span) for other in found)]
    return tuple(sorted(found, key=lambda each: each.span.start))


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end + 4 and other.start <= one.end + 12  # as in "Monday, the 3rd"


def _dates(text: str, sent: date, *, day_first: bool) -> Iterator[Day]:
    for match in _FIGURES.finditer(text):
        if match[0] != _ROUND:
            yield from _day(match, _figures(match.groupdict(), day_first=day_first), sent)
    for pattern in (_NAMED, _AMERICAN):
        for match in pattern.finditer(text):
            month = _starting(match["month"], MONTHS)
            if month:
                yield from _day(match, (match["year"], month, int(match["day"])), sent)


def _figures(groups: dict[str, str | None], *, day_first: bool) -> tuple[str | None, int, int]:
    """Year as written, month and day."""
    if groups["iso"]:
        year, month, day = groups["iso"].split("-")
        return year, int(month), int(day)
    if groups["moon"]:
        return groups["year"], int(groups["moon"]), int(groups["sun"] or 0)
    one, two = int(groups["one"] or 0), int(groups["two"] or 0)
    turned = groups["mark"] == "/" and not day_first
    return groups["of"], *((one, two) if turned else (two, one))


def _day(match: re2._Match, written: tuple[str | None, int, int], sent: date) -> Iterator[Day]:
    year, month, day = written
    try:
        named = date(int(year) + (0 if len(year) > _SHORTEST else _CENTURY) if year else sent.year, month, day)
        if not year and named < sent - _BEHIND:
            named = date(sent.year + 1, month, day)
    except ValueError:
        return
    yield Day(Span(match.start(), match.end()), named)


def _weekdays(text: str, sent: date) -> Iterator[Day]:
    for match in _WEEKDAY.finditer(text):
        number = _starting(match[0], WEEKDAYS)
        if number is not None:
            ahead = (number - sent.weekday() - 1) % _WEEK + 1
            yield Day(Span(match.start(), match.end()), sent + timedelta(days=ahead))
    for match in _TOMORROW.finditer(text):
        yield Day(Span(match.start(), match.end()), sent + timedelta(days=1))


def _alone(text: str, sent: date) -> Iterator[Day]:
    """A day of this month or the next: "le 24"."""
    for match in _ALONE.finditer(text):
        day = int(match["day"])
        month = sent.replace(day=1) if day >= sent.day else (sent.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield from _day(match, (str(month.year), month.month, day), sent)


def _starting(word: str, begins: dict[str, int]) -> int | None:
    """What a word stands for by its beginning, the longest first."""
    word = word.lower()
    sizes = range(min(len(word), 12), _SHORTEST, -1)
    return next((begins[word[:size]] for size in sizes if word[:size] in begins), None)
