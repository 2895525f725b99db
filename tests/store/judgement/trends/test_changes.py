"""Where a series changed its level."""

from __future__ import annotations

import pytest

from store.judgement.trends.changes import LEAST, cuts_of_counts, cuts_of_logarithms


@pytest.mark.parametrize(
    ("counts", "cuts"),
    [
        ([], []),
        ([7.0] * 2, []),
        ([7.0] * 30, []),
        ([0.0] * 30, []),
        ([9.0] * 20 + [2.0] * 20, [20]),
        ([9.0] * 20 + [0.0] * LEAST, [20]),
        ([9.0] * 20 + [0.0] * (LEAST - 1), []),
        ([9.0] * 20 + [2.0] * 20 + [12.0] * 20, [20, 40]),
    ],
)
def test_counts(counts: list[float], cuts: list[int]) -> None:
    assert cuts_of_counts(counts, 1.0) == cuts


def test_the_same_fall_is_less_clear_in_a_wild_series() -> None:
    counts = [6.0] * 20 + [3.0] * 20
    assert cuts_of_counts(counts, 0.5) == [20]
    assert cuts_of_counts(counts, 3.0) == []


def test_logarithms() -> None:
    assert cuts_of_logarithms([0.0, 0.1] * 10 + [2.0, 2.1] * 10, 0.1) == [20]
    assert cuts_of_logarithms([0.0, 0.1] * 20, 0.1) == []
