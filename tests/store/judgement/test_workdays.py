"""When somebody works, across weekends, absences and both changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from store.judgement.workdays import LOOK_AHEAD, MORNING, WEEK, Absence, Workdays

BERLIN = Workdays("Europe/Berlin")
HALF_PAST_EIGHT = time(8, 30)
EASTER = Absence(date(2026, 4, 3), date(2026, 4, 12))


def utc(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_a_day_is_the_day_where_they_are() -> None:
    assert BERLIN.today(utc(2, 23, 30)) == date(2026, 3, 3)
    assert Workdays("America/New_York").today(utc(3, 3)) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (utc(2, 7), utc(2, 7, 30)),  # Monday, before half past eight in Berlin
        (utc(2, 7, 30), utc(3, 7, 30)),  # at that very moment: the next one
        (utc(6, 12), utc(9, 7, 30)),  # Friday noon: Monday
        (utc(27, 12), utc(30, 6, 30)),  # over the change to summer time: an hour earlier in UTC
        (utc(23, 12, month=10), utc(26, 7, 30, month=10)),  # and back
    ],
)
def test_the_next_time_of_day_is_on_a_working_day(now: datetime, expected: datetime) -> None:
    assert BERLIN.next_at(now, HALF_PAST_EIGHT) == expected


def test_a_time_that_the_clocks_leave_out_comes_when_the_change_ends() -> None:
    assert BERLIN.at(date(2026, 3, 29), time(2, 30)) == utc(29, 1, 30)  # 03:30 there


def test_a_time_that_comes_twice_comes_the_first_time() -> None:
    assert BERLIN.at(date(2026, 10, 25), time(2, 30)) == utc(25, 0, 30, month=10)


def test_nothing_happens_while_they_are_away() -> None:
    away = Workdays("Europe/Berlin", absences=(EASTER,))
    assert not away.is_on(date(2026, 4, 7))
    assert away.is_away(EASTER.first)
    assert away.is_away(EASTER.last)
    assert away.next_at(utc(2, 12, month=4), HALF_PAST_EIGHT) == utc(13, 6, 30, month=4)


def test_somebody_s_week_is_their_own() -> None:
    dubai = Workdays("Asia/Dubai", frozenset({7, 1, 2, 3, 4}))
    assert dubai.morning_after(utc(5, 10)) == utc(8, 4)  # Thursday: Sunday at eight
    assert Workdays("UTC", WEEK).morning_after(utc(6, 10)) == utc(7, MORNING.hour)


def test_who_never_works_is_not_waited_for_for_ever() -> None:
    assert Workdays("UTC", frozenset()).next_on(date(2026, 3, 2)) == date(2026, 3, 2)
    for_ever = Absence(date(2026, 3, 2), date(2026, 3, 2) + timedelta(days=LOOK_AHEAD))
    assert Workdays("UTC", absences=(for_ever,)).next_on(date(2026, 3, 2)) == date(2026, 3, 2)


def test_a_wait_that_ends_while_they_are_away_ends_when_they_are_back() -> None:
    away, day = Workdays("Europe/Berlin", absences=(EASTER,)), timedelta(days=1)
    assert away.after(utc(2, 12, month=4), day) == utc(13, 6, month=4)
    assert BERLIN.after(utc(2, 12, month=4), day) == utc(3, 12, month=4)


def test_days_of_absence_do_not_count() -> None:
    now = utc(20, 12, month=4)
    assert BERLIN.before(now, 30) == now - timedelta(days=30)
    assert Workdays("Europe/Berlin", absences=(EASTER,)).before(now, 30) == now - timedelta(days=40)
    assert BERLIN.before(now, 0) == now
