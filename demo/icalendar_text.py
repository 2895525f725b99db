"""iCalendar text (RFC 5545), written by hand so that every byte is ours to choose."""

from __future__ import annotations

from datetime import UTC, date, datetime

from demo.clock import OFFICE
from demo.world import Person

_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Berlin",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip
_LINE = 73


def calendar(events: tuple[str, ...], method: str | None = None) -> str:
    """A whole calendar around VEVENT texts; ``method`` makes it an iTIP message (RFC 5546)."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Calendar//EN", "CALSCALE:GREGORIAN"]
    if method:
        head.append(f"METHOD:{method}")
    return lines((*head, *_ZONE)) + "".join(events) + lines(("END:VCALENDAR",))


def lines(rows: tuple[str, ...]) -> str:
    """Content lines, folded to less than 75 octets and ended with CRLF (RFC 5545 section 3.1)."""
    return "".join(f"{_fold(row)}\r\n" for row in rows)


def escape(text: str) -> str:
    """A TEXT value (RFC 5545 section 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def stamp(at: datetime) -> str:
    """A time in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def start_line(name: str, at: datetime) -> str:
    """DTSTART, DTEND or RECURRENCE-ID on the office's wall clock."""
    return f"{name};TZID=Europe/Berlin:{at.astimezone(OFFICE):%Y%m%dT%H%M%S}"


def day_line(name: str, day: date) -> str:
    """DTSTART or DTEND of an all-day event."""
    return f"{name};VALUE=DATE:{day:%Y%m%d}"


def attendee(person: Person, response: str) -> str:
    """An ATTENDEE line with its PARTSTAT."""
    return (
        f'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={response};CN="{person.name}"'
        f":mailto:{person.address}"
    )


def organizer(person: Person) -> str:
    """The ORGANIZER line."""
    return f'ORGANIZER;CN="{person.name}":mailto:{person.address}'


def _fold(row: str) -> str:
    parts, current, octets = [], "", 0
    for char in row:
        size = len(char.encode())
        if octets + size > _LINE:
            parts.append(current)
            current, octets = "", 1
        current, octets = current + char, octets + size
    return "\r\n ".join((*parts, current))
