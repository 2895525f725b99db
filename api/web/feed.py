"""A rep's own promises as a calendar (RFC 5545): one all-day event each, that takes no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from api.web import promises
from i18n.language import language
from i18n.texts import _
from store.queries.promises import Promised

LINE = 75  # octets (RFC 5545 section 3.1)
SPACES = "\u00a0\u202f"  # that do not break; French has them before a colon


def calendar(promised: Iterable[Promised], own: frozenset[str], host: str, now: datetime) -> str:
    """The calendar's text. ``host`` makes each UID the world's only one; it stays while the promise is the same."""
    lines = [*_head(), *(line for each in promised for line in _event(each, own, host, now)), "END:VCALENDAR"]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _head() -> Iterator[str]:
    name = _("My promises")
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Boswell//Promises//{language().upper()}")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}")
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT1H"


def _event(each: Promised, own: frozenset[str], host: str, now: datetime) -> Iterator[str]:
    said = promises.said(each, own)
    yield "BEGIN:VEVENT"
    yield f"UID:{each.key}@{host}"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{each.due_on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{each.due_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(said.who + _(': ') + each.words)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545 section 3.3.11), controls left out."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return "".join(sign for sign in text.replace("\n", "\\n") if sign.isprintable() or sign in SPACES)


def folded(line: str) -> Iterator[str]:
    """A content line in pieces of LINE octets at most, no character cut (RFC 5545 section 3.1)."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > LINE:
            yield piece
            piece = " "
        piece += sign
    yield piece
