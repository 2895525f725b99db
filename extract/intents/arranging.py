"""What one sentence says about meeting: whether people meet in it, and whether that is offered, settled or off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, Self

from extract.expressions import Several, expression
from extract.facts import MeetingStatus, Span
from extract.meetings.phrases.moments import TimePhrase
from extract.meetings.phrases.pieces import fold
from extract.patterns.appointments import BY_LANGUAGE
from extract.patterns.appointments.form import Arranging

_BEFORE: Final = 40  # characters before a time in which its preposition stands


# What tells each of a sentence's signs, in their order.
_TOLD_BY: Final = ("named", "meets", "proposes", "confirms", "cancels", "moves", "past", "others", "same", "wishes")


@dataclass(frozen=True, slots=True)
class Ways:
    """A language's ways, compiled."""

    signs: Several
    before: Any
    spans: Any
    chooses: Any

    def elsewhere(self, gap: str) -> bool:
        """Whether an hour after another says the same for another zone: "8:00 PST / 9:00 MST"."""
        return bool(gap.strip()) and not gap.strip(" /(=")

    @classmethod
    def of(cls, data: Arranging) -> Self:
        """Compile once."""
        signs = Several(getattr(data, name) for name in _TOLD_BY)
        return cls(signs, expression(data.before), expression(data.spans), expression(data.chooses))


@cache
def ways(language: str) -> Ways | None:
    """The ways of a language; None where none are known."""
    data = BY_LANGUAGE.get(language)
    return Ways.of(data) if data else None


@dataclass(frozen=True, slots=True)
class Signs:
    """What a sentence says about meeting.

    Attributes:
        named: a meeting, call or the like is named.
        meets: somebody is to meet somebody.
        other: it tells what happens at a time and is no meeting.
        same: it is at the hour that was named before.
        wished: somebody would like to meet, whenever that is.
    """

    named: bool
    meets: bool
    proposed: bool
    confirmed: bool
    cancelled: bool
    moved: bool
    past: bool
    other: bool
    same: bool
    wished: bool

    @classmethod
    def of(cls, words: str, known: Ways) -> Self:
        """Read a folded sentence."""
        found = known.signs.found(words)
        return cls(*(number in found for number in range(len(_TOLD_BY))))

    @property
    def meeting(self) -> bool:
        """Whether people meet in it."""
        return self.named or self.meets

    def status(self, *, asked: bool) -> MeetingStatus:
        """What becomes of the meeting; ``asked`` where the sentence is a question."""
        if self.cancelled and not self.moved:
            return "cancelled"
        if asked or self.wished or (self.proposed and not self.confirmed):
            return "proposed"
        return "confirmed"


def joined(text: str, phrases: Sequence[TimePhrase], known: Ways) -> list[TimePhrase]:
    """The times of a sentence put together: an hour goes with the day beside it."""
    found: list[TimePhrase] = []
    for phrase in phrases:
        last = found[-1] if found else None
        if last and last.at and phrase.at and known.elsewhere(fold(text[last.span.end : phrase.span.start])):
            found[-1] = _united(last, phrase)
        elif last and last.at and phrase.at and not phrase.day:
            found.append(replace(phrase, day=last.day))
        elif last and _fits(last, phrase):
            found[-1] = _united(last, phrase)
        else:
            found.append(phrase)
    return found


def _fits(one: TimePhrase, other: TimePhrase) -> bool:
    """Whether the second of two times has no day of its own, or only that."""
    if one.day and not other.day:
        return bool(other.at)
    return bool(one.at and not one.day and other.day and not other.at)


def _united(one: TimePhrase, other: TimePhrase) -> TimePhrase:
    return replace(
        one,
        span=Span(one.span.start, other.span.end),
        day=one.day or other.day,
        at=one.at or other.at,
        timezone=one.timezone or other.timezone,
        minutes=one.minutes or other.minutes,
    )


def offered(text: str, phrases: Sequence[TimePhrase], known: Ways) -> list[TimePhrase]:
    """The times that a meeting may begin: not the last day of several; "Tuesday or Wednesday at 3" is 3 on both."""
    found: list[TimePhrase] = []
    for phrase in reversed(phrases):
        after = found[0] if found else None
        gap = fold(text[phrase.span.end : after.span.start]) if after else ""
        if after and phrase.day and known.spans.match(gap) and not after.at and not known.chooses.match(gap):
            found[0] = phrase
        elif after and phrase.day and not phrase.at and after.at and known.chooses.match(gap):
            found.insert(0, replace(phrase, at=after.at, timezone=after.timezone))
        else:
            found.insert(0, phrase)
    return found


def moved(text: str, start: int, phrases: Sequence[TimePhrase], known: Ways) -> tuple[TimePhrase, TimePhrase]:
    """Of a meeting that is moved: the time before, and the new one. There are at least two.

    Args:
        start: where the sentence begins.
    """
    left = [phrase for phrase in phrases if _is_before(text, start, phrase, known)]
    old = left[0] if left and len(left) < len(phrases) else phrases[0]
    new = next(phrase for phrase in reversed(phrases) if phrase is not old)
    if old.at and not new.at:  # "to Thursday, same time"
        new = replace(new, at=old.at, timezone=old.timezone)
    return old, new


def _is_before(text: str, first: int, phrase: TimePhrase, known: Ways) -> bool:
    """Whether a time is the one that is given up; its own preposition stands inside its span."""
    start = max(first, phrase.span.start - _BEFORE)
    words = fold(text[start : phrase.span.start])
    own = fold(text[phrase.span.start : phrase.span.end]).partition(" ")[0]
    return bool(known.before.search(f"{words}{own} " if own.isalpha() else words) or known.before.search(words))
