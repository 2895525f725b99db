"""The form in which a language's ways to name a day or an hour are written down.

Patterns meet a sentence in lower case and without accents ("nächsten" is "nachsten", "août" is "aout"), character for
character; a blank stands for any white space. What a named group means is the same in every language: ``wd`` weekday,
``d`` day of the month, ``m`` month by name, ``mn`` by number, ``y`` year, ``n`` a number, ``h`` hour, ``min`` minutes,
``ap`` am or pm, ``h2``, ``min2`` and ``ap2`` the same at the end of a range, ``off`` minutes past or to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    # the calendar
    "date", "numeric", "iso", "ordinal", "ordinal of month",
    "feast",
    # weekdays
    "weekday", "this weekday", "next weekday", "last weekday", "weekday of week", "weekday and weeks", "nth weekday",
    # from the day of the message on
    "day", "days", "working days", "months", "hours",
    # ends and middles; the amount counts periods from the present one
    "week", "calendar week", "end of week", "end of calendar week", "end of month", "end of named month", "middle of month", "end of quarter",
    "end of named quarter", "end of year",
    # of the day
    "clock", "range", "part", "close", "zone", "duration",
    # day words that fix no day, and what only looks like a time
    "vague", "nothing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say it.

    Attributes:
        example: a sentence or phrase that the rule is for.
        amount: what the words are worth, in the unit of the kind; multiplied by ``n`` where the pattern has one.
        weak: counts only beside another piece of a time, after a preposition or where the sentence goes on as after a time.
        unless: what must not follow.
    """

    kind: Kind
    pattern: str
    example: str
    amount: int = 0
    weak: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """All of a language.

    Attributes:
        weekdays: names and abbreviations, Monday is 0.
        months: names and abbreviations.
        numbers: number words.
        rules: in order; of two that match the same words the first counts.
        glue: words between two pieces of one moment.
        deadline: words before a moment that make it a deadline.
        lead: other words before it that belong to it.
        latest: words after a moment that make it a deadline.
        goes_on: words that may follow a bare number that is an hour or a day.
        past: a sentence that tells what was.
        ahead: a sentence that tells what will be, whatever else it tells.
        evening: words that put bare hours into the evening.
        half_day: hours 1 to 6 are in the afternoon when written in digits too.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    rules: tuple[Rule, ...]
    glue: str
    deadline: str
    lead: str
    latest: str
    goes_on: str
    past: str
    ahead: str
    evening: str
    half_day: bool = False


def group(name: str, words: Mapping[str, int], more: str = "") -> str:
    """A named group of words, the longest first, as a pattern."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return f"(?P<{name}>{'|'.join([*([more] if more else []), *listed])})"


def named(*words: str, first: int = 0) -> dict[str, int]:
    """Each word (or words apart by blanks) with its number, counted from ``first``."""
    return {word: number for number, entry in enumerate(words, first) for word in entry.split()}
