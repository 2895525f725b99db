"""Meetings: of a calendar, and in the words of a mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from extract.facts.messages import Participant
from extract.facts.places import Evidence
from extract.facts.privacy import PrivacyFact

MeetingStatus = Literal["proposed", "confirmed", "cancelled"]


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One calendar event, or one changed instance of a recurring one (RFC 5545 section 3.6.1).

    Attributes:
        uid: the event's UID.
        recurrence_id: the instance's original start as written, or None for the event itself.
        sequence: revision number (RFC 5545 section 3.8.7.4).
        method: the iTIP method (RFC 5546) in upper case, or None for a stored event.
        start, end: aware; for all-day events midnight in the owner's zone.
        rule: the RRULE text, unexpanded, or None.
        private: its class, or a category, says so.
        privacy: what summary and location say of private life.
        instant: the instance's original start in UTC, or its date for a whole day: equal in every calendar, whatever
            zone that is written in.
        stamped_at: when this was said of it (DTSTAMP, RFC 5545 section 3.8.7.2), or None.
    """

    uid: str
    recurrence_id: str | None
    sequence: int
    method: str | None
    status: MeetingStatus
    start: datetime | None
    end: datetime | None
    all_day: bool
    timezone: str | None
    summary: str
    location: str | None
    rule: str | None
    private: bool
    organizer: Participant | None
    attendees: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    privacy: tuple[PrivacyFact, ...] = ()
    instant: str | None = None
    stamped_at: datetime | None = None

    def people(self) -> Iterator[Participant]:
        """Organizer and attendees, the organizer first."""
        if self.organizer:
            yield self.organizer
        yield from self.attendees


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the wall time on it where the text gives one."""

    day: date
    at: time | None


@dataclass(frozen=True, slots=True)
class AppointmentFact:
    """A meeting or call that the text proposes, confirms, moves or cancels.

    Attributes:
        text: the source words.
        status: a moved one is proposed or confirmed at its new start.
        start: wall time where the sender is; None where the text fixes no day.
        timezone: the zone that the text names, as written, or None.
        minutes: how long it lasts, where the text says so.
        moved_from: where it stood before, or None.
    """

    text: str
    status: MeetingStatus
    start: Moment | None
    timezone: str | None
    minutes: int | None
    moved_from: Moment | None
    evidence: tuple[Evidence, ...]
