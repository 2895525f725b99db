from __future__ import annotations

from datetime import date, timedelta

from api.web.curves import HEIGHT, LEFT, RIGHT, WIDTH, curve
from store.judgement.trends.series import of_counts

WEEKS = [date(2024, 1, 1) + timedelta(weeks=at) for at in range(60)]
COUNTS = [4, 5] * 15 + [12, 13] * 15


def numbers(points: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, _, y in (point.partition(",") for point in points.split())]


def test_every_week_has_its_place_within_the_drawing() -> None:
    drawn = curve(WEEKS, of_counts(COUNTS), COUNTS, [1] * 60)
    assert len(drawn.lines) == 2
    points = numbers(drawn.lines[0][0])
    assert (len(points), points[0][0], points[-1][0]) == (60, LEFT, WIDTH - RIGHT)
    assert all(0 <= y <= HEIGHT for _, y in points)
    assert points[-1][1] < points[0][1]  # more is higher


def test_a_change_is_marked_with_the_levels_around_it_and_the_range_breaks_there() -> None:
    trend = of_counts(COUNTS)
    drawn = curve(WEEKS, trend, COUNTS)
    assert [change.at for change in trend.changes] == [30]
    assert len(drawn.changes) == 1
    assert [end for _, end, _ in drawn.levels] == [drawn.changes[0], WIDTH - RIGHT]
    assert len(drawn.band) == 2


def test_weeks_that_nothing_is_known_of_are_left_out_of_the_line() -> None:
    drawn = curve(WEEKS[:5], of_counts([1] * 5), [1.0, None, None, 2.0, 3.0])
    assert [len(numbers(points)) for points in drawn.lines[0]] == [2, 2]
    assert (drawn.levels, drawn.band) == ((), ())


def test_the_scale_goes_up_to_a_round_number() -> None:
    said = [[tick.says for tick in curve(WEEKS[:2], of_counts([]), [0, most]).across] for most in (0, 0.4, 9, 13, 2400)]
    assert said == [
        ["0", "0.1", "0.1"],
        ["0", "0.2", "0.5"],
        ["0", "5", "10"],
        ["0", "10", "20"],
        ["0", "1,250", "2,500"],
    ]
    assert [tick.says for tick in curve(WEEKS, of_counts([]), COUNTS).below] == ["Jan 2024", "Jul 2024", "Feb 2025"]
