"""How sure is sure: the lower bound of what may be expected, from shipped experience and the rep's own.

Of notes that score alike, the shipped prior says how many were right and wrong in worlds left out of the fit. It counts
as at most so many notes, so that what a rep decides is heard. The posterior is a Beta distribution, and its 10 %
quantile has to be at least .98.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

NEEDED = 0.98
ONE_SIDED = 0.10
STRENGTH = 600.0  # what the shipped prior counts at most, in notes
JEFFREYS = 0.5
STEPS = 60
TINY = 1e-300
CLOSE_ENOUGH = 1e-12
TERMS = 300


@dataclass(frozen=True, slots=True)
class Record:
    """How many were right and how many wrong; parts of one count, too."""

    right: float = 0.0
    wrong: float = 0.0

    def __add__(self, other: Record) -> Record:
        return Record(self.right + other.right, self.wrong + other.wrong)

    def times(self, weight: float) -> Record:
        """The same, counted more or less."""
        return Record(self.right * weight, self.wrong * weight)

    def capped(self, most: float) -> Record:
        """The same share of wrong ones, as of at most so many."""
        whole = self.right + self.wrong
        return self.times(most / whole) if whole > most else self


def is_sure(shipped: Record, own: Record) -> bool:
    """Whether the precision that may be expected is, with 90 % certainty, at least what is needed."""
    counted = _together(shipped, own)
    return below(NEEDED, counted.right, counted.wrong) <= ONE_SIDED


def lower_bound(shipped: Record, own: Record) -> float:
    """The precision that may be expected with 90 % certainty at least."""
    counted = _together(shipped, own)
    return quantile(ONE_SIDED, counted.right, counted.wrong)


def _together(shipped: Record, own: Record) -> Record:
    return shipped.capped(STRENGTH) + own + Record(JEFFREYS, JEFFREYS)


def quantile(share: float, a: float, b: float) -> float:
    """Below which value a Beta(a, b) lies with the probability ``share``, by halving."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, a, b) < share else (low, middle)
    return (low + high) / 2


def below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function (Numerical Recipes 6.4, by Lentz's continued fraction)."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _fraction(x, a, b) / a
    return 1.0 - front * _fraction(1.0 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1.0 / _apart(1.0 - (a + b) * x / (a + 1.0))
    found, change, m = d, 0.0, 0
    while abs(change - 1.0) > CLOSE_ENOUGH and m < TERMS:
        m += 1
        even = m * (b - m) * x / ((a - 1.0 + 2 * m) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1.0 + 2 * m))
        for term in (even, odd):
            d = 1.0 / _apart(1.0 + term * d)
            c = _apart(1.0 + term / c)
            found *= d * c
        change = d * c
    return found


def _apart(value: float) -> float:
    """Kept from zero, so that it can be divided by."""
    return value if abs(value) > TINY else TINY
