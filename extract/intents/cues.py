"""Who is to do what in one sentence: cues found, and what only looks like one passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Self

from extract.expressions import Several, expression
from extract.facts import Promiser, Span
from extract.patterns.intents import BY_LANGUAGE
from extract.patterns.intents.ways import Ways

_LONGEST: Final = 1_000
_KEPT: Final = 512  # sentences: several readers ask about the same ones
_BEGINNING: Final = expression(
    r"^(?:(?:also|and|then|so|just|now|simply|next|finally|first|second|or"
    r"|if [^,]{3,120},|when [^,]{3,120},|once [^,]{3,120},"
    r"|[a-z]+(?:, [a-z]+)?(?:,? (?:and|or) [a-z]+)?(?:,| -+)) )?([a-z][a-z-]+)\b."
)
# What follows a noun that looks like an order: "Change of plan", "Order is late".
_NAMES: Final = expression(r" (?:of|is|are|was|were|has|have|had|will|shows|came|from|for|to) ")
_BREAK: Final = expression(r"[;]\s|\s--?\s|,\s+(?:but|and (?:i|we|then i|then we) (?:will|'ll)|so that)\s")
# What somebody would do for a purpose, under a condition or in the past is not promised: "so that we can ship it".
_PURPOSE: Final = expression(
    r"\b(?:so|so that|before|until|after|unless|whether|how|what|where|which|that|'ll|will|to"
    r"|damit|bevor|pour que|afin que) $"
)


# A few words before a colon are a heading or label: "Order status: open".
_HEADING: Final = expression(r"^(?:[^\s:]+ ){0,2}[^\s:]+: ")
# What stands behind the act that a sentence orders; behind a colon "Join" and "Call" are labels.
_GOES_ON: Final = frozenset(" ,/")


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody is to do something; the span is of the words that say so, in the sentence."""

    who: Promiser
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as cues meet it: in lower case, with single spaces, each character's place kept."""

    words: str
    places: Sequence[int]

    @classmethod
    @lru_cache(_KEPT)
    def of(cls, text: str) -> Self:
        """Take the first characters of a sentence."""
        plain = text[:_LONGEST]
        if plain.isascii() and plain.isprintable() and "  " not in plain:
            return cls(plain.lower(), range(len(plain) + 1))
        words: list[str] = []
        places: list[int] = []
        for place, character in enumerate(plain):
            lower = " " if character.isspace() else character.lower()[:1]
            if lower != " " or (words and words[-1] != " "):
                words.append(lower)
                places.append(place)
        return cls("".join(words), (*places, len(plain)))

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the words stands in the sentence as written."""
        return Span(self.places[start], self.places[end - 1] + 1) if end > start else Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Grammar:
    ways: Ways
    cues: tuple[tuple[Promiser, Any], ...]
    which: Several
    empty: Several

    @classmethod
    def of(cls, ways: Ways) -> Self:
        cues = tuple((cue.who, expression(cue.pattern)) for cue in ways.cues)
        return cls(ways, cues, Several(cue.pattern for cue in ways.cues), Several(ways.empty))


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar.of(BY_LANGUAGE[language])


def acts_in(text: str, language: str) -> tuple[Act, ...]:
    """Acts promised and asked in a sentence, in order, one of each kind; none in a language without cues."""
    if language not in BY_LANGUAGE:
        return ()
    grammar, sentence = _grammar(language), Sentence.of(text)
    found: dict[Promiser, int] = {}
    for who, start in [*_cued(grammar, sentence.words), *_ordered(grammar, sentence.words)]:
        found[who] = min(found.get(who, start), start)
    if "recipient" in found and grammar.empty.found(sentence.words):
        del found["recipient"]
    ordered = sorted(found.items(), key=lambda act: act[1])
    return tuple(Act(who, _clause(sentence, start, tuple(found.values()))) for who, start in ordered)


def _cued(grammar: _Grammar, words: str) -> Iterator[tuple[Promiser, int]]:
    for number in grammar.which.found(words):
        who, cue = grammar.cues[number]
        for match in cue.finditer(words):
            if _is_act(grammar.ways, who, match.groupdict()) and not _PURPOSE.search(words[: match.start()]):
                yield who, match.start()
                break


def _is_act(ways: Ways, who: Promiser, verbs: Mapping[str, str | None]) -> bool:
    """Whether the verbs that a cue found promise or ask something."""
    if verbs.get("present") in ways.auxiliaries:
        return False
    refused = ways.states if who == "author" else ways.formulas
    return not any(verb in refused or (who == "author" and verb.endswith("ed")) for verb in verbs.values() if verb)


def _ordered(grammar: _Grammar, words: str) -> Iterator[tuple[Promiser, int]]:
    """A sentence that begins with the act itself."""
    match = _BEGINNING.match(words)
    orders = match and match.group(1) in grammar.ways.imperatives and words[match.end(1)] in _GOES_ON
    if orders and not (words.endswith("?") or _NAMES.match(words, match.end(1)) or _HEADING.match(words)):
        yield "recipient", match.start(1)


def _clause(sentence: Sentence, start: int, starts: tuple[int, ...]) -> Span:
    """From the cue to where its clause ends, at the latest where the next one begins."""
    end = min([other for other in starts if other > start] + [len(sentence.words)])
    stop = _BREAK.search(sentence.words[start:end])
    words = sentence.words[start : start + stop.start() if stop else end].rstrip(" ,;.!?-")
    return sentence.span(start, start + len(words))
