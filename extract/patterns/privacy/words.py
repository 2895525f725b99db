"""The form of a language's list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.facts.privacy import Matter


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases by matter, separated by commas, in lower case.

    Attributes:
        signs: hardly ever written in business; one is enough.
        hints: written in business as well; two different ones are a sign.
        home: daily life, at which many firms work, too: never a sign, whatever their number.
    """

    signs: Mapping[Matter, str]
    hints: Mapping[Matter, str]
    home: str
