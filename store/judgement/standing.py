"""How a connection stands: what its last pass wrote down, unless nobody has looked for too long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

State = Literal[
    "waiting for its owner",
    "reading history",
    "up to date",
    "late",
    "sign-in needed",
    "not reachable",
    "paused by its owner",
]
LATE_AFTER = 3  # intervals
_MAY_BE_LATE = ("reading history", "up to date")


def standing(state: State, worked_at: datetime, every: timedelta | None, now: datetime) -> State:
    """The state as it is now: ``late`` when what should be looked at again and again was not, as when workers are dead.

    Args:
        worked_at: when a worker last gave a sign of life at it.
        every: how often it is looked at; None when it is not followed.
    """
    if every is None or state not in _MAY_BE_LATE:
        return state
    return "late" if now - worked_at > LATE_AFTER * every else state
