"""How long looking through what waits may take: the same for the page and for the mail."""

from __future__ import annotations

from typing import Final

SURE_SECONDS: Final = 0.9
LOOK_SECONDS: Final = 2.5
_MINUTE: Final = 60
_STEP: Final = 5  # seconds


def about(sure: int, look: int) -> str:
    """In words, rounded to five seconds: ``20 seconds``, ``3 minutes``."""
    seconds = max(_STEP, _STEP * round((SURE_SECONDS * sure + LOOK_SECONDS * look) / _STEP))
    return f"{seconds} seconds" if seconds < 2 * _MINUTE else f"{round(seconds / _MINUTE)} minutes"
