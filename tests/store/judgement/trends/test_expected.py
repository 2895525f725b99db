"""What a week was to be expected to bring."""

from __future__ import annotations

import math

import pytest

from store.judgement.trends.expected import Range, range_of_counts, range_of_logarithms


@pytest.mark.parametrize(
    ("past", "dispersion", "range_"),
    [
        ([0.0] * 10, 1.0, Range(0, 0)),
        ([10.0] * 1000, 1.0, Range(6, 13)),
        ([10.0] * 1000, 2.0, Range(5, 15)),
        ([0.1] * 100, 1.0, Range(0, 0)),
    ],
)
def test_counts(past: list[float], dispersion: float, range_: Range) -> None:
    assert range_of_counts(past, dispersion) == range_


def test_a_short_past_expects_less_exactly() -> None:
    long, short = range_of_counts([10.0] * 100, 1.5), range_of_counts([10.0] * 4, 1.5)
    assert short.high - short.low > long.high - long.low


def test_very_large_counts_are_no_endless_sum() -> None:
    found = range_of_counts([100.0] * 50, 900.0)
    assert found.low < 100 < found.high
    assert range_of_counts([900.0] * 10_000, 1.0) == Range(862, 938)
    assert range_of_counts([900.0] * 10_000, 900.0).low == 0


def test_logarithms() -> None:
    found = range_of_logarithms([1.0] * 1000, 0.25)
    assert found.low == pytest.approx(1 - 1.2816 * math.sqrt(0.25), abs=0.01)
    assert found.high - 1 == pytest.approx(1 - found.low)
    assert range_of_logarithms([1.0] * 6, 0.25).high > found.high
    assert Range(1, 2).holds(2)
    assert not Range(1, 2).holds(2.1)
