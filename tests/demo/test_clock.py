from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from demo.clock import (
    last_working_day,
    later_working_day,
    local,
    moment,
    ordinal,
    say_date,
    say_day,
    say_due,
    working_day,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 24), MONDAY),
        (MONDAY, date(2026, 11, 20)),
        (date(2026, 11, 22), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 20)),
        (date(2027, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_last_working_day_is_before_today(today: date, expected: date) -> None:
    assert last_working_day(today) == expected


def test_working_days_skip_weekends_in_both_directions() -> None:
    assert working_day(MONDAY, 1) == date(2026, 11, 20)
    assert working_day(MONDAY, 11) == date(2026, 11, 6)
    assert working_day(date(2026, 11, 22), 0) == date(2026, 11, 20)
    for days in range(30):
        assert working_day(later_working_day(MONDAY, days), days) == MONDAY


def test_a_moment_keeps_office_hours_across_the_change_of_clocks() -> None:
    assert moment(date(2026, 10, 23), 940) == datetime(2026, 10, 23, 7, 40, tzinfo=UTC)
    assert moment(date(2026, 10, 26), 940, plus=5) == datetime(2026, 10, 26, 8, 45, tzinfo=UTC)


def test_local_is_the_same_instant() -> None:
    at = moment(MONDAY, 1200)
    assert local(at, "Europe/Lisbon").hour == 11
    assert local(at, "Europe/Lisbon") == at


def test_dates_in_three_languages() -> None:
    assert say_date(MONDAY, "en") == "23 November"
    assert say_date(MONDAY, "de") == "23. November"
    assert say_day(MONDAY, "fr") == "lundi 23 novembre"
    assert say_day(MONDAY, "de") == "Montag, den 23. November"


def test_a_weekday_is_named_only_while_unambiguous() -> None:
    assert say_due(MONDAY + timedelta(days=4), MONDAY, "en") == "Friday"
    assert say_due(MONDAY + timedelta(days=7), MONDAY, "en") == "30 November"


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd",
    ]  # fmt: skip
