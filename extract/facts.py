"""What comes out of reading: typed facts, each with the exact place that supports it.

Every package shares these types, so this module imports only the standard library. Two laws hold for all of them:
segments joined in order give the text back exactly, and the source text at an evidence's span equals its quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

MessageKind = Literal["person", "automated", "newsletter", "bounce", "out_of_office", "calendar"]
SegmentKind = Literal["new", "signoff", "signature", "quoted", "forwarded", "attribution", "disclaimer", "footer"]
ParticipantRole = Literal["from", "to", "cc", "bcc", "reply_to", "sender", "organizer", "attendee"]
Direction = Literal["in", "out", "internal"]
MeetingStatus = Literal["proposed", "confirmed", "cancelled"]
InteractionKind = Literal["mail", "meeting"]

TEXT = "text"
CALENDAR_TEXT = "calendar"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into a source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text that evidence points into: ``text``, ``calendar``, or a header's name in lower case."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact place that supports a value. ``source`` names a SourceText; its text at ``span`` equals ``quote``."""

    field: str
    source: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text and what it is. Segments cover the text once, in order."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Participant:
    """An address in a role, as written in one message or meeting.

    Attributes:
        role: the header or property it stood in.
        address: in lower case; its domain in ASCII (IDNA).
        name: the display name as shown to people, bidi controls removed, or None.
        response: a meeting's PARTSTAT in lower case (RFC 5545 section 3.2.12), else None.
        evidence: where it stands.
    """

    role: ParticipantRole
    address: str
    name: str | None = None
    response: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is kept of an attachment: never its content."""

    name: str | None
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MessageClass:
    """Who wrote a message, and the reason for saying so."""

    kind: MessageKind
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedMessage:
    """A mail, read.

    Attributes:
        message_id: without angle brackets; None when missing. A hint only: senders control it.
        in_reply_to: Message-IDs answered.
        references: Message-IDs of the thread, oldest first.
        date: the sender's date (aware, clamped to 1990 up to two days after receipt), else the time of receipt.
        subject: decoded, one line.
        direction: seen from the owner: ``out`` if the owner sent it.
    """

    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    date: datetime | None
    subject: str
    participants: tuple[Participant, ...]
    direction: Direction
    message_class: MessageClass
    language: str | None
    attachments: tuple[Attachment, ...]


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
        private: CLASS is PRIVATE or CONFIDENTIAL.
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

    def people(self) -> Iterator[Participant]:
        """Organizer and attendees, the organizer first."""
        if self.organizer:
            yield self.organizer
        yield from self.attendees


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A person as the headers name them. Not yet somebody to note: that is judged later."""

    address: str
    name: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CompanyFact:
    """An organization as an address's domain names it. Never a public mail provider."""

    domain: str
    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class InteractionFact:
    """An exchange that this item is, or is part of.

    Attributes:
        kind: mail or meeting.
        at: when it took place (aware).
        day: the same in the owner's time zone.
        title: subject without reply prefixes, or the meeting's summary.
        others: addresses of people outside the owner's company.
    """

    kind: InteractionKind
    at: datetime
    day: date
    title: str
    direction: Direction
    others: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one item. Equal bytes, context and reader version give an equal extraction."""

    sha256: str
    reader_version: str
    media_type: str
    message: ParsedMessage | None
    meetings: tuple[MeetingFact, ...]
    sources: tuple[SourceText, ...]
    segments: tuple[Segment, ...]
    contacts: tuple[ContactFact, ...]
    companies: tuple[CompanyFact, ...]
    interactions: tuple[InteractionFact, ...]
    warnings: tuple[str, ...]

    def source(self, name: str) -> str:
        """The source text of that name; empty when the item has none."""
        return next((source.text for source in self.sources if source.name == name), "")
