"""The form of a signal that a message comes from no person, or that it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Hint = Literal["newsletter", "automated", "person"]
# ``text`` is the author's own; ``anywhere`` footers and small print, too.
Place = Literal["text", "anywhere", "subject"]

# What a kind needs, after what speaks for a person is taken off, before a message is called so. One strong sign and
# one weak one, or three weak ones: an "unsubscribe" below a person's letter, or a greeting, decides nothing alone.
ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class Signal:
    """Words that speak for a kind of message.

    Attributes:
        weight: 1 weak, found in people's mail too; 2 usual; 3 strong; 4 and 5 hardly ever written by people.
        pattern: an expression for re2, matched without regard to case.
        reason: as people are shown it.
        example: what it is to find, written for this file.
    """

    hint: Hint
    weight: int
    place: Place
    pattern: str
    reason: str
    example: str


@dataclass(frozen=True, slots=True)
class Found:
    """A signal that a message shows."""

    hint: Hint
    weight: int
    reason: str
