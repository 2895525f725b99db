"""What comes out of reading: typed facts, each with the exact place that supports it.

Every package shares these types, so this package imports only the standard library. Two laws hold for all of them:
segments joined in order give the text back exactly, and the source text at an evidence's span equals its quote.
"""

from __future__ import annotations

from extract.facts.extraction import Extraction, Findings, InteractionFact, InteractionKind
from extract.facts.intents import (
    AgreementFact,
    AgreementKind,
    CommitmentFact,
    DealFact,
    DealSide,
    DealStep,
    Promiser,
)
from extract.facts.meetings import AppointmentFact, MeetingFact, MeetingStatus, Moment
from extract.facts.messages import (
    AbsenceFact,
    Attachment,
    BounceFact,
    Direction,
    MessageClass,
    MessageKind,
    ParsedMessage,
    Participant,
    ParticipantRole,
)
from extract.facts.people import (
    CompanyFact,
    ContactFact,
    DeskFact,
    EmploymentChange,
    EmploymentFact,
    MentionFact,
    Phone,
    PhoneType,
    SignatureFact,
)
from extract.facts.places import CALENDAR_TEXT, STATUS, TEXT, Evidence, Segment, SegmentKind, SourceText, Span
from extract.facts.privacy import Matter, PrivacyFact

__all__ = [
    "Extraction",
    "Findings",
    "InteractionFact",
    "InteractionKind",
    "AgreementFact",
    "AgreementKind",
    "CommitmentFact",
    "DealFact",
    "DealSide",
    "DealStep",
    "Promiser",
    "AppointmentFact",
    "MeetingFact",
    "MeetingStatus",
    "Moment",
    "AbsenceFact",
    "Attachment",
    "BounceFact",
    "Direction",
    "MessageClass",
    "MessageKind",
    "ParsedMessage",
    "Participant",
    "ParticipantRole",
    "CompanyFact",
    "ContactFact",
    "DeskFact",
    "EmploymentChange",
    "EmploymentFact",
    "MentionFact",
    "Phone",
    "PhoneType",
    "SignatureFact",
    "CALENDAR_TEXT",
    "STATUS",
    "Evidence",
    "Segment",
    "SegmentKind",
    "SourceText",
    "Span",
    "TEXT",
    "Matter",
    "PrivacyFact",
]
