"""The lists of private life made ready to be looked up word by word: every form of every phrase, once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from extract.facts.privacy import Matter
from extract.patterns.privacy import BY_LANGUAGE
from extract.patterns.privacy.words import Words

SIGN, HINT = 2, 1
STEM: Final = 4  # letters by which stems are looked up; none is shorter
_SHORTEST: Final = 3  # words that have other forms


class Entry(NamedTuple):
    """A form of a phrase, or a stem, and the phrase as it is listed: two forms of one count once."""

    form: str
    listed: str
    matter: Matter
    weight: int


Index = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages' phrases: mail mixes them.

    Attributes:
        words: single words.
        phrases: of several words, by the longest.
        owned: what counts after a possessive, by its longest word.
        beginnings: stems by their first letters.
        ends: stems by their last letters.
    """

    words: Index
    phrases: Index
    owned: Index
    beginnings: Index
    ends: Index
    mine: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon; it is made when it is first needed."""
    listed = [entry for language in BY_LANGUAGE for entry in _listed(language)]
    stems = [entry for entry in listed if "*" in entry.form]
    whole = [entry for entry in listed if "*" not in entry.form]
    return Lexicon(
        words=_indexed((entry.form, entry) for entry in whole if " " not in entry.form),
        phrases=_indexed((_longest(entry.form), entry) for entry in whole if " " in entry.form),
        owned=_indexed((_longest(entry.form), entry) for language in BY_LANGUAGE for entry in _owned(language)),
        beginnings=_indexed((each.form[:STEM], _bare(each)) for each in stems if each.form.endswith("*")),
        ends=_indexed((each.form[-STEM:], _bare(each)) for each in stems if each.form.startswith("*")),
        mine=frozenset(word for language in BY_LANGUAGE for word in _split(language.mine)),
    )


def _listed(language: Words) -> Iterator[Entry]:
    home: Mapping[Matter, str] = {"home": language.home}
    for lists, weight in ((language.signs, SIGN), (language.hints, HINT), (home, HINT)):
        yield from _entries(language, lists, weight)


def _owned(language: Words) -> Iterator[Entry]:
    """Apart from the same words without a possessive: they count beside them."""
    kin: Mapping[Matter, str] = {"family": language.kin}
    for lists, weight in ((language.own, SIGN), (kin, HINT)):
        for entry in _entries(language, lists, weight):
            yield entry._replace(listed=f"own {entry.listed}")


def _entries(language: Words, lists: Mapping[Matter, str], weight: int) -> Iterator[Entry]:
    for matter, phrases in lists.items():
        for phrase in _split(phrases):
            for form in sorted(_forms(phrase, language)):
                yield Entry(form, phrase, matter, weight)


def _split(phrases: str) -> list[str]:
    return " ".join(phrases.split()).split(", ")


def _forms(phrase: str, language: Words) -> set[str]:
    """A phrase with every ending of its last word, in every spelling."""
    forms = {phrase}
    if "*" not in phrase and len(phrase.rpartition(" ")[2]) >= _SHORTEST:
        forms = {phrase.removesuffix(old) + new for old, new in language.endings if phrase.endswith(old)}
    return forms | {
        form.translate({ord(letter): other for letter, other in language.spellings.items()}) for form in forms
    }


def _longest(phrase: str) -> str:
    return max(phrase.split(), key=len)


def _bare(entry: Entry) -> Entry:
    return entry._replace(form=entry.form.strip("*"))


def _indexed(entries: Iterable[tuple[str, Entry]]) -> Index:
    index: dict[str, list[Entry]] = defaultdict(list)
    for key, entry in entries:
        index[key].append(entry)
    return {key: tuple(found) for key, found in index.items()}
