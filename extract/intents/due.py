"""Until when an act is promised or asked: the time in its clause that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from extract.expressions import expression
from extract.facts import Span
from extract.meetings.phrases.moments import TimePhrase

# Prepositions that tie a time to the noun before it: "the list from Monday", "la lettre du 3 mars".
_OF: Final = expression(r"(?i)^(?:from|of|since|after|dated|vom|von|seit|nach|du|depuis|apr[eè]s)\b")
# A time that is part of a name: "Friday's figures", "the Tuesday meeting".
_OWNED: Final = expression(
    r"(?i)^(?:'s|’s)? +(?:meeting|call|session|report|email|mail|e-mail|letter|message"
    r"|deadline|version|invoice|lunch|dinner|visit|appointment|conference|edition|delivery)\b"
)
_POSSESSIVE: Final = expression(r"(?i)(?:'s|’s)$")
# A clause that is only the occasion for the act: its time is not the act's.
_CONDITION: Final = expression(
    r"(?i)^\W*(?:if|as|since|after|because|although|while"
    r"|wenn|falls|sobald|da|weil|nachdem|si|comme)\b"
)
_GAP: Final = 3  # characters between a time and the clause that it opens


@dataclass(frozen=True, slots=True)
class Due:
    """The words, and the day they fix or None."""

    text: str
    day: date | None


def due_of(text: str, sentence: Span, act: Span, phrases: Sequence[TimePhrase], today: date) -> Due | None:
    """The time by which an act in a sentence is to be done: a deadline first, else the first time in its clause."""
    fitting = [phrase for phrase in phrases if _may_be(text, phrase, today)]
    inside = [phrase for phrase in fitting if act.start <= phrase.span.start < act.end]
    if not inside and not _CONDITION.search(text[sentence.start : act.start]):
        inside = [phrase for phrase in fitting if phrase.span.end <= act.start][-1:]
    if not inside:
        inside = [phrase for phrase in fitting if 0 <= phrase.span.start - act.end <= _GAP]
    if not inside:
        return None
    best = min(inside, key=lambda phrase: (not phrase.deadline, phrase.day is None))
    return Due(text[best.span.start : best.span.end].rstrip(" ,.;"), best.day)


def _may_be(text: str, phrase: TimePhrase, today: date) -> bool:
    words, rest = text[phrase.span.start : phrase.span.end], text[phrase.span.end : phrase.span.end + 20]
    if phrase.day is None and phrase.at is not None:
        return False
    if phrase.day is not None and phrase.day < today:
        return False
    return phrase.deadline or not (_OF.match(words) or _OWNED.match(rest) or _POSSESSIVE.search(words))
