"""Writes the scorecard as the data module that judgement ships."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from bench.sureness.fitting import Card
from store.judgement import scorecard
from store.judgement.calibration import Record

PLACE = Path(scorecard.__file__)
TEXT = '''\
"""The shipped weights of features and what they came to, band by band, as ``python -m bench sureness --write`` left it.

Fitted on {count} notes of generated worlds, seeds {seeds}.
"""

from __future__ import annotations

INTERCEPT = {intercept}
POINTS: dict[str, float] = {{
{points}
}}
# Bands of scores, each from a log-odds on, with how many notes in it were worth one and how many were not, in worlds
# left out of the fit in turn.
BANDS: tuple[tuple[float, float, float], ...] = (
{bands}
)
'''


def as_module(card: Card, bands: Sequence[tuple[float, Record]], seeds: Sequence[int]) -> str:
    """The module's text."""
    count = sum(record.right + record.wrong for _, record in bands)
    return TEXT.format(
        count=int(count),
        seeds=", ".join(map(str, seeds)),
        intercept=card.intercept,
        points="\n".join(f'    "{name}": {points},' for name, points in card.points.items()),
        bands="\n".join(f"    ({_edge(edge)}, {record.right}, {record.wrong})," for edge, record in bands),
    )


def _edge(edge: float) -> str:
    return 'float("-inf")' if edge == -math.inf else str(edge)
