"""How hard a mail server is asked: longer waits after failures, fewer at once after a refusal, sign-ins by the second.

The arithmetic alone; chance and time are passed in.
"""

from __future__ import annotations

from datetime import timedelta

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=1), timedelta(minutes=15)
MOST_DOUBLINGS = 20
LONGEST_ASKED = timedelta(days=1)
LEAST_CAP = 1.0
GROWTH = 0.25  # of a place more at once for each visit that went well, the slower the more there are
SIGN_INS_PER_SECOND = 5.0
SIGN_INS_AT_ONCE = 5.0


def wait(failures: int, chance: float, asked: float | None = None) -> timedelta:
    """How long to wait after so many failures in a row: anything up to 1 s, 2 s, 4 s, … 15 min.

    Full jitter: those who failed together come back spread over the whole time.

    Args:
        chance: from 0 to 1.
        asked: the least number of seconds, where the server named one.
    """
    doubled = min(FIRST_WAIT * 2.0 ** min(failures - 1, MOST_DOUBLINGS), LONGEST_WAIT)
    return max(doubled * chance, least(asked))


def least(asked: float | None) -> timedelta:
    """How long a server may keep us away that names so many seconds: a day at most."""
    return timedelta(seconds=min(asked or 0, LONGEST_ASKED.total_seconds()))


def halved(cap: float) -> float:
    """How many may be served at once after a refusal."""
    return max(cap / 2, LEAST_CAP)


def grown(cap: float, most: float) -> float:
    """How many may be served at once after a visit that went well."""
    return min(cap + GROWTH / cap, most)


def refilled(tokens: float, seconds: float) -> float:
    """How many sign-ins are allowed, so many seconds after there were ``tokens``."""
    return min(tokens + max(seconds, 0) * SIGN_INS_PER_SECOND, SIGN_INS_AT_ONCE)


def until_next(tokens: float) -> timedelta:
    """How long until the next sign-in is allowed."""
    return timedelta(seconds=max(1 - tokens, 0) / SIGN_INS_PER_SECOND)
