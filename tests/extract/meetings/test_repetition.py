from __future__ import annotations

from datetime import date, timedelta

import pytest

from extract.meetings.repetition import COUNT, RefusedError, read_rule

FIRST = date(1997, 9, 2)


def days(rule: str, first: date = FIRST, until: date = date(1999, 12, 31)) -> list[date]:
    return list(read_rule(rule).days(first, first, until))


def of(year: int, month: int, *numbers: int) -> list[date]:
    return [date(year, month, number) for number in numbers]


def test_daily_for_ten_times() -> None:
    assert days("FREQ=DAILY;COUNT=10") == [FIRST + timedelta(days=number) for number in range(10)]


def test_every_other_day() -> None:
    assert days("FREQ=DAILY;INTERVAL=2", until=date(1997, 9, 7)) == of(1997, 9, 2, 4, 6)


def test_every_day_in_january() -> None:
    found = days("FREQ=DAILY;BYMONTH=1", date(1998, 1, 1), date(1999, 1, 31))
    assert len(found) == 62
    assert {day.month for day in found} == {1}


def test_a_week_without_a_day_is_the_first_ones() -> None:
    assert days("FREQ=WEEKLY", until=date(1997, 9, 20)) == of(1997, 9, 2, 9, 16)


def test_every_other_week_on_several_days() -> None:
    found = days("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR", date(1997, 9, 1), date(1997, 9, 19))
    assert found == of(1997, 9, 1, 3, 5, 15, 17, 19)


@pytest.mark.parametrize(("starts", "numbers"), [("MO", (5, 10, 19, 24)), ("SU", (5, 17, 19, 31))])
def test_the_day_on_which_a_week_starts_counts(starts: str, numbers: tuple[int, ...]) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={starts}"
    assert days(rule, date(1997, 8, 5)) == of(1997, 8, *numbers)


@pytest.mark.parametrize(
    ("rule", "first", "found"),
    [
        ("FREQ=MONTHLY;COUNT=3;BYDAY=1FR", date(1997, 9, 5), [(9, 5), (10, 3), (11, 7)]),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", date(1997, 9, 22), [(9, 22), (10, 20), (11, 17)]),
        ("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3", date(1997, 9, 28), [(9, 28), (10, 29), (11, 28)]),
        ("FREQ=MONTHLY;COUNT=3", date(1997, 8, 31), [(8, 31), (10, 31), (12, 31)]),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", date(1997, 9, 4), [(9, 4), (10, 7), (11, 6)]),
        ("FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", date(1997, 9, 29), [(9, 29), (10, 30), (11, 27)]),
    ],
)
def test_monthly(rule: str, first: date, found: list[tuple[int, int]]) -> None:
    assert days(rule, first) == [date(1997, month, day) for month, day in found]


@pytest.mark.parametrize(
    ("rule", "first", "second"),
    [
        ("FREQ=YEARLY", date(1997, 9, 2), date(1998, 9, 2)),
        ("FREQ=YEARLY;BYMONTH=6,7", date(1997, 7, 10), date(1998, 6, 10)),
        ("FREQ=YEARLY;BYYEARDAY=1,100,200", date(1997, 7, 19), date(1998, 1, 1)),
        ("FREQ=YEARLY;BYYEARDAY=-1", date(1997, 12, 31), date(1998, 12, 31)),
        ("FREQ=YEARLY;BYDAY=20MO", date(1997, 5, 19), date(1998, 5, 18)),
        ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", date(1997, 10, 26), date(1998, 10, 25)),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", date(1997, 5, 12), date(1998, 5, 11)),
        ("FREQ=YEARLY;BYWEEKNO=20", date(1997, 5, 12), date(1998, 5, 11)),
        ("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=-1;BYDAY=MO", date(1997, 12, 22), date(1999, 12, 27)),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", date(1997, 11, 4), date(1998, 11, 3)),
    ],
)
def test_yearly(rule: str, first: date, second: date) -> None:
    assert days(rule, first)[:2] == [first, second]


def test_a_first_day_that_the_rule_does_not_name_counts_all_the_same() -> None:
    assert days("FREQ=MONTHLY;COUNT=2;BYDAY=FR;BYMONTHDAY=13") == [FIRST, date(1998, 2, 13)]


def test_what_was_long_ago_need_not_be_looked_at() -> None:
    found = list(read_rule("FREQ=DAILY").days(date(1990, 1, 1), date(2026, 3, 1), date(2026, 3, 3)))
    assert found[:2] == [date(1990, 1, 1), date(2025, 1, 1)]
    assert found[-1] == date(2026, 3, 3)


def test_a_rule_that_never_holds_ends() -> None:
    assert days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", until=date(2100, 1, 1)) == [FIRST]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        f"FREQ=DAILY;COUNT={COUNT + 1}",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=first",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=WEEKLY;WKST=2MO",
        "FREQ=YEARLY;BYWEEKNO=3;WKST=SU",
        "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=" + ",".join(["1"] * 40) + ";BYMONTHDAY=" + ",".join(["1"] * 40),
    ],
)
def test_what_is_refused(rule: str) -> None:
    with pytest.raises(RefusedError):
        read_rule(rule)
