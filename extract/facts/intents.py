"""What people promise, ask and agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extract.facts.places import Evidence

Promiser = Literal["author", "recipient"]
AgreementKind = Literal["decision", "next_step"]


@dataclass(frozen=True, slots=True)
class CommitmentFact:
    """A definite act that the author promises, or asks of the recipient.

    Attributes:
        who: who is to do it.
        text: the source words.
        due_text: the words that give the date, or None.
        due_date: resolved in the sender's local calendar; None where the words fix no day.
    """

    who: Promiser
    text: str
    due_text: str | None
    due_date: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """What was decided, or what both sides will do next, in the source's words."""

    kind: AgreementKind
    text: str
    evidence: tuple[Evidence, ...]
