"""Words of private life in a text.

One sign is enough, or two different hints of one matter. A word counts once, however often it is written. Which texts
are looked at, and what a weight leads to, is others' to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from extract.facts import Evidence, Span
from extract.facts.privacy import Matter, PrivacyFact
from extract.patterns.privacy import BY_LANGUAGE
from extract.patterns.privacy.renames import NEW_NAMES, WEDDINGS

SIGN, HINT = 2, 1
_LONGEST: Final = 20_000
_APART: Final = {ord(mark): " " for mark in "\t\n\r.,;:!?\"'()[]{}<>/\\|*_-–—‘’“”„«»…&+=#@0123456789"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a source's text, and where it begins there."""

    source: str
    start: int
    words: str


def matters_in(stretches: Iterable[Stretch]) -> tuple[PrivacyFact, ...]:
    """Every matter of private life that somebody's words are about, the weightiest first.

    A wedding is none where its writer tells of it because they have another name now.
    """
    written = list(stretches)
    found = [fact for fact in _weighed(written) if _is_sign(fact)]
    is_renamed = any(_is_a_wedding_alone(fact) for fact in found) and _tells_a_new_name(written)
    return tuple(fact for fact in found if not (is_renamed and _is_a_wedding_alone(fact)))


def hints_in(stretches: Iterable[Stretch]) -> tuple[PrivacyFact, ...]:
    """What is too little to say that somebody's words are private, the weightiest first."""
    return tuple(fact for fact in _weighed(stretches) if not _is_sign(fact))


def _is_a_wedding_alone(fact: PrivacyFact) -> bool:
    return fact.matter == "occasion" and all(plain(each.quote) in WEDDINGS for each in fact.evidence)


def _tells_a_new_name(stretches: Iterable[Stretch]) -> bool:
    words = [f" {plain(stretch.words[:_LONGEST])} " for stretch in stretches]
    return any(f" {phrase} " in each for each in words for phrase in NEW_NAMES)


def _is_sign(fact: PrivacyFact) -> bool:
    return fact.weight >= SIGN and fact.matter != "home"


def _weighed(stretches: Iterable[Stretch]) -> list[PrivacyFact]:
    found: dict[Matter, dict[str, tuple[int, Evidence]]] = defaultdict(dict)
    for stretch in stretches:
        for matter, weight, start, phrase in _phrases(stretch.words[:_LONGEST]):
            found[matter].setdefault(phrase, (weight, _quoted(stretch, start, len(phrase))))
    facts = [
        PrivacyFact(matter, sum(weight for weight, _ in words.values()), tuple(each for _, each in words.values()))
        for matter, words in found.items()
    ]
    return sorted(facts, key=lambda fact: (-fact.weight, fact.matter))


def _quoted(stretch: Stretch, start: int, length: int) -> Evidence:
    place = Span(stretch.start + start, stretch.start + start + length)
    return Evidence("privacy", stretch.source, place, stretch.words[start : start + length])


def plain(text: str) -> str:
    """In lower case and with spaces for punctuation, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two
        lower = "".join(each.lower()[:1] for each in text)
    return lower.translate(_APART)


def _phrases(text: str) -> Iterator[tuple[Matter, int, int, str]]:
    """Each phrase where it is first written: its matter, weight and place."""
    words = f" {plain(text)} "
    table = _table()
    for word in dict.fromkeys(words.split()):
        for phrase, matter, weight in table.get(word, ()):
            at = words.find(f" {phrase} ")
            if at >= 0:
                yield matter, weight, at, phrase


@cache
def _table() -> dict[str, list[tuple[str, Matter, int]]]:
    """Every phrase by its first word."""
    table: dict[str, list[tuple[str, Matter, int]]] = defaultdict(list)
    for language in BY_LANGUAGE:
        home: Mapping[Matter, str] = {"home": language.home}
        for listed, weight in ((language.signs, SIGN), (language.hints, HINT), (home, HINT)):
            for matter, phrases in listed.items():
                for phrase in _each(phrases):
                    table[phrase.split()[0]].append((phrase, matter, weight))
    return table


def _each(phrases: str) -> Iterator[str]:
    for phrase in " ".join(phrases.split()).split(", "):
        yield phrase
        spelled = phrase.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
        if spelled != phrase:
            yield spelled
