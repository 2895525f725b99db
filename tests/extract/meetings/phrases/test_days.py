"""The day that pieces agree on."""

from __future__ import annotations

from datetime import date

import pytest

from extract.meetings.phrases.days import day_of
from extract.meetings.phrases.lexicon import lexicon
from extract.meetings.phrases.reading import Reading
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY


def named(words: str, *, past: bool = False) -> date | None:
    english = lexicon("en")
    assert english is not None
    return day_of(english.pieces(words), Reading(english, Sent(WEDNESDAY, day_first=False), past=past))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tuesday", date(2026, 11, 24)),
        ("november 3", date(2026, 11, 3)),
        ("december 4", date(2025, 12, 4)),
        ("february 29", None),
        ("the 15th", date(2026, 11, 15)),
        ("tuesday the 15th", date(2026, 11, 15)),
        ("friday, november 3", date(2026, 11, 3)),
    ],
)
def test_what_was_lies_behind(words: str, day: date | None) -> None:
    assert named(words, past=True) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("friday, june 18", date(2027, 6, 18)),
        ("saturday, march 6", date(2027, 3, 6)),
        ("monday, 4/1", date(2027, 1, 4)),
        ("tuesday, june 31", None),
        ("thursday, march 31", date(2027, 3, 31)),
        ("tomorrow, wed, 12/2", date(2026, 12, 2)),
        ("in 99 years", None),
        ("12/4/0000", None),
        ("week 53, friday", date(2027, 1, 1)),
        ("friday, end of q2", date(2027, 6, 30)),
        ("friday of week 54", None),
        ("friday, during next week", date(2026, 12, 4)),
        ("", None),
    ],
)
def test_weekday_and_date(words: str, day: date | None) -> None:
    assert named(words) == day
