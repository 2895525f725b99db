from __future__ import annotations

import pytest

from store.judgement.calibration import NEEDED, STRENGTH, Record, below, is_sure, lower_bound, quantile


@pytest.mark.parametrize(
    ("x", "a", "b", "expected"),
    [
        (0.5, 1, 1, 0.5),
        (0.25, 2, 3, 0.26171875),
        (0.9, 8, 2, 0.7748409780),
        (0.5, 20, 20, 0.5),
        (0.0, 2, 3, 0.0),
        (1.0, 2, 3, 1.0),
    ],
)
def test_the_incomplete_beta_function(x: float, a: float, b: float, expected: float) -> None:
    assert below(x, a, b) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("a", [0.5, 3.0, 398.5])
def test_a_quantile_is_where_the_function_says(a: float) -> None:
    for share in (0.1, 0.5, 0.9):
        assert below(quantile(share, a, 2.5), a, 2.5) == pytest.approx(share, abs=1e-6)


def test_where_a_fraction_would_divide_by_nothing_it_goes_on() -> None:
    assert 0.0 < below(0.5, 1e-9, 1e-9) < 1.0
    assert below(0.75, 1.0, 1.0) == pytest.approx(0.75)
    assert below(0.4, 1e8, 1e8) == pytest.approx(0.0, abs=1e-9)  # ends, though the fraction has not settled


def test_the_shipped_prior_alone_decides_on_the_first_day() -> None:
    assert lower_bound(Record(997, 3), Record()) >= NEEDED
    assert lower_bound(Record(95, 5), Record()) < NEEDED
    assert lower_bound(Record(50, 0), Record()) < lower_bound(Record(300, 0), Record())


def test_what_a_rep_decides_is_heard() -> None:
    shipped = Record(9970, 30)
    assert lower_bound(shipped, Record(90, 10)) < NEEDED <= lower_bound(shipped, Record(100, 0))
    for own in (Record(90, 10), Record(100, 0), Record()):
        assert is_sure(shipped, own) == (lower_bound(shipped, own) >= NEEDED)
    assert shipped.capped(STRENGTH).right + shipped.capped(STRENGTH).wrong == pytest.approx(STRENGTH)
    assert Record(3, 1).capped(STRENGTH) == Record(3, 1)
