from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from extract.days import LONGEST, day_in

THURSDAY = datetime(2026, 11, 26, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
IN_NEW_YORK = datetime(2026, 11, 26, 9, 0, tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "fri", "2026-11-27"),
        ("en", "  next   friday ", "2026-12-04"),
        ("en", "12 dec", "2026-12-12"),
        ("en", "by Tuesday.", "2026-12-01"),
        ("en", "in two weeks", "2026-12-10"),
        ("en", "2 weeks", "2026-12-10"),
        ("en", "tomorrow", "2026-11-27"),
        ("en", "2027-01-15", "2027-01-15"),
        ("en", "friday at 5", "2026-11-27"),
        ("en", "end of next week", "2026-12-04"),
        ("en", "3.12.", "2026-12-03"),
        ("de", "3.12.", "2026-12-03"),
        ("de", "mi", "2026-12-02"),
        ("de", "nächsten Freitag", "2026-12-04"),
        ("de", "in zwei Wochen", "2026-12-10"),
        ("de", "übermorgen", "2026-11-28"),
        ("fr", "vendredi prochain", "2026-12-04"),
        ("fr", "3 décembre", "2026-12-03"),
        ("fr", "fin du mois", "2026-11-30"),
        ("de", "next friday", "2026-12-04"),  # of whatever language
        ("en", "vendredi prochain", "2026-12-04"),
    ],
)
def test_a_day_as_people_type_it(language: str, text: str, day: str) -> None:
    assert day_in(text, THURSDAY, language) == date.fromisoformat(day)


def test_figures_are_in_the_order_of_the_country() -> None:
    assert day_in("3/12", THURSDAY, "en") == date(2026, 12, 3)
    assert day_in("12/3", IN_NEW_YORK, "en") == date(2026, 12, 3)


@pytest.mark.parametrize(
    "text", ["", "   ", "soon", "next week", "friday maybe", "31 june", "monday or tuesday", "at five", "x" * LONGEST]
)  # fmt: skip
def test_what_is_no_day_or_more_than_one_is_not_guessed(text: str) -> None:
    assert day_in(text, THURSDAY, "en") is None
