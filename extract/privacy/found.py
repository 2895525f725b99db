"""Words of private life in a text.

One sign is enough, or two different hints of one matter. A word counts once, however often and in whatever form it is
written, and for one matter. Which texts are looked at, and what a weight leads to, is others' to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from extract.facts import Evidence, Span
from extract.facts.privacy import Matter, PrivacyFact
from extract.patterns.privacy.renames import WEDDINGS
from extract.people.renames import tells_of_a_new_name
from extract.privacy.lexicon import SIGN, STEM, Entry, Lexicon, lexicon

_LONGEST: Final = 20_000
_NEAR: Final = 40  # characters before a word, among which its possessive stands
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
    is_renamed = any(map(_is_a_wedding_alone, found)) and any(
        tells_of_a_new_name(each.words[:_LONGEST]) for each in written
    )
    return tuple(fact for fact in found if not (is_renamed and _is_a_wedding_alone(fact)))


def hints_in(stretches: Iterable[Stretch]) -> tuple[PrivacyFact, ...]:
    """What is too little to say that somebody's words are private, the weightiest first."""
    return tuple(fact for fact in _weighed(stretches) if not _is_sign(fact))


def _is_a_wedding_alone(fact: PrivacyFact) -> bool:
    return fact.matter == "occasion" and all(plain(each.quote) in WEDDINGS for each in fact.evidence)


def _is_sign(fact: PrivacyFact) -> bool:
    return fact.weight >= SIGN and fact.matter != "home"


def _weighed(stretches: Iterable[Stretch]) -> list[PrivacyFact]:
    found: dict[Matter, dict[str, tuple[int, Evidence]]] = defaultdict(dict)
    for stretch in stretches:
        for listed, start, length, entry in _phrases(stretch.words[:_LONGEST]):
            found[entry.matter].setdefault(listed, (entry.weight, _quoted(stretch, start, length)))
    facts = [
        PrivacyFact(matter, sum(weight for weight, _ in said), tuple(each for _, each in said))
        for matter, words in found.items()
        for said in [sorted(words.values(), key=lambda each: -each[0])]  # what says most is shown
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


def _phrases(text: str) -> Iterator[tuple[str, int, int, Entry]]:
    """Each phrase where it is first written: as it is listed, its place and length, and what it says."""
    words, known = f" {plain(text)} ", lexicon()
    said = list(dict.fromkeys(words.split()))
    for word in said:
        if best := _single(word, known):
            yield best.listed, words.find(f" {word} "), len(word), best
    for entry in chain.from_iterable(map(known.phrases.__getitem__, filter(known.phrases.__contains__, said))):
        if (at := words.find(f" {entry.form} ")) >= 0:
            yield entry.listed, at, len(entry.form), entry
    if known.mine.isdisjoint(said):
        return
    for entry in chain.from_iterable(map(known.owned.__getitem__, filter(known.owned.__contains__, said))):
        if (at := _owned_at(words, entry.form, known.mine)) >= 0:
            yield entry.listed, at, len(entry.form), entry


def _single(word: str, known: Lexicon) -> Entry | None:
    """What a word says by itself or as part of a compound: the weightiest, daily life last."""
    found = known.words.get(word, ())
    if word[:STEM] in known.beginnings:
        found += tuple(each for each in known.beginnings[word[:STEM]] if word.startswith(each.form))
    if word[-STEM:] in known.ends:
        found += tuple(each for each in known.ends[word[-STEM:]] if word.endswith(each.form))
    return max(found, key=lambda each: (each.weight, each.matter != "home")) if found else None


def _owned_at(words: str, form: str, mine: frozenset[str]) -> int:
    """Where a phrase first stands after a possessive, or after one and another word; -1 if nowhere."""
    at = words.find(f" {form} ")
    while at >= 0:
        if not mine.isdisjoint(words[max(0, at - _NEAR) : at].split()[-2:]):
            return at
        at = words.find(f" {form} ", at + 1)
    return -1
