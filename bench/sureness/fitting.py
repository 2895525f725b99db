"""Fits a scorecard: logistic regression with a penalty on weights, by Newton's method, and the bands of its scores.

A feature may speak only in the direction in which whoever knows the matter would let it: that mails settle something,
or are several, never speaks against a note, however a generator's worlds happen to be made. One that would goes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.sureness.examples import Example
from store.judgement.calibration import Record
from store.judgement.features import NAMES

PENALTY = 2.0  # so that a feature that few notes have moves nothing far
STEPS = 50
AGAINST = frozenset({"seldom_before", "private_address", "many_people", "weekend"})
EDGES = (5.0, 4.0, 3.0, 2.0, -math.inf)  # log-odds: .993, .982, .953, .881


@dataclass(frozen=True, slots=True)
class Card:
    """Weights by feature."""

    intercept: float
    points: dict[str, float]

    def score(self, features: frozenset[str]) -> float:
        """The log-odds of a note with these features."""
        return self.intercept + sum(self.points[name] for name in features)


def fit(examples: Sequence[Example]) -> Card:
    """The card that explains the examples best, weights held small and each in its direction; the intercept is free."""
    names = list(NAMES)
    while True:
        weights = _newton(examples, names)
        wrong = [name for name, weight in zip(names, weights[1:], strict=True) if (weight > 0) == (name in AGAINST)]
        if not wrong:
            break
        names = [name for name in names if name not in wrong]
    points = dict.fromkeys(NAMES, 0.0) | {name: round(float(w), 3) for name, w in zip(names, weights[1:], strict=True)}
    return Card(round(float(weights[0]), 3), points)


def _newton(examples: Sequence[Example], names: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    matrix = np.array([[1.0, *(float(name in one.features) for name in names)] for one in examples])
    right = np.array([float(one.right) for one in examples])
    penalty = np.diag([0.01, *([PENALTY] * len(names))])
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        expected = 1.0 / (1.0 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - expected) - penalty @ weights
        curve = (matrix * (expected * (1.0 - expected))[:, None]).T @ matrix + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def left_out_in_turn(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """Each example's score by a card that was fitted without its world."""
    found = []
    for seed in sorted({one.seed for one in examples}):
        card = fit([one for one in examples if one.seed != seed])
        found += [(card.score(one.features), one.right) for one in examples if one.seed == seed]
    return found


def bands(scored: Sequence[tuple[float, bool]]) -> list[tuple[float, Record]]:
    """How many were right and wrong from each edge on, the highest first."""
    found, above = [], math.inf
    for edge in EDGES:
        inside = [right for score, right in scored if edge <= score < above]
        found.append((edge, Record(float(sum(inside)), float(len(inside) - sum(inside)))))
        above = edge
    return found
