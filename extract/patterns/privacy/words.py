"""The form of a language's list.

Phrases are in lower case and parted by commas. The last word of each is found in every form that the language's endings
make of it. ``zahnarzt*`` is found at the beginning of words (Zahnarztpraxis), ``*arzt`` at their end (Kinderarzt).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.facts.privacy import Matter


@dataclass(frozen=True, slots=True)
class Words:
    """What a language says of private life, by matter.

    Attributes:
        signs: hardly ever written in business; one is enough.
        hints: written in business as well; two different ones are a sign.
        home: daily life, at which many firms work, too: never a sign, whatever their number.
        kin: relatives, hints as the writer's own: customers speak of theirs in passing.
        own: what is a sign only as the writer's own ("my doctor"): of others it may be a customer's.
        mine: the possessives that make it so. "Our" is not among them: firms have lawyers and banks.
        endings: what a word may end in, and in what instead.
        spellings: how its letters are written where a keyboard lacks them.
    """

    signs: Mapping[Matter, str]
    hints: Mapping[Matter, str]
    home: str
    kin: str
    own: Mapping[Matter, str]
    mine: str
    endings: tuple[tuple[str, str], ...]
    spellings: Mapping[str, str]
