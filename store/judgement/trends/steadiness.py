"""How much a series goes up and down by itself, when nothing changes.

Counts of a week scatter more than chance alone has it: mail comes in bursts. Their dispersion is the variance in means
(1 for a Poisson count), taken from differences between neighbours, which a change touches once, and from differences
of blocks of four weeks, which feel slow swings too. Both lean on a usual value while the series is short.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

HALF, BLOCK = 4, 4  # weeks
FAR = 3.0  # standard deviations
USUAL, WEIGHT = 1.2, 12.0  # the dispersion of most series, and for how many weeks it speaks
BURSTY = 1.6  # what a week that stands out is measured by, before the dispersion is known
TRIMMED, OF_TRIMMED = 0.9, 0.7  # a change sits in the largest differences; the mean of the rest is so much too small
USUAL_SPREAD = 0.25  # the variance of a median of reply times, in logarithms


def without_freaks(counts: Sequence[float]) -> list[float]:
    """The same counts with single weeks that stand far out brought near: a change lasts, a freak does not."""
    return [_near(count, counts[max(0, at - HALF) : at + HALF + 1]) for at, count in enumerate(counts)]


def _near(count: float, around: Sequence[float]) -> float:
    middle = sorted(around)[len(around) // 2]
    reach = FAR * math.sqrt(max(middle, 1.0) * BURSTY) + 1
    return min(max(count, middle - reach), middle + reach)


def dispersion(counts: Sequence[float]) -> float:
    """The variance of counts that do not change, in means; at least 1."""
    close = _leaning([(a - b) ** 2 for a, b in pairwise(counts)], [a + b for a, b in pairwise(counts)])
    blocks = [sum(counts[at : at + BLOCK]) for at in range(0, len(counts) - BLOCK + 1, BLOCK)]
    ratios = sorted((a - b) ** 2 / max(a + b, 1.0) for a, b in pairwise(blocks))
    if not ratios:
        return max(1.0, close)
    slow = fmean(ratios[: max(1, int(len(ratios) * TRIMMED))]) / OF_TRIMMED
    return max(1.0, close, (slow * len(ratios) + close * WEIGHT) / (len(ratios) + WEIGHT))


def _leaning(squares: Sequence[float], sums: Sequence[float]) -> float:
    own = sum(squares) / sum(sums) if sum(sums) else USUAL
    return (own * len(squares) + USUAL * WEIGHT) / (len(squares) + WEIGHT)


def spread(logarithms: Sequence[float]) -> float:
    """The variance of logarithms that do not change."""
    squares = [(a - b) ** 2 / 2 for a, b in pairwise(logarithms)]
    return (sum(squares) + USUAL_SPREAD * WEIGHT) / (len(squares) + WEIGHT)
