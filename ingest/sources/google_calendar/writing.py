"""An event of Google's as the calendar text (RFC 5545) as which every other calendar's events come.

So the same meeting reads alike wherever it is seen: by its UID, with its people, its rule and its zone. Rooms are left
out, since nobody meets a room.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

Told = Mapping[str, Any]
LINE: Final = 75  # octets (section 3.1)
RECURRENCE: Final = ("RRULE", "EXRULE", "RDATE", "EXDATE")
RESPONSES: Final[Mapping[str, str]] = {
    "needsAction": "NEEDS-ACTION", "declined": "DECLINED", "tentative": "TENTATIVE", "accepted": "ACCEPTED",
}  # fmt: skip
CLASSES: Final[Mapping[str, str]] = {"private": "PRIVATE", "confidential": "CONFIDENTIAL"}
STATUSES: Final[Mapping[str, str]] = {"tentative": "TENTATIVE", "cancelled": "CANCELLED"}
OF_A_CALENDAR: Final = ".calendar.google.com"  # addresses of calendars and rooms, which are nobody's
_CONTROLS: Final = dict.fromkeys((*range(0x20), 0x7F))
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Frame:
    """What an event does not say of itself.

    Attributes:
        zone: the IANA zone of times that say none.
        sequence: the least that its SEQUENCE is.
    """

    uid: str
    zone: str
    sequence: int = 0


def written(event: Told, frame: Frame) -> bytes:
    """The event as a calendar; of a series, its rule or one changed or cancelled instance.

    Raises:
        ValueError: it has no start that can be told.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Boswell//Google Calendar//EN", "BEGIN:VEVENT"]
    lines += [*_named(event, frame), *_times(event, frame.zone), *_said(event), *_people(event)]
    return b"".join(_folded(line) for line in (*lines, "END:VEVENT", "END:VCALENDAR"))


def sequence_of(event: Told) -> int | None:
    """Its revision number; None where it says none."""
    found = event.get("sequence")
    return found if isinstance(found, int) and 0 <= found < 2**31 else None


def updated(event: Told) -> datetime | None:
    """When it was changed last."""
    try:
        return datetime.fromisoformat(str(event.get("updated", ""))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def last_day(event: Told) -> date | None:
    """The day on which it is over; None for one that recurs, or that does not say."""
    end = event.get("end") or event.get("originalStartTime")
    if event.get("recurrence") or not isinstance(end, Mapping):
        return None
    try:
        return datetime.fromisoformat(str(end.get("date") or end.get("dateTime"))).date()
    except ValueError:
        return None


def _named(event: Told, frame: Frame) -> Iterator[str]:
    yield f"UID:{_line(frame.uid)}"
    changed = updated(event)
    if changed:
        yield f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{max(sequence_of(event) or 0, frame.sequence)}"
    yield f"STATUS:{STATUSES.get(str(event.get('status')), 'CONFIRMED')}"


def _times(event: Told, zone: str) -> Iterator[str]:
    original = event.get("originalStartTime")
    if event.get("recurringEventId") and original:
        yield f"RECURRENCE-ID{_moment(original, zone)}"
    yield f"DTSTART{_moment(event.get('start') or original, zone)}"
    if event.get("end") and event.get("endTimeUnspecified") is not True:
        yield f"DTEND{_moment(event['end'], zone)}"
    for line in event.get("recurrence") or ():
        if str(line).partition(":")[0].partition(";")[0].upper() in RECURRENCE:
            yield _line(str(line))


def _said(event: Told) -> Iterator[str]:
    for name in ("summary", "location", "description"):
        if said := event.get(name):
            yield f"{name.upper()}:{_line(str(said).translate(_ESCAPES))}"
    if kind := CLASSES.get(str(event.get("visibility"))):
        yield f"CLASS:{kind}"
    if event.get("transparency") == "transparent":
        yield "TRANSP:TRANSPARENT"


def _people(event: Told) -> Iterator[str]:
    """A calendar that several keep is the organizer by name; then it is whoever wrote the event down."""
    organizer = event.get("organizer") or {}
    if str(organizer.get("email", "")).casefold().endswith(OF_A_CALENDAR):
        organizer = event.get("creator") or {}
    yield from _person("ORGANIZER", organizer)
    for each in event.get("attendees") or ():
        if each.get("resource") is not True:
            response = RESPONSES.get(str(each.get("responseStatus")), "NEEDS-ACTION")
            role = "OPT-PARTICIPANT" if each.get("optional") is True else "REQ-PARTICIPANT"
            yield from _person("ATTENDEE", each, f";ROLE={role};PARTSTAT={response}")


def _person(name: str, person: Told, more: str = "") -> Iterator[str]:
    address = _line(str(person.get("email", "")))
    if not address or address.casefold().endswith(OF_A_CALENDAR):
        return
    shown = _line(str(person.get("displayName", ""))).replace('"', "'")
    named = f';CN="{shown}"' if shown else ""
    yield f"{name}{more}{named}:mailto:{address}"


def _moment(told: object, zone: str) -> str:
    """Parameters and value of a date or a time; a time stands on the wall clock of its own zone.

    Raises:
        ValueError: it is neither.
    """
    if not isinstance(told, Mapping):
        raise ValueError("there is no time")  # noqa: TRY004 - what is told is wrong, not the program
    if told.get("date"):
        return f";VALUE=DATE:{date.fromisoformat(str(told['date'])):%Y%m%d}"
    at = datetime.fromisoformat(str(told.get("dateTime")))
    name = str(told.get("timeZone") or zone)
    known = _zone(name)
    if at.tzinfo is not None:
        at = _in(at, known or UTC)
    if known is None or name == "UTC":
        return f":{at:%Y%m%dT%H%M%S}Z"
    return f";TZID={name}:{at:%Y%m%dT%H%M%S}"


def _in(at: datetime, zone: tzinfo) -> datetime:
    try:
        return at.astimezone(zone)
    except OverflowError as error:
        raise ValueError("beyond all calendars") from error


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # nobody knows it, or it is no name at all
        return None


def _line(text: str) -> str:
    """Without what would end the line."""
    return text.translate(_CONTROLS)


def _folded(line: str) -> bytes:
    """In pieces of 75 octets (section 3.1) that part no character."""
    whole, pieces, at = line.encode(), list[bytes](), 0
    while len(whole) - at > LINE - 1:
        cut = at + LINE - 1
        while whole[cut] & 0xC0 == 0x80:  # noqa: PLR2004 - a byte that goes on a character (RFC 3629 section 3)
            cut -= 1
        pieces.append(whole[at:cut])
        at = cut
    return b"\r\n ".join((*pieces, whole[at:])) + b"\r\n"
