"""What a week was to be expected to bring, after the weeks before it: a range that holds in four weeks of five."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from statistics import fmean

SHARE = 0.8
TAIL = (1 - SHARE) / 2
NEARLY_POISSON = 1.02
NEARLY_ALL = 0.9999
LARGE = 200  # a mean from which on counts are as good as normal
QUANTILE = 1.2816  # of the normal distribution at 1 - TAIL


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.low <= value <= self.high


def range_of_counts(past: Sequence[float], dispersion: float) -> Range:
    """The whole numbers that hold closest to four fifths of what comes next (a negative binomial count)."""
    return range_of_sum(past, dispersion, 1)


def range_of_sum(past: Sequence[float], dispersion: float, weeks: float) -> Range:
    """The same of several weeks together, or of a part of one."""
    mean = fmean(past) * weeks
    if mean <= 0:
        return Range(0, 0)
    dispersion *= 1 + weeks / len(past)
    if mean > LARGE:
        half = QUANTILE * math.sqrt(mean * dispersion)
        return Range(max(0, round(mean - half)), round(mean + half))
    below = list(accumulate(_chances(mean, dispersion)))
    low = next(at for at, share in enumerate(below) if share >= TAIL)
    high = next((at for at, share in enumerate(below) if share >= 1 - TAIL), len(below) - 1)
    tries = [(a, b) for a, b in product((low, low + 1), (high - 1, high)) if a <= b]
    return Range(*min(tries, key=lambda ends: abs(_between(below, *ends) - SHARE)))


def _between(below: Sequence[float], low: int, high: int) -> float:
    return below[high] - (below[low - 1] if low else 0.0)


def _chances(mean: float, dispersion: float) -> Iterator[float]:
    """The chance of 0, 1, 2, … until nearly all of it is spent."""
    poisson = dispersion < NEARLY_POISSON
    size = 0.0 if poisson else mean / (dispersion - 1)
    chance = math.exp(-mean) if poisson else dispersion**-size
    spent, number = 0.0, 0
    while spent < NEARLY_ALL:
        yield chance
        spent += chance
        step = mean if poisson else (size + number) * (dispersion - 1) / dispersion
        number += 1
        chance *= step / number


def range_of_logarithms(past: Sequence[float], spread: float) -> Range:
    """The same for values that scatter evenly, with Student's wider tails while there are few."""
    half = reach(len(past)) * math.sqrt(spread * (1 + 1 / len(past)))
    middle = fmean(past)
    return Range(middle - half, middle + half)


def reach(many: int) -> float:
    """How many standard deviations hold four fifths, where these are known from so many values (Cornish-Fisher)."""
    return QUANTILE + (QUANTILE**3 + QUANTILE) / (4 * many)
