"""Date headers (RFC 5322 section 3.3) to aware times that a store and a person can live with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import Final

from extract.mail.headers import Headers

EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)
_AHEAD: Final = timedelta(days=2)
_LONGEST: Final = 120


def date_of(headers: Headers, received_at: datetime | None, warnings: list[str]) -> datetime | None:
    """The sender's date, clamped to 1990 up to two days after receipt; without one, the time of receipt."""
    received = received_at or _handed_over(headers)
    sent = parse(headers.text("date"))
    if sent is None:
        warnings.append("The date is missing or could not be read.")
        return received
    clamped = min(max(sent, EARLIEST), received + _AHEAD if received else LATEST)
    if clamped != sent:
        warnings.append("The date is impossible; the nearest possible one was taken.")
    return clamped


def parse(text: str) -> datetime | None:
    """An aware time, or None. A time without a zone is taken as UTC."""
    try:
        fields = parsedate_tz(text[:_LONGEST])
        if fields is None:
            return None
        year, month, day, hour, minute, second = fields[:6]
        offset = timezone(timedelta(seconds=fields[9] or 0))
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=offset).astimezone(offset)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _handed_over(headers: Headers) -> datetime | None:
    """When the last server took the message: the topmost Received (RFC 5321 section 4.4)."""
    received = parse(headers.text("received").rpartition(";")[2])
    return min(max(received, EARLIEST), LATEST) if received else None
