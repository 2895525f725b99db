"""The shipped weights of features and what they came to, band by band.

From 997 notes of generated worlds, seeds 1, 2 and 3 (``python -m bench sureness``): nine were not worth one. Those
looked into were private life, which is the privacy doubt's to tell; no feature here does. So none has points yet.
"""

from __future__ import annotations

INTERCEPT = 4.7
POINTS: dict[str, float] = {}
# Bands of scores, each from a log-odds on, with how many notes in it were worth one and how many were not.
BANDS: tuple[tuple[float, float, float], ...] = (
    (4.0, 988.0, 9.0),
    (3.0, 0.0, 0.0),
    (float("-inf"), 0.0, 0.0),
)
