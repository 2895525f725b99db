"""Days that a notice names."""

from __future__ import annotations

from datetime import date

import pytest

from extract.notices.days import Day, days_in

SENT = date(2026, 12, 16)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-20", "2026-12-20"), ("20.12.2026", "2026-12-20"), ("20.12.26", "2026-12-20"), ("4/5", "2027-05-04"),
        ("do 13 stycznia", "2027-01-13"), ("23 de diciembre", "2026-12-23"), ("5 marraskuuta 2027", "2027-11-05"),
        ("18 января", "2027-01-18"), ("December 24th, 2026", "2026-12-24"), ("12月28日(月)", "2026-12-28"),
        ("2027年1月4日", "2027-01-04"), ("le 24", "2026-12-24"), ("il 7.", "2027-01-07"), ("w piątek", "2026-12-18"),
        ("onsdag", "2026-12-23"), ("mañana", "2026-12-17"), ("31 novembre", ""), ("31.11.", ""), ("24/7", ""),
        ("24 boxes", ""), ("nothing", ""), ("20 listopada", "2026-11-20"),
    ],
)  # fmt: skip
def test_days(text: str, expected: str) -> None:
    assert [each.day.isoformat() for each in days_in(text, SENT, day_first=True)] == ([expected] if expected else [])


def test_the_month_comes_first_where_people_write_so() -> None:
    (found,) = days_in("4/5/2027", SENT, day_first=False)
    assert found.day == date(2027, 4, 5)


def test_a_weekday_beside_its_date_is_that_date() -> None:
    found = days_in("fredag 18 december", SENT, day_first=True)
    assert [each.day for each in found] == [date(2026, 12, 18)]


def test_days_come_in_their_order() -> None:
    found = days_in("onsdag eller så den 4 januari", SENT, day_first=True)
    assert [each.day for each in found] == [date(2026, 12, 23), date(2027, 1, 4)]
    assert isinstance(found[0], Day)
