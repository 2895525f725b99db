"""Contact week by week, and the sentence that it comes to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.judgement.weeks import (
    SHOWN,
    WEEK,
    Exchanged,
    Finding,
    Gap,
    Side,
    Week,
    finding,
    gaps,
    monday_of,
    silent_weeks,
    weeks,
)

TODAY = date(2026, 3, 5)


def counted(*each: tuple[int, int, int]) -> list[Week]:
    """Weeks until this one, of so many mails from them and from us and meetings; nothing before."""
    padded = [(0, 0, 0)] * (SHOWN - len(each)) + list(each)
    monday = monday_of(TODAY)
    return [Week(monday - WEEK * back, *of) for back, of in zip(reversed(range(SHOWN)), padded, strict=True)]


def test_a_week_begins_on_monday_and_counts_each_side() -> None:
    sides: list[tuple[int, Side]] = [(0, "theirs"), (0, "ours"), (3, "theirs"), (4, "met"), (400, "theirs")]
    found = weeks([Exchanged(TODAY - timedelta(days=back), side) for back, side in sides], TODAY)
    assert len(found) == SHOWN
    assert found[-1] == Week(date(2026, 3, 2), 2, 1, 0)
    assert found[-2] == Week(date(2026, 2, 23), 0, 0, 1)
    assert sum(week.total for week in found) == 4


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ([], "nothing"),
        ([(1, 1, 0)] * 4 + [(0, 0, 0)] * 5, "quiet"),
        ([(1, 0, 0)], "few"),
        ([(1, 1, 0)] * 8 + [(2, 1, 0)] * 8, "now they"),
        ([(2, 1, 0)] * 16, "they"),
        ([(1, 1, 0)] * 8 + [(1, 2, 0)] * 8, "now we"),
        ([(1, 2, 0)] * 16, "we"),
        ([(1, 1, 0)] * 8 + [(2, 2, 0)] * 8, "more"),
        ([(2, 2, 0)] * 8 + [(1, 1, 0)] * 8, "less"),
        ([(1, 1, 1)] * 16, "even"),
        ([(0, 0, 1)] * 16, "even"),
    ],
)
def test_what_weeks_say(last: list[tuple[int, int, int]], expected: Finding) -> None:
    assert finding(counted(*last)) == expected


def test_a_gap_lies_between_contact_and_this_week_is_no_silence_yet() -> None:
    found = counted((1, 0, 0), (0, 0, 0), (0, 0, 0), (0, 1, 0), (0, 0, 0), (0, 0, 1), (0, 0, 0))
    assert gaps(found) == (Gap(SHOWN - 6, SHOWN - 4),)
    assert silent_weeks(found) == 0
    assert silent_weeks(counted((1, 0, 0), (0, 0, 0), (0, 0, 0))) == 1
    assert (silent_weeks(counted()), silent_weeks(counted((1, 0, 0)))) == (0, 0)
