"""How long a web server wants to be left alone: in seconds, until a date, or as Google says it in a sentence.

Whoever names a time that has passed, or none that is any, names none.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

DIGITS: Final = 9
IN_A_SENTENCE: Final = "retry after "


def seconds_of(said: str, now: datetime) -> float | None:
    """Of a Retry-After field (RFC 9110 section 10.2.3); None: it says nothing."""
    said = said.strip()
    if said.isascii() and said.isdigit():
        return float(said[:DIGITS])
    try:
        return _until(parsedate_to_datetime(said), now)
    except (ValueError, TypeError, OverflowError):
        return None


def seconds_in(sentence: str, now: datetime) -> float | None:
    """Of an error's text that names a moment, ``Retry after 2026-11-26T14:00:00.000Z`` (RFC 3339); None: none."""
    _, found, rest = sentence.lower().partition(IN_A_SENTENCE)
    words = rest.upper().split()
    if not found or not words:
        return None
    try:
        return _until(datetime.fromisoformat(words[0].rstrip(".,;)")), now)
    except (ValueError, OverflowError):
        return None


def _until(at: datetime, now: datetime) -> float:
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - now).total_seconds())
