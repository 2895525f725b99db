"""A calendar's events as facts (RFC 5545 section 3.6.1), and what an iTIP message wants with them (RFC 5546).

Recurrence rules are kept as text; ``recurrence`` follows them. What is wrong with one event is a warning; others are
read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from extract.errors import Unreadable
from extract.facts import CALENDAR_TEXT, Evidence, MeetingFact, MeetingStatus, Participant, ParticipantRole
from extract.limits import NAME_CHARACTERS, SUBJECT_CHARACTERS
from extract.mail.addresses import normalize
from extract.mail.words import clean
from extract.meetings.lines import Component, Property, components, unfolded
from extract.meetings.times import Moment, duration, instant, moment
from extract.privacy.found import Stretch, matters_in
from extract.privacy.marks import is_mark
from extract.raw import ReadingContext

EVENTS: Final = 1_000
ATTENDEES: Final = 1_000
_CLASSES: Final = ("CLASS", "X-CALENDARSERVER-ACCESS")  # the second is what Apple's calendar servers write
_ESCAPES: Final = {"n": "\n", "N": "\n"}


@dataclass(frozen=True, slots=True)
class Invite:
    """A calendar, read.

    Attributes:
        text: the unfolded calendar, into which evidence points.
        method: the iTIP method in upper case, or None.
    """

    text: str
    method: str | None
    meetings: tuple[MeetingFact, ...]
    warnings: tuple[str, ...]


def read_calendar(payload: bytes, context: ReadingContext) -> Invite:
    """The events of a calendar.

    Raises:
        Unreadable: it is no calendar, or too large.
    """
    text = unfolded(payload)
    warnings: list[str] = []
    found = components(text, warnings)
    calendar = next((each for each in found if each.name == "VCALENDAR"), None)
    if calendar is None:
        raise Unreadable("It is not a calendar: it has no BEGIN:VCALENDAR.")
    events = [each for each in found if each.name == "VEVENT"]
    if len(events) > EVENTS:
        warnings.append(f"{len(events) - EVENTS} events beyond the first {EVENTS} were left out.")
    if not events:
        warnings.append("It holds no event.")
    method = calendar.first("METHOD")
    said = method.value.strip().upper() if method else None
    reading = _Reading(context, said or None, warnings)
    facts = (reading.meeting(event) for event in events[:EVENTS])
    return Invite(text, said or None, tuple(fact for fact in facts if fact), tuple(dict.fromkeys(warnings)))


@dataclass(frozen=True, slots=True)
class _Reading:
    context: ReadingContext
    method: str | None
    warnings: list[str]

    def meeting(self, event: Component) -> MeetingFact | None:
        start = self._moment(event, "DTSTART")
        uid = event.first("UID")
        if start is None or uid is None or not uid.value.strip():
            self.warnings.append("An event without a UID or a start that can be read was left out.")
            return None
        instance, rule, stamp = self._instance(event), event.first("RRULE"), event.first("DTSTAMP")
        stamped = moment(stamp, self.context.timezone) if stamp else None
        return MeetingFact(
            uid=clean(uid.value)[:SUBJECT_CHARACTERS],
            recurrence_id=instance.value.strip() if instance else None,
            sequence=_number(event.first("SEQUENCE")),
            method=self.method,
            status=self._status(event),
            start=start.at,
            end=self._end(event, start),
            all_day=start.all_day,
            timezone=start.timezone,
            summary=_line(event.first("SUMMARY")) or "",
            location=_line(event.first("LOCATION")),
            rule=rule.value.strip() if rule else None,
            private=_is_private(event),
            organizer=self._organizer(event),
            attendees=self._attendees(event),
            evidence=_evidence(event),
            privacy=matters_in(_told(event)),
            instant=self._instant(instance) if instance else None,
            stamped_at=stamped.at if stamped else None,
        )

    def _instance(self, event: Component) -> Property | None:
        """What names the instance; one that is added to a series is named by its own start (RFC 5546 section 3.2.4)."""
        return event.first("RECURRENCE-ID") or (event.first("DTSTART") if self.method == "ADD" else None)

    def _instant(self, instance: Property) -> str:
        found = moment(instance, self.context.timezone)
        written = instance.value.strip().replace("-", "")
        return written if found is None or found.all_day else instant(found.at)

    def _moment(self, event: Component, name: str) -> Moment | None:
        written = event.first(name)
        found = moment(written, self.context.timezone) if written else None
        if found and found.guessed:
            self.warnings.append("A time zone is not known; I took the owner's.")
        return found

    def _end(self, event: Component, start: Moment) -> datetime | None:
        end = self._moment(event, "DTEND")
        if end and end.at >= start.at:
            return end.at
        lasts = event.first("DURATION")
        length = duration(lasts.value) if lasts else None
        if length is not None:
            return start.at + length
        return start.at + timedelta(days=1) if start.all_day else None

    def _status(self, event: Component) -> MeetingStatus:
        said = _word(event, "STATUS")
        if self.method == "CANCEL" or said == "CANCELLED":
            return "cancelled"
        if self.method in {"COUNTER", "DECLINECOUNTER"} or said == "TENTATIVE":
            return "proposed"
        return "confirmed"

    def _organizer(self, event: Component) -> Participant | None:
        written = event.first("ORGANIZER")
        return self._participant(written, "organizer") if written else None

    def _attendees(self, event: Component) -> tuple[Participant, ...]:
        written = list(event.all("ATTENDEE"))
        if len(written) > ATTENDEES:
            self.warnings.append(f"{len(written) - ATTENDEES} attendees beyond the first {ATTENDEES} were left out.")
        found = (self._participant(each, "attendee") for each in written[:ATTENDEES])
        return tuple({each.address: each for each in found if each}.values())

    def _participant(self, written: Property, role: ParticipantRole) -> Participant | None:
        value = written.value.strip()
        address = normalize(value[7:] if value[:7].lower() == "mailto:" else written.parameters.get("EMAIL", value))
        if address is None:
            self.warnings.append("Somebody in the event has no mail address.")
            return None
        name = clean(written.parameters.get("CN", ""))[:NAME_CHARACTERS].strip(" '\"")
        response = written.parameters.get("PARTSTAT", "NEEDS-ACTION").lower() if role == "attendee" else None
        shown = name if name and name.lower() != address else None
        return Participant(role, address, shown, response, _quote(written, role))


def _evidence(event: Component) -> tuple[Evidence, ...]:
    fields = {"SUMMARY": "summary", "DTSTART": "start", "DTEND": "end", "LOCATION": "location", "STATUS": "status"}
    written = ((event.first(name), field) for name, field in fields.items())
    return tuple(_quote(each, field) for each, field in written if each and each.value)


def _told(event: Component) -> Iterator[Stretch]:
    """What the event is called, and where it is."""
    for written in (event.first("SUMMARY"), event.first("LOCATION")):
        if written:
            yield Stretch(CALENDAR_TEXT, written.span.start, written.value)


def _quote(written: Property, field: str) -> Evidence:
    return Evidence(field, CALENDAR_TEXT, written.span, written.value)


def _is_private(event: Component) -> bool:
    """Whether its class says so, or a category. What is none of RFC 5545's own words counts as PRIVATE (3.8.1.3)."""
    said = {_word(event, name) for name in _CLASSES}
    return not said <= {"", "PUBLIC"} or any(
        is_mark(word) for written in event.all("CATEGORIES") for word in written.value.split(",")
    )


def _word(event: Component, name: str) -> str:
    written = event.first(name)
    return written.value.strip().upper() if written else ""


def _number(written: Property | None) -> int:
    digits = written.value.strip() if written else ""
    return min(int(digits), 2**31 - 1) if digits.isascii() and digits.isdigit() and len(digits) <= 10 else 0  # noqa: PLR2004 - 2^31 has ten


def _line(written: Property | None) -> str | None:
    """A TEXT value (section 3.3.11) on one line, or None when it is blank."""
    if written is None:
        return None
    found, escaped = [], False
    for character in written.value[: 4 * SUBJECT_CHARACTERS]:
        if escaped or character != "\\":
            found.append(_ESCAPES.get(character, character) if escaped else character)
        escaped = character == "\\" and not escaped
    return clean(" ".join("".join(found).split()))[:SUBJECT_CHARACTERS] or None
