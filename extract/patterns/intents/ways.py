"""The form in which a language's ways to promise, ask and decide are written down.

Cues meet one sentence in lower case, with single spaces. A cue that names a group ``verb`` (or ``present``, for the present
tense) counts only when that word is an act: what somebody will *be*, *need* or *know* is no promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to say it. ``who`` is to act; ``example`` shows a sentence that it is for."""

    who: Literal["author", "recipient"]
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Ways:
    """All of a language.

    Attributes:
        cues: where an act is promised or asked.
        imperatives: verbs that order an act when a sentence begins with them.
        states: verbs that promise nothing.
        formulas: verbs that ask nothing after "please".
        empty: turns of phrase that ask nothing definite, whatever else the sentence holds.
        decisions: where something is decided or agreed.
        next_steps: where the next step is named.
        auxiliaries: what a group ``present`` may not be either: "I have sent" is no promise, "I will have it" is one.
    """

    cues: tuple[Cue, ...]
    imperatives: frozenset[str]
    states: frozenset[str]
    formulas: frozenset[str]
    empty: tuple[str, ...]
    decisions: tuple[str, ...]
    next_steps: tuple[str, ...]
    auxiliaries: frozenset[str] = frozenset()
