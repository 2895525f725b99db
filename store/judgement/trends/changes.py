"""Where a series changed its level: the cuts that explain it best, each worth its price.

Optimal partitioning (Jackson et al. 2005) over the deviance of each stretch from its own mean: Poisson for counts,
Gaussian for logarithms. A cut costs ``PRICE`` times the dispersion, which keeps false alarms below one in 100 years of
a series looked at every week (``python -m bench trends``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate

PRICE = 17.0
LEAST = 3  # weeks that a new level has to last

Deviance = Callable[[int, int], float]


def cuts_of_counts(counts: Sequence[float], dispersion: float) -> list[int]:
    """The places of the weeks with which a new level of counts begins, in order."""
    return _cuts(len(counts), _poisson(counts), PRICE * dispersion)


def cuts_of_logarithms(values: Sequence[float], spread: float) -> list[int]:
    """The same for values that scatter about their level evenly."""
    return _cuts(len(values), _gaussian(values), PRICE * spread)


def _cuts(length: int, deviance: Deviance, price: float) -> list[int]:
    least = [-price, *[math.inf] * length]
    begun = [0] * (length + 1)
    for end in range(LEAST, length + 1):
        begins = (at for at in range(end - LEAST + 1) if least[at] < math.inf)
        least[end], begun[end] = min((least[at] + deviance(at, end) + price, at) for at in begins)
    return _back(begun, length)


def _back(begun: Sequence[int], length: int) -> list[int]:
    found, at = list[int](), begun[length]
    while at:
        found.append(at)
        at = begun[at]
    return found[::-1]


def _poisson(counts: Sequence[float]) -> Deviance:
    sums = [0.0, *accumulate(counts)]

    def deviance(begin: int, end: int) -> float:
        whole = sums[end] - sums[begin]
        return 2 * whole * (1 - math.log(whole / (end - begin))) if whole > 0 else 0.0

    return deviance


def _gaussian(values: Sequence[float]) -> Deviance:
    sums, squares = [0.0, *accumulate(values)], [0.0, *accumulate(value * value for value in values)]

    def deviance(begin: int, end: int) -> float:
        whole = sums[end] - sums[begin]
        return squares[end] - squares[begin] - whole * whole / (end - begin)

    return deviance
