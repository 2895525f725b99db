"""A mail, read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from extract.facts.places import Evidence

MessageKind = Literal["person", "automated", "newsletter", "bounce", "out_of_office", "calendar"]
ParticipantRole = Literal["from", "to", "cc", "bcc", "reply_to", "sender", "organizer", "attendee"]
Direction = Literal["in", "out", "internal"]


@dataclass(frozen=True, slots=True)
class Participant:
    """An address in a role, as written in one message or meeting.

    Attributes:
        role: the header or property it stood in.
        address: in lower case; its domain in ASCII (IDNA).
        name: the display name as shown to people, bidi controls removed; of a sender without one, the full name that
            they sign with; or None.
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
        refuted: whether the server that received it found that it is not from the domain in From (RFC 8601).
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
    refuted: bool = False


@dataclass(frozen=True, slots=True)
class BounceFact:
    """A recipient whom a message did not reach.

    Attributes:
        address: in lower case.
        permanent: whether the server has given up (RFC 3464: failed); a delay is not permanent.
        status: the enhanced status code (RFC 3463), or None.
    """

    address: str
    permanent: bool
    status: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    """The sender of an automatic reply is away.

    Attributes:
        until: the last day of absence, or None where the text does not say.
        substitute: name or address of whoever to turn to, or None.
    """

    until: date | None
    substitute: str | None
    evidence: tuple[Evidence, ...]
