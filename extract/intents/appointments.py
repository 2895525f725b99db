"""Meetings and calls in a text: proposed, confirmed, moved or cancelled, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Final

from extract.expressions import expression
from extract.facts import AppointmentFact, Evidence, Moment, Span
from extract.facts.places import TEXT
from extract.intents.arranging import Signs, Ways, joined, moved, offered, ways
from extract.intents.cues import acts_in
from extract.intents.sentences import sentences
from extract.meetings.phrases.moments import TimePhrase, moments_in
from extract.meetings.phrases.pieces import fold
from extract.meetings.phrases.sent import Sent

_NOON: Final = 12
_EVENING: Final = 6  # from this hour on, one without am or pm may be in the evening
_TONIGHT: Final = expression(
    r"\b(?:tonight|evening|dinner|happy hour|drinks|heute abend|abend(?:s|essen)?|ce soir|diner)\b"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message's text as appointments are looked for in it.

    Attributes:
        stretches: of new text.
        subject: may hold the day that the text gives hours for.
    """

    text: str
    stretches: tuple[Span, ...]
    subject: str
    language: str
    sent: Sent


def appointments_in(letter: Letter) -> tuple[AppointmentFact, ...]:
    """Every meeting that the text arranges, once, in order; none in a language whose ways are not known."""
    known = ways(letter.language)
    if known is None:
        return ()
    reader = _Reader(letter, known, _day_of(letter))
    for stretch in letter.stretches:
        for sentence in sentences(letter.text, stretch):
            reader.read(sentence)
    return tuple(reader.found)


def _day_of(letter: Letter) -> date | None:
    """The day in the subject."""
    span = Span(0, len(letter.subject))
    phrases = moments_in(letter.subject, span, letter.language, letter.sent)
    return next((phrase.day for phrase in phrases if phrase.day and phrase.day >= letter.sent.at.date()), None)


@dataclass(slots=True)
class _Reader:
    """Keeps the day that hours are given for, from sentence to sentence."""

    letter: Letter
    known: Ways
    day: date | None
    waiting: bool = False  # the sentence before names a day and no hour of a meeting, or is nothing but a day
    found: list[AppointmentFact] = field(default_factory=list)

    def read(self, sentence: Span) -> None:
        """Take in what one sentence arranges."""
        text = self.letter.text
        phrases = moments_in(text, sentence, self.letter.language, self.letter.sent)
        words = fold(text[sentence.start : sentence.end])
        signs = Signs.of(words, self.known)
        arranged = list(self._arranged(sentence, words, signs, phrases))
        for fact in arranged:
            self._keep(fact)
        self.waiting = any(fact.start and not fact.start.at for fact in arranged) or _is_bare_day(sentence, phrases)
        self.day = next((phrase.day for phrase in reversed(phrases) if phrase.day), self.day)

    def _arranged(
        self, sentence: Span, words: str, signs: Signs, phrases: tuple[TimePhrase, ...]
    ) -> Iterator[AppointmentFact]:
        text = self.letter.text
        if not phrases:
            if not signs.past and ((signs.named and signs.cancelled) or signs.wished):
                yield self._fact(sentence, None, signs, words)
            return
        times = joined(text, phrases, self.known)
        if signs.moved and len(times) > 1 and (signs.meeting or any(phrase.at for phrase in times)):
            old, new = moved(text, sentence.start, times, self.known)
            if signs.same:  # "to Thursday, same time (9:15)"
                old = replace(old, at=old.at or new.at)
            if self._is_ahead(new, signs):
                yield replace(self._fact(sentence, new, signs, words), moved_from=old.moment)
            return
        fitting = [phrase for phrase in offered(text, times, self.known) if self._is_meeting(phrase, signs, sentence)]
        if fitting and not any(phrase.day or phrase.at for phrase in fitting):
            fitting = fitting[:1]
        for part, phrase in _parts(sentence, fitting):
            yield self._fact(part, phrase, signs, words)

    def _is_ahead(self, phrase: TimePhrase, signs: Signs) -> bool:
        today = self.letter.sent.at.date()
        return phrase.day is None or phrase.day > today or (phrase.day == today and not signs.past)

    def _is_meeting(self, phrase: TimePhrase, signs: Signs, sentence: Span) -> bool:
        if not self._is_ahead(phrase, signs) or (phrase.deadline and not (signs.meets and phrase.at)):
            return False
        if phrase.day is None:
            return self._is_open_meeting(phrase, signs)
        if phrase.at and not signs.meeting:
            return not (signs.other or signs.past or self._acts(sentence))
        if phrase.at or (signs.cancelled and signs.meeting):
            return True
        return not signs.other and (signs.meets or signs.same or (signs.named and not self._acts(sentence)))

    def _is_open_meeting(self, phrase: TimePhrase, signs: Signs) -> bool:
        """Of a time that names no day: an hour, or "next week"."""
        if signs.past or signs.other:
            return False
        if phrase.at:
            return signs.meeting or self.waiting
        return signs.wished or (signs.named and (signs.cancelled or (signs.meets and signs.proposed)))

    def _acts(self, sentence: Span) -> bool:
        """Whether the time is that of something promised or asked."""
        return bool(acts_in(self.letter.text[sentence.start : sentence.end], self.letter.language))

    def _fact(self, span: Span, phrase: TimePhrase | None, signs: Signs, words: str) -> AppointmentFact:
        text = self.letter.text
        quote = text[span.start : span.end]
        evidence = [Evidence("text", TEXT, span, quote)]
        start = phrase.moment if phrase else None
        if start and not start.at and signs.same:
            start = Moment(start.day, self._hour_before())
        if phrase and phrase.at and start is None and self.day and self.day >= self.letter.sent.at.date():
            start = Moment(self.day, phrase.at)
        if phrase:
            evidence.append(Evidence("start", TEXT, phrase.span, text[phrase.span.start : phrase.span.end]))
        return AppointmentFact(
            text=quote,
            status=signs.status(asked=words.endswith("?")),
            start=start,
            timezone=phrase.timezone if phrase else None,
            minutes=phrase.minutes if phrase else None,
            moved_from=None,
            evidence=tuple(evidence),
        )

    def _hour_before(self) -> time | None:
        """The hour of the last meeting that has one."""
        return next((fact.start.at for fact in reversed(self.found) if fact.start and fact.start.at), None)

    def _keep(self, fact: AppointmentFact) -> None:
        """Each meeting once: what a later sentence adds to a day is its hour."""
        for place, other in enumerate(self.found):
            if not (other.start and fact.start) or (other.status == "cancelled") != (fact.status == "cancelled"):
                continue
            if other.start == fact.start or (other.start.day == fact.start.day and not fact.start.at):
                return
            at = _completed(other, fact.start)
            if at:
                self.found[place] = _with_hour(other, fact, at)
                return
        self.found.append(fact)


def _is_bare_day(sentence: Span, phrases: Sequence[TimePhrase]) -> bool:
    """Whether a line holds a day and nothing else, as above an hour on a line of its own."""
    return len(phrases) == 1 and phrases[0].span == sentence and phrases[0].day is not None and phrases[0].at is None


def _completed(fact: AppointmentFact, later: Moment) -> Moment | None:
    """A day without an hour, with the hour that is named later for it, or for its weekday."""
    if fact.start is None or fact.start.at or not later.at:
        return None
    day, at = fact.start.day, later.at
    if later.day != day and (later.day > day or later.day.weekday() != day.weekday()):
        return None
    if _EVENING <= at.hour < _NOON and _TONIGHT.search(fold(fact.text)):
        at = at.replace(hour=at.hour + _NOON)
    return Moment(day, at)


def _with_hour(fact: AppointmentFact, later: AppointmentFact, at: Moment) -> AppointmentFact:
    return replace(
        fact,
        start=at,
        timezone=later.timezone,
        minutes=fact.minutes or later.minutes,
        evidence=(*fact.evidence, *later.evidence[1:]),
    )


def _parts(sentence: Span, phrases: Sequence[TimePhrase]) -> Iterator[tuple[Span, TimePhrase]]:
    """The part of a sentence that goes with each of the times that it offers."""
    start = sentence.start
    for phrase in phrases:
        end = sentence.end if phrase is phrases[-1] else phrase.span.end
        yield Span(start, end), phrase
        start = end
