"""Which messages are wanted: those that the server received on a day or later.

The server's INTERNALDATE is the rule, since the Date header is what a sender wrote. SEARCH compares days without their
zone (RFC 3501 section 6.4.4), so one day more is asked for. A day before mail as we know it tells that the server lost
its clock, and nothing about the message: such messages are wanted as well.
"""

from __future__ import annotations

from datetime import date, timedelta

NO_SUCH_DAY = date(1990, 1, 1)
_MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")


def floor_of(since: date | None) -> int:
    """A day as a number that a position can hold; 0 for all time."""
    return 0 if since is None or since <= NO_SUCH_DAY else since.toordinal()


def wider(floor: int, than: int) -> bool:
    """Whether a window goes further back than another."""
    return bool(than) and floor < than


def keys(floor: int) -> bytes:
    """The search keys for a window, to be put behind others."""
    if not floor:
        return b""
    return b" OR SINCE %b BEFORE %b" % (_day(date.fromordinal(floor) - timedelta(days=1)), _day(NO_SUCH_DAY))


def _day(day: date) -> bytes:
    return b"%d-%b-%d" % (day.day, _MONTHS[day.month - 1], day.year)
