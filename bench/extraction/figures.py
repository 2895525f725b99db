"""Figures with their size and certainty: F1 and shares over messages, each with n and a 95 % interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

RESAMPLES: Final = 1_000
SEED: Final = 20261101
_Z: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one message or of many: what was right, what was wrong, what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, how many cases it is of, and between what it lies with 95 % certainty. None where there is no case."""

    value: float | None
    n: int
    low: float = 0.0
    high: float = 1.0


def precision(counts: Sequence[Counts]) -> Figure:
    """Right among what was found; n is what was found."""
    return _resampled(counts, lambda right, wrong, _: (right, right + wrong))


def recall(counts: Sequence[Counts]) -> Figure:
    """Right among what is there; n is what is there."""
    return _resampled(counts, lambda right, _, missed: (right, right + missed))


def f1(counts: Sequence[Counts]) -> Figure:
    """The harmonic mean of precision and recall; n is what is there."""
    figure = _resampled(counts, lambda right, wrong, missed: (2 * right, 2 * right + wrong + missed))
    return Figure(figure.value, sum(each.right + each.missed for each in counts), figure.low, figure.high)


def share(hits: Sequence[bool]) -> Figure:
    """How many of the cases; the interval is Wilson's."""
    n, hit = len(hits), sum(hits)
    if not n:
        return Figure(None, 0)
    middle = (hit + _Z**2 / 2) / (n + _Z**2)
    half = _Z / (n + _Z**2) * math.sqrt(hit * (n - hit) / n + _Z**2 / 4)
    return Figure(hit / n, n, max(0.0, middle - half), min(1.0, middle + half))


_Ratio = Callable[
    [NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], tuple[NDArray[np.int64], NDArray[np.int64]]
]


def _resampled(counts: Sequence[Counts], ratio: _Ratio) -> Figure:
    """A ratio of sums over messages; its interval by drawing messages anew."""
    table = np.array([(each.right, each.wrong, each.missed) for each in counts], np.int64).reshape(-1, 3)
    above, below = ratio(*table.sum(axis=0))
    if not below:
        return Figure(None, 0)
    drawn = np.random.default_rng(SEED).integers(0, len(table), (RESAMPLES, len(table)))
    tops, bottoms = ratio(*np.moveaxis(table[drawn].sum(axis=1), 1, 0))
    values = tops[bottoms > 0] / bottoms[bottoms > 0]
    low, high = np.percentile(values, [2.5, 97.5])
    return Figure(float(above / below), int(below), float(low), float(high))
