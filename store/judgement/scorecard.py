"""The shipped weights of features and what they came to, band by band. Written by ``python -m bench sureness --write``.

Fitted: not yet; the priors are those of a careful guess.
"""

from __future__ import annotations

INTERCEPT = 5.0
POINTS: dict[str, float] = {}
# Bands of scores, each from a log-odds on, with how many notes in it were worth one and how many were not, in worlds
# left out of the fit in turn.
BANDS: tuple[tuple[float, float, float], ...] = (
    (4.0, 330.0, 3.0),
    (3.0, 60.0, 2.0),
    (float("-inf"), 20.0, 4.0),
)
