"""All that was read from one item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from extract.facts.intents import AgreementFact, CommitmentFact, DealFact
from extract.facts.meetings import AppointmentFact, MeetingFact
from extract.facts.messages import AbsenceFact, BounceFact, Direction, ParsedMessage
from extract.facts.people import CompanyFact, ContactFact, DeskFact, EmploymentFact, MentionFact, SignatureFact
from extract.facts.places import Evidence, Segment, SourceText
from extract.facts.privacy import PrivacyFact

InteractionKind = Literal["mail", "meeting"]


@dataclass(frozen=True, slots=True)
class InteractionFact:
    """An exchange that this item is, or is part of.

    Attributes:
        kind: mail or meeting.
        at: when it took place (aware).
        day: the same in the owner's time zone.
        title: subject without reply prefixes, or the meeting's summary.
        others: addresses of people outside the owner's company; where none took part, those of companies' desks.
    """

    kind: InteractionKind
    at: datetime
    day: date
    title: str
    direction: Direction
    others: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the text of a message says, beyond its headers; ``hints`` are too little to say that it is private.

    Attributes:
        renamed: where its author first tells of another name or address than before.
    """

    signature: SignatureFact | None = None
    mentions: tuple[MentionFact, ...] = ()
    employments: tuple[EmploymentFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    appointments: tuple[AppointmentFact, ...] = ()
    bounces: tuple[BounceFact, ...] = ()
    absence: AbsenceFact | None = None
    privacy: tuple[PrivacyFact, ...] = ()
    hints: tuple[PrivacyFact, ...] = ()
    deals: tuple[DealFact, ...] = ()
    renamed: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one item. Equal bytes, context and reader version give an equal extraction.

    Attributes:
        desks: companies' shared mailboxes among those who took part.
    """

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
    findings: Findings
    warnings: tuple[str, ...]
    desks: tuple[DeskFact, ...] = ()

    def source(self, name: str) -> str:
        """The source text of that name; empty when the item has none."""
        return next((source.text for source in self.sources if source.name == name), "")
