"""What a series of weeks says."""

from __future__ import annotations

import random

import pytest

from store.judgement.trends.expected import Range
from store.judgement.trends.series import LEAST, Change, Trend, of_counts, of_hours


def around(*levels: tuple[int, int]) -> list[int]:
    """Counts that go up and down by one around each level for so many weeks."""
    return [level + at % 3 - 1 if level else 0 for level, weeks in levels for at in range(weeks)]


def test_where_nothing_changes_there_is_a_level_and_a_range() -> None:
    trend = of_counts(around((6, 30)))
    assert trend.changes == ()
    assert trend.level == pytest.approx(6, abs=0.1)
    assert trend.next is not None
    assert (3 <= trend.next.low <= 5, 7 <= trend.next.high <= 9) == (True, True)
    assert trend.ranges[:LEAST] == (None,) * LEAST
    assert all(trend.ranges[LEAST:])


@pytest.mark.parametrize(
    ("weeks", "changes"),
    [
        (around((8, 40), (3, 30)), (Change(40, 7.975, 3.0),)),
        (around((4, 40), (10, 30)), (Change(40, 3.975, 10.0),)),
        (around((5, 40), (0, 8)), (Change(40, 4.975, 0.0),)),
        (around((5, 30), (0, 12), (6, 20)), (Change(30, 5.0, 0.0), Change(42, 0.0, 5.95))),
    ],
)
def test_changes(weeks: list[int], changes: tuple[Change, ...]) -> None:
    found = of_counts(weeks).changes
    assert [change.at for change in found] == [change.at for change in changes]
    for one, other in zip(found, changes, strict=True):
        assert (one.before, one.after) == pytest.approx((other.before, other.after), abs=0.01)


def test_a_freak_week_is_no_change() -> None:
    weeks = around((6, 60))
    weeks[20], weeks[41] = 0, 40
    assert of_counts(weeks).changes == ()


def test_unknown_weeks_are_passed_over() -> None:
    weeks: list[int | None] = [*around((8, 20)), None, None, *around((8, 10)), *around((2, 20))]
    trend = of_counts(weeks)
    assert [change.at for change in trend.changes] == [32]
    assert trend.ranges[20] is trend.ranges[21] is None
    assert len(trend.ranges) == len(weeks)


def test_after_a_change_nothing_is_expected_until_the_level_is_known() -> None:
    trend = of_counts(around((9, 30), (2, 30)))
    assert trend.ranges[30 + LEAST - 1] is None
    known = trend.ranges[30 + LEAST]
    assert known is not None
    assert known.holds(2)
    assert not known.holds(9)


def test_a_level_that_has_just_begun_expects_nothing() -> None:
    trend = of_counts(around((9, 30), (0, LEAST - 2)))
    assert (trend.level, trend.next) == (0, None)


@pytest.mark.parametrize("weeks", [[], [5] * 11, [0] * 60, [1, 0] * 11, [None] * 30])
def test_too_few_to_say(weeks: list[int | None]) -> None:
    assert of_counts(weeks) == Trend(None, (None,) * len(weeks), None, ())


def test_only_the_last_four_years_are_looked_at() -> None:
    trend = of_counts(around((20, 100), (5, 208)))
    assert trend.changes == ()
    assert trend.ranges[50] is None


def test_every_fifth_week_lies_outside_in_the_long_run() -> None:
    chance = random.Random(4)
    weeks = [sum(chance.random() < 0.3 for _ in range(40)) for _ in range(200)]
    trend = of_counts(weeks)
    held = [one.holds(count) for one, count in zip(trend.ranges, weeks, strict=True) if one]
    assert 0.7 < sum(held) / len(held) < 0.9


def test_hours() -> None:
    weeks: list[float | None] = [[4.0, 5.0, 6.0][at % 3] for at in range(40)]
    trend = of_hours([*weeks, None, *(30.0 + at % 2 for at in range(20))])
    assert [change.at for change in trend.changes] == [41]
    assert trend.changes[0].before == pytest.approx(5, abs=0.1)
    assert trend.level == pytest.approx(30.5)
    assert trend.next is not None
    assert isinstance(trend.next, Range)
    assert trend.next.low < 30 < trend.next.high


def test_an_answer_at_once_is_an_answer() -> None:
    assert of_hours([0.0] * 14).level == 0


def test_too_few_hours() -> None:
    assert of_hours([3.0] * 11 + [None] * 9).level is None
