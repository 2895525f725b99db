"""Ends and middles of weeks, months, quarters and years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extract.meetings.phrases.ends import ENDS
from extract.meetings.phrases.lexicon import lexicon
from extract.meetings.phrases.reading import Reading
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY


def ended(words: str, days_later: int = 0) -> date | None:
    english = lexicon("en")
    assert english is not None
    (piece,) = english.pieces(words)
    sent = Sent(WEDNESDAY + timedelta(days=days_later), day_first=False)
    return ENDS[piece.rule.kind](piece, Reading(english, sent))


@pytest.mark.parametrize(
    ("words", "days_later", "day"),
    [
        ("end of the week", 0, date(2026, 11, 27)),
        ("end of the week", 2, date(2026, 11, 27)),
        ("end of the week", 3, date(2026, 12, 4)),
        ("end of next week", 0, date(2026, 12, 4)),
        ("end of week 50", 0, date(2026, 12, 11)),
        ("end of the month", 0, date(2026, 11, 30)),
        ("end of next month", 0, date(2026, 12, 31)),
        ("end of february", 0, date(2027, 2, 28)),
        ("mid-december", 0, date(2026, 12, 15)),
        ("middle of next month", 40, date(2027, 2, 15)),
        ("end of the quarter", 0, date(2026, 12, 31)),
        ("end of next quarter", 0, date(2027, 3, 31)),
        ("end of q2", 0, date(2027, 6, 30)),
        ("end of the year", 0, date(2026, 12, 31)),
    ],
)
def test_ends_and_middles(words: str, days_later: int, day: date) -> None:
    assert ended(words, days_later) == day
