"""What people promise, ask and agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extract.facts.places import Evidence

Promiser = Literal["author", "recipient"]
AgreementKind = Literal["decision", "next_step"]
DealStep = Literal["asked", "offered", "agreed", "signed", "declined", "cancelled", "expected"]
DealSide = Literal["buyer", "seller"]


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


@dataclass(frozen=True, slots=True)
class DealFact:
    """A step of a deal that the author tells of as done: asked for an offer, made one, ordered, signed, declined.

    Attributes:
        step: ``expected`` is only that a decision will come by a day.
        side: on which the author is; None where the words do not tell, as with a signed contract.
        text: the source words.
        amount: what it comes to, a number with its currency (``42000.00 EUR``), or None.
        expected_on: the day by which it is to be decided, or None.
        evidence: of ``deal``, ``amount`` and ``expected_on``.
    """

    step: DealStep
    side: DealSide | None
    text: str
    amount: str | None
    expected_on: date | None
    evidence: tuple[Evidence, ...]
