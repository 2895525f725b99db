"""Days, months and weeks."""

from __future__ import annotations

from datetime import date

from extract.meetings.phrases.calendar import date_or_none, last_of, monday, months_on


def test_days_that_there_are() -> None:
    assert date_or_none(2026, 2, 28) == date(2026, 2, 28)
    assert date_or_none(2026, 2, 29) is None


def test_months_later_the_day_is_the_last_that_there_is() -> None:
    assert months_on(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_on(date(2026, 12, 5), -12) == date(2025, 12, 5)


def test_ends_and_beginnings() -> None:
    assert last_of(date(2028, 2, 3)) == date(2028, 2, 29)
    assert monday(date(2026, 11, 25)) == date(2026, 11, 23)
