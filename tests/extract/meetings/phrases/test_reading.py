"""Years and weeks that are left open, seen from the day of the message."""

from __future__ import annotations

from datetime import date

import pytest

from extract.meetings.phrases.lexicon import lexicon
from extract.meetings.phrases.pieces import Piece
from extract.meetings.phrases.reading import Reading, iso_monday, year_of
from extract.meetings.phrases.sent import Sent
from tests.extract.meetings.phrases.spoken import WEDNESDAY


def reading(*, past: bool = False) -> Reading:
    english = lexicon("en")
    assert english is not None
    return Reading(english, Sent(WEDNESDAY, day_first=False), past=past)


def piece(words: str) -> Piece:
    (found,) = reading().lexicon.pieces(words)
    return found


def test_a_piece_has_its_weekday_month_and_number() -> None:
    here = reading()
    assert here.today == date(2026, 11, 25)
    assert here.weekday(piece("next tuesday")) == 1
    assert here.month(piece("may 4")) == 5
    assert here.month(piece("4.5.2027")) == 5
    assert here.month(piece("friday")) is None
    assert here.number(piece("in ten days")) == 10
    assert here.number(piece("friday")) == 1


@pytest.mark.parametrize(
    ("words", "past", "year"),
    [
        ("december 4", False, 2026),
        ("october 20", False, 2026),
        ("march 4", False, 2027),
        ("march 4", True, 2026),
        ("december 4", True, 2025),
        ("december 4, 2031", False, 2031),
        ("december 4 '99", False, 1999),
        ("february 30", False, 2026),
    ],
)
def test_a_year_left_out_is_the_nearest_that_fits(words: str, year: int, *, past: bool) -> None:
    found = piece(words)
    here = reading(past=past)
    assert year_of(found, here, here.month(found) or 0, here.number(found, "d")) == year


def test_a_numbered_week_long_gone_is_of_next_year() -> None:
    assert iso_monday(piece("week 50"), reading()) == date(2026, 12, 7)
    assert iso_monday(piece("week 2"), reading()) == date(2027, 1, 11)
