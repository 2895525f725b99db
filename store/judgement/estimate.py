"""How long looking through what waits may take: the same for the page and for the mail."""

from __future__ import annotations

from typing import Final

SURE_SECONDS: Final = 0.9
LOOK_SECONDS: Final = 2.5
_STEP: Final = 5  # seconds


def seconds(sure: int, look: int) -> int:
    """The time for so many of both piles, rounded to five seconds."""
    return max(_STEP, _STEP * round((SURE_SECONDS * sure + LOOK_SECONDS * look) / _STEP))
