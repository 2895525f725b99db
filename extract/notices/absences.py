"""What an absence notice says: until when its sender is away, and to whom to turn meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from extract.expressions import expression
from extract.facts import TEXT, AbsenceFact, Evidence, ParsedMessage, Segment, Span
from extract.intents.sentences import sentences
from extract.meetings.phrases.moments import moments_in
from extract.meetings.phrases.sent import Sent
from extract.notices.days import Day, days_in
from extract.notices.substitutes import substitute_in
from extract.patterns.notices import returns

_UNTIL: Final = expression(f"(?i)(?:^|[^\\p{{L}}]){returns.UNTIL}\\s*$")
_UNTIL_WITHIN: Final = expression(f"(?i)^{returns.UNTIL}\\s")
_UNTIL_BEHIND: Final = expression(f"(?i){returns.UNTIL_BEHIND}")
_FROM: Final = expression(f"(?i)(?:^|[^\\p{{L}}]){returns.FROM}\\s*$")
_BACK: Final = expression(f"(?i){returns.BACK}")
_NOT_BEFORE: Final = expression(f"(?i){returns.NOT_BEFORE}")
_OWN: Final = frozenset({"new", "signoff", "signature"})
_BEFORE: Final = 40  # characters before a day in which its preposition stands
_EVE: Final = timedelta(days=1)
_LONGEST: Final = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class _End:
    until: date
    span: Span


def absence_of(text: str, segments: tuple[Segment, ...], message: ParsedMessage, sent: Sent | None) -> AbsenceFact:
    """The absence that an automatic reply reports.

    Args:
        text: of the message.
        segments: whose its stretches are.
        message: who wrote it, and in which language.
        sent: from where its days are counted; None for a message without a date.
    """
    stretches = [segment.span for segment in segments if segment.kind in _OWN]
    found = (end for span in stretches for end in _ends(text, span, message.language or "", sent)) if sent else ()
    end = next(iter(found), None)
    substitute = substitute_in(text, stretches, message.participants)
    evidence = [Evidence("until", TEXT, end.span, text[end.span.start : end.span.end])] if end else []
    if substitute:
        evidence.append(Evidence("substitute", TEXT, substitute, text[substitute.start : substitute.end]))
    words = text[substitute.start : substitute.end] if substitute else None
    return AbsenceFact(end.until if end else None, words, tuple(evidence))


def _ends(text: str, stretch: Span, language: str, sent: Sent) -> Iterator[_End]:
    today = sent.at.date()
    for sentence in sentences(text, stretch):
        days = _days(text, sentence, language, sent)
        for place, day in enumerate(days):
            end = _end(text, sentence, day, last=place == len(days) - 1)
            if end and today - _EVE <= end.until <= today + _LONGEST:
                yield end


def _days(text: str, sentence: Span, language: str, sent: Sent) -> list[Day]:
    """By the resolver of times in prose where it knows the language, else by the calendar's words."""
    phrases = moments_in(text, sentence, language, sent)
    found = [Day(phrase.span, phrase.day) for phrase in phrases if phrase.day]
    if found:
        return found
    written = text[sentence.start : sentence.end]
    moved = days_in(written, sent.at.date(), day_first=sent.day_first)
    return [Day(Span(each.span.start + sentence.start, each.span.end + sentence.start), each.day) for each in moved]


def _end(text: str, sentence: Span, day: Day, *, last: bool) -> _End | None:
    """A day as the last one away or the eve of the first one back; None where it begins an absence."""
    words = text[sentence.start : sentence.end]
    before = text[max(sentence.start, day.span.start - _BEFORE) : day.span.start]
    named = text[day.span.start : day.span.end]
    behind = text[day.span.end : sentence.end]
    until = bool(_UNTIL.search(before) or _UNTIL_WITHIN.match(named) or _UNTIL_BEHIND.match(behind))
    if _NOT_BEFORE.search(before + named) and last:
        return _End(day.day - _EVE, day.span)
    if until:
        return _End(day.day, day.span)
    if last and _BACK.search(words) and not (_FROM.search(before) and "wieder" not in words.lower()):
        return _End(day.day - _EVE, day.span)
    return None
