"""The postal address in a signature: phrases in a row from a street, box or building to a town or country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.expressions import expression
from extract.mail.signature.lines import tokens
from extract.patterns import postal
from extract.patterns.job_titles import has_title
from extract.patterns.legal_forms import has_legal_form
from extract.patterns.organizations import DEPARTMENTS, FIRM, ORGANIZATIONS
from extract.people.phrases import Phrase

_COMMA: Final = expression(r"\s*[,|•·]\s+| [-–—] ")
_TOWN_WORDS: Final = 3
_NEAR: Final = 2  # rows between two lines of an address
_STREET_WORDS: Final = postal.STREETS | postal.PARTS


def without_addresses(phrases: Sequence[Phrase]) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The phrases that are no address, and those of the address in order."""
    cut = [part for phrase in phrases for part in _parted(phrase)]
    chains = [chain for chain in _chains(cut) if any(_is_anchor(cut[place]) for place in chain)]
    rooms = [[place] for place, phrase in enumerate(cut) if postal.ROOM.match(phrase.text)]
    chosen = max(chains or rooms, key=len, default=[])
    return (
        tuple(phrase for place, phrase in enumerate(cut) if place not in chosen),
        tuple(cut[place] for place in chosen),
    )


def _parted(phrase: Phrase) -> Iterator[Phrase]:
    """A company and its address on one line are two phrases."""
    for match in _COMMA.finditer(phrase.text):
        head, tail = phrase.cut(0, match.start()), phrase.cut(match.end(), len(phrase.text))
        if head and tail and not _is_place(head) and _has_place(tail) and _is_named(head, tail):
            yield head
            yield tail
            return
    yield phrase


def _is_named(head: Phrase, tail: Phrase) -> bool:
    """Whether the first of two parts names an organization or post, or stands before a street without being a place."""
    words = head.words
    if has_legal_form(head.text) or has_title(words) or not (FIRM | DEPARTMENTS).isdisjoint(words):
        return True
    street, last = tail.text.partition(",")[0], tail.text.rpartition(",")[2].strip()
    is_city = tail.text.count(",") == 1 and postal.is_town(tail.text, tail.words)
    is_plain = not any(character.isdigit() for character in head.text) and _STREET_WORDS.isdisjoint(words)
    is_house = "," in tail.text and not ORGANIZATIONS.isdisjoint(words) and postal.is_town(last, tokens(last))
    return is_plain and (is_city or is_house or postal.is_street(street, tokens(street)))


def _has_place(phrase: Phrase) -> bool:
    """Whether a phrase is a place, begins with one or ends in one."""
    first, last = phrase.text.partition(",")[0], phrase.text.rpartition(",")[2].strip()
    return any(_is_place(replace(phrase, text=part)) for part in (phrase.text, first, last))


def _is_place(phrase: Phrase) -> bool:
    words = phrase.words
    return postal.is_street(phrase.text, words) or postal.is_town(phrase.text, words)


def _is_anchor(phrase: Phrase) -> bool:
    """Whether a phrase alone leads to a place."""
    words = phrase.words
    if postal.is_town(phrase.text, words):
        return True
    is_within = not postal.WITHIN.isdisjoint(words) and postal.STREETS.isdisjoint(words) and "," not in phrase.text
    return postal.is_street(phrase.text, words) and not is_within


def _chains(phrases: Sequence[Phrase]) -> Iterator[list[int]]:
    """Runs of neighbouring phrases that belong to an address; one stranger between two of its lines is a place too."""
    chain: list[int] = []
    for place, phrase in enumerate(phrases):
        is_above_town = place + 1 < len(phrases) and _is_numbered(phrase) and _is_town(phrases[place + 1])
        if not is_above_town and not _belongs(phrase):
            continue
        if chain and not _follows(phrases, chain[-1], place):
            yield chain
            chain = []
        chain += range(chain[-1] + 1 if chain else place, place + 1)
    if chain:
        yield chain


def _is_numbered(phrase: Phrase) -> bool:
    """Whether a phrase has a house number, though no word for a street: "Promenade 99"."""
    return (
        postal.NUMBERED.match(phrase.text) is not None
        and not has_title(phrase.words)
        and not has_legal_form(phrase.text)
    )


def _is_town(phrase: Phrase) -> bool:
    return postal.is_town(phrase.text, phrase.words)


def _belongs(phrase: Phrase) -> bool:
    """Whether a phrase is a line of an address, or names a street or a building without a number."""
    words = phrase.words
    if has_title(words):
        return False
    if _is_place(phrase) or postal.ROOM.match(phrase.text):
        return True
    if has_legal_form(phrase.text):
        return False
    return len(words) > 1 and (words[-1] in _STREET_WORDS or words[0] in _STREET_WORDS)


def _follows(phrases: Sequence[Phrase], before: int, place: int) -> bool:
    one, other = phrases[before], phrases[place]
    if one.column != other.column or other.row - one.row > _NEAR + (place - before - 1):
        return False
    between = phrases[before + 1 : place]
    return len(between) == 0 or (len(between) == 1 and _could_be_town(between[0]))


def _could_be_town(phrase: Phrase) -> bool:
    words = phrase.words
    return (
        0 < len(words) <= _TOWN_WORDS
        and phrase.text[:1].isupper()
        and not has_title(words)
        and not has_legal_form(phrase.text)
    )


def joined(phrases: Sequence[Phrase]) -> str | None:
    """The lines of an address, with commas between them and single spaces."""
    return ", ".join(" ".join(phrase.text.split()) for phrase in phrases) or None
