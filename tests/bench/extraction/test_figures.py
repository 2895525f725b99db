"""Ratios and their intervals."""

from __future__ import annotations

import pytest

from bench.extraction.figures import Counts, Figure, f1, precision, recall, share

SOME = [Counts(3, 1, 0), Counts(1, 0, 2), Counts(0, 0, 0)]


def test_ratios_are_of_sums_over_messages() -> None:
    assert (precision(SOME).value, precision(SOME).n) == (0.8, 5)
    assert recall(SOME).value == pytest.approx(4 / 6)
    assert f1(SOME).value == pytest.approx(8 / 11)
    assert recall(SOME).n == f1(SOME).n == 6


def test_the_interval_holds_the_value_and_narrows_with_more() -> None:
    few, many = f1(SOME), f1(SOME * 30)
    assert few.value is not None
    assert few.low <= few.value <= few.high
    assert many.high - many.low < few.high - few.low
    assert f1(SOME) == few


def test_nothing_measured_is_no_figure() -> None:
    assert f1([]).value is None
    assert precision([Counts(0, 0, 4)]) == Figure(None, 0)
    assert share([]) == Figure(None, 0)


def test_wilson_stays_between_none_and_all() -> None:
    figure = share([True] * 10)
    assert (figure.value, figure.n, figure.high) == (1.0, 10, 1.0)
    assert figure.low == pytest.approx(0.722, abs=0.001)
