"""When a relationship went quiet: it was at least *some*, and nothing was heard for clearly longer than its own rhythm.

The rhythm is the median of the days between two contacts; who met once a quarter is not quiet after a month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from store.judgement.relationship import STEPS, Touch, value

_ENOUGH: Final = 4  # days of contact that make a rhythm
_CLEARLY: Final = 3  # rhythms of silence
_AT_LEAST: Final = timedelta(days=21)
_NO_NEWS: Final = timedelta(days=365)  # what was quiet for longer is known


@dataclass(frozen=True, slots=True)
class Quiet:
    """A silence: since when, how often there was contact before (days), and how strong the relationship was then."""

    last_at: datetime
    every_days: int
    strength: float


def quiet(touches: Sequence[Touch], now: datetime) -> Quiet | None:
    """The silence of a relationship; None while there is none, or where there never was a rhythm."""
    past = [touch for touch in touches if touch.at <= now]
    days = sorted({touch.at.date() for touch in past})
    if len(days) < _ENOUGH:
        return None
    last_at = max(touch.at for touch in past)
    every = int(median((later - earlier).days for earlier, later in pairwise(days)))
    silence, strength = now - last_at, value(past, last_at)
    if silence <= max(_CLEARLY * timedelta(days=every), _AT_LEAST) or silence > _NO_NEWS or strength < STEPS[-1][0]:
        return None
    return Quiet(last_at, every, strength)
