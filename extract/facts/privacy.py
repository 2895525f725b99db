"""Signs that a message or meeting is somebody's own affair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.facts.places import Evidence

Matter = Literal["marked", "aside", "family", "health", "money", "law", "employment", "occasion", "home"]


@dataclass(frozen=True, slots=True)
class PrivacyFact:
    """A matter that speaks for privacy, with the words that say so.

    Attributes:
        matter: ``marked`` is the sender's own mark, ``aside`` that they say it is no matter of work; what the words
            are about otherwise; ``home`` is daily life, which is only ever a hint.
        weight: 1 a hint, 2 a sign, 3 and more several signs; a mark is 3.
        evidence: the words, each where it stands.
    """

    matter: Matter
    weight: int
    evidence: tuple[Evidence, ...]
