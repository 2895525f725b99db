"""The pieces of which times are made in one sentence: a weekday, a date, an hour, a zone."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from extract.patterns.times.form import Rule

_LONGEST: Final = 1_000
# Which pieces stand for the same thing: a moment has one of each.
_CATEGORY: Final = {
    "date": "date", "numeric": "date", "iso": "date", "ordinal": "date", "ordinal of month": "date",
    "nth weekday": "date", "feast": "date",
    "end of named month": "date", "middle of month": "date", "end of named quarter": "date",
    "weekday": "weekday", "this weekday": "weekday", "next weekday": "weekday", "last weekday": "weekday",
    "weekday of week": "weekday", "weekday and weeks": "weekday",
    "day": "from now", "days": "from now", "working days": "from now", "months": "from now", "hours": "from now",
    "end of calendar week": "end",
    "end of week": "end", "end of month": "end", "end of quarter": "end", "end of year": "end",
    "week": "week", "calendar week": "week", "vague": "vague", "clock": "clock", "range": "clock",
}  # fmt: skip
_DAYS: Final = frozenset({"date", "weekday", "from now", "end", "week", "vague"})


def _plain(code: int) -> str:
    """One character in lower case without its accent; white space and quotes in their simplest form."""
    mark = chr(code)
    if mark.isspace():
        return " "
    lower = mark.lower()[:1]
    return unicodedata.normalize("NFD", lower)[0] if lower.isalpha() else lower


_FOLDED: Final = {code: _plain(code) for code in range(0x250)} | {
    0xDF: "s", 0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-",
    0x2009: " ", 0x202F: " ",
}  # fmt: skip


def fold(text: str) -> str:
    """A sentence as patterns meet it: each character has its place still."""
    return text[:_LONGEST].translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Piece:
    """One rule's words in a folded sentence."""

    rule: Rule
    start: int
    end: int
    groups: Mapping[str, str]

    @property
    def category(self) -> str:
        """What it stands for; a moment has one of each."""
        return _CATEGORY.get(self.rule.kind, self.rule.kind)

    @property
    def names_day(self) -> bool:
        """Whether it says anything about the day."""
        return self.category in _DAYS
