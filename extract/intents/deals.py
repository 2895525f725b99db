"""Steps of a deal in what people write: asked for, offered, ordered, signed, declined, cancelled, and when to decide.

Conservative: a step counts when its author says that it is done. What stands under a condition, is denied, wished for
or still to come says nothing, and nothing is read from what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

from extract.amounts import Amount, amounts_in
from extract.expressions import Several, expression
from extract.facts import DealFact, Evidence, Span
from extract.facts.places import TEXT
from extract.intents.cues import Sentence
from extract.intents.sentences import sentences
from extract.meetings.phrases.moments import TimePhrase, moments_in
from extract.meetings.phrases.sent import Sent
from extract.patterns.deals import BY_LANGUAGE
from extract.patterns.deals.form import Dealing, Way
from extract.patterns.punctuation import QUOTATION_MARKS

_AROUND: Final = 30  # characters before an amount, and behind it, that say what it is
_WITH_A_SUM: Final = frozenset({"asked", "offered", "agreed", "signed"})


@dataclass(frozen=True, slots=True)
class _Grammar:
    dealing: Dealing
    words: Any
    ways: tuple[tuple[Way, Any], ...]
    which: Several
    never: Any
    not_yet: Any
    total: Any
    besides: Any
    each: Any

    @classmethod
    def of(cls, dealing: Dealing) -> Self:
        ways = tuple((way, expression(way.pattern)) for way in dealing.ways)
        rest = (dealing.never, dealing.not_yet, dealing.total, dealing.besides, dealing.each)
        which = Several(way.pattern for way in dealing.ways)
        return cls(dealing, expression(dealing.words), ways, which, *map(expression, rest))


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar.of(BY_LANGUAGE[language])


def deals_in(text: str, stretch: Span, language: str, sent: Sent | None = None) -> Iterator[DealFact]:
    """Steps of a deal in one stretch of new text, in order; without the time of sending none has a day."""
    if language not in BY_LANGUAGE:
        return
    grammar = _grammar(language)
    if not grammar.words.search(text[stretch.start : stretch.end].lower()):
        return
    listed = sentences(text, stretch)
    for place in listed:
        said = Sentence.of(text[place.start : place.end])
        if grammar.words.search(said.words):
            reading = _Reading(grammar, text, place, said, listed)
            yield from reading.fact(moments_in(text, place, language, sent) if sent else (), sent)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence, and those around it."""

    grammar: _Grammar
    text: str
    place: Span
    said: Sentence
    listed: Sequence[Span]

    def fact(self, phrases: Sequence[TimePhrase], sent: Sent | None) -> Iterator[DealFact]:
        """The step that the sentence tells of, if any; the first way that fits."""
        days = [phrase for phrase in phrases if phrase.day and sent and phrase.day >= sent.at.date()]
        for number in self.grammar.which.found(self.said.words):
            way, pattern = self.grammar.ways[number]
            match = pattern.search(self.said.words)
            if not self._is_meant(way, match.end()):
                continue
            amount = self._amount(way) if way.step in _WITH_A_SUM else None
            day = days[0] if way.step == "expected" and days else None
            if not (way.needs == "amount" and amount is None) and not (way.needs == "day" and day is None):
                span = self.said.span(match.start(), match.end())
                yield self._told(way, span, amount, day)
                return

    def _is_meant(self, way: Way, end: int) -> bool:
        """Whether the step is said to be done, and by the author: not asked, supposed, denied or quoted."""
        words = self.said.words
        if words.startswith(QUOTATION_MARKS) or self.grammar.never.search(words):
            return False
        if way.is_plain:
            return way.step == "asked" or not words.endswith("?")
        return not words.endswith("?") and not self.grammar.not_yet.search(words[:end])

    def _told(self, way: Way, span: Span, amount: Amount | None, day: TimePhrase | None) -> DealFact:
        words = Span(self.place.start + span.start, self.place.start + span.end)
        places = [("deal", words)]
        places += [("amount", amount.span)] if amount else []
        places += [("expected_on", self._words(day.span))] if day else []
        evidence = tuple(Evidence(name, TEXT, at, self.text[at.start : at.end]) for name, at in places)
        told = self.text[words.start : words.end]
        return DealFact(way.step, way.side, told, amount.value if amount else None, day.day if day else None, evidence)

    def _words(self, span: Span) -> Span:
        """Without the mark that ends the sentence."""
        return Span(span.start, span.start + len(self.text[span.start : span.end].rstrip(" ,.;")))

    def _amount(self, way: Way) -> Amount | None:
        """What it comes to: the one amount of the sentence, else the total that another sentence names."""
        found = self._sum(self.place)
        if found or way.step == "asked":
            return found
        totals = [self._sum(each) for each in self.listed if each != self.place and self._names_a_total(each)]
        return next((each for each in totals if each), None)

    def _names_a_total(self, place: Span) -> bool:
        return bool(self.grammar.total.search(Sentence.of(self.text[place.start : place.end]).words))

    def _sum(self, place: Span) -> Amount | None:
        """The amount of a sentence that has one; of several the one behind a word for the whole."""
        found = [each for each in amounts_in(self.text, place) if not self._is_part(each)]
        if len({each.value for each in found}) > 1:
            found = [each for each in found if self.grammar.total.search(self._before(each).lower())]
        return found[0] if len({each.value for each in found}) == 1 else None

    def _is_part(self, amount: Amount) -> bool:
        behind = self.text[amount.span.end : amount.span.end + _AROUND].lower()
        return bool(self.grammar.besides.search(self._before(amount).lower()) or self.grammar.each.search(behind))

    def _before(self, amount: Amount) -> str:
        return self.text[max(self.place.start, amount.span.start - _AROUND) : amount.span.start]
