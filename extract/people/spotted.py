"""Where running text names people: what the recognizer finds, and pairs that begin with a known given name.

The recognizer knows contexts and misses many names; the list of given names knows no context. Each makes up for the
other, and the same checks hold for both: a name is two to four capitalised words, none of them a word that places,
firms or papers are called by.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from extract import limits
from extract.expressions import expression
from extract.facts import Span
from extract.patterns import first_names, naming
from extract.people.recognizer import Recognizer

_WORD: Final = expression(r"[\p{L}\p{M}][\p{L}\p{M}'’.-]*")
_CAPITALISED: Final = expression(r"\b\p{Lu}[\p{L}\p{M}'’-]+")
_PAIR: Final = expression(r"\p{Lu}\S*\p{Ll}\S*[ \n](?:\S{1,3}\s+){0,2}(\p{Lu}\S*\p{Ll}\S*)")
_GAPS: Final = frozenset({" ", "\n", " \n", "\n "})  # between the words of a name
_BEFORE: Final = expression(r"(?i)(?:^|\W)(?:the|a|an|this|that|our|your|my|these|those|some|any|no|each|every|at)\s+$")
_GENITIVE: Final = expression(r"['’]s?$")
_AROUND: Final = 60  # characters: more than the recognizer looks to either side
_MOST_WORDS: Final = 4
_LONGEST: Final = 60  # characters of a name
_INITIAL: Final = 2  # letters of an initial with its full stop
_SHOUTING: Final = 4  # letters: longer words all in capitals are headings and firms, not names


@dataclass(frozen=True, slots=True)
class Spotted:
    """Words that name a person. ``sure`` when a given name stands first."""

    span: Span
    sure: bool


def people_in(text: str, stretch: Span, recognizer: Recognizer) -> tuple[Spotted, ...]:
    """People named in one stretch of a text, in order, none overlapping another."""
    words = text[stretch.start : stretch.end]
    found = list(islice(_by_given_name(words), limits.NAMES))
    found += _recognized(words, found, recognizer)
    kept: list[Spotted] = []
    for each in sorted(found, key=lambda one: (one.span.start, not one.sure, -one.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(Spotted(Span(one.span.start + stretch.start, one.span.end + stretch.start), one.sure) for one in kept)


def _recognized(words: str, known: Sequence[Spotted], recognizer: Recognizer) -> Iterator[Spotted]:
    """What the recognizer takes for people.

    It is asked only about capitalised words that meet and that no given name explains, with what stands around them:
    other words hold no further full name, and its decisions reach no further than a few words.
    """
    left = limits.RECOGNIZED_CHARACTERS
    for window in _unexplained(words, [each.span for each in known]):
        if left <= 0:
            return
        part = words[window.start : min(window.end, window.start + left)]
        left -= len(part)
        for entity in recognizer.entities(part):
            if entity.label == "PERSON":
                yield from _named(words, window.start + entity.span.start, window.start + entity.span.end)


def _unexplained(words: str, taken: Sequence[Span]) -> Iterator[Span]:
    """Stretches around open pairs, from word to word, none touching another."""
    start = end = -1
    for pair in _pairs(words):
        if not _is_open(words, pair, taken):
            continue
        first = words.find(" ", max(0, pair.start - _AROUND), pair.start) + 1 or pair.start
        last = words.rfind(" ", pair.end, pair.end + _AROUND)
        first = 0 if pair.start <= _AROUND else first
        last = len(words) if pair.end + _AROUND >= len(words) or last < 0 else last
        if start >= 0 and first > end:
            yield Span(start, end)
            start = -1
        start, end = (first if start < 0 else start), last
    if start >= 0:
        yield Span(start, end)


def _is_open(words: str, pair: Span, taken: Sequence[Span]) -> bool:
    """Whether two capitalised words may be a name that is not known yet."""
    if any(span.start < pair.end and pair.start < span.end for span in taken):
        return False
    texts = [text.strip(".,;:()'\"").lower() for text in words[pair.start : pair.end].split()]
    return not (naming.NO_NAMES.intersection(texts) or texts[0] in naming.BEFORE or is_given_name(texts[-1]))


def _pairs(words: str) -> Iterator[Span]:
    """Capitalised words that meet; each word may belong to two pairs."""
    place = 0
    while match := _PAIR.search(words, place):
        yield Span(match.start(), match.end(1))
        place = match.start(1)


def _by_given_name(words: str) -> Iterator[Spotted]:
    behind = 0
    for match in _CAPITALISED.finditer(words):
        is_first = match.start() >= behind and is_given_name(match.group().lower())
        for each in _named(words, match.start(), match.start() + _LONGEST) if is_first else ():
            behind = each.span.end
            yield each


def _named(words: str, start: int, end: int) -> Iterator[Spotted]:
    """The name within a phrase that may hold one."""
    parts = list(_WORD.finditer(words, start, min(end, len(words))))
    spans = [(part.start(), part.end()) for part in parts]
    while spans and _plain(words, spans[0]) in naming.BEFORE:
        spans = spans[1:]
    spans = _without_tail(words, spans)[:_MOST_WORDS]
    if not _reads_as_name(words, spans):
        return
    first, last = spans[0][0], spans[-1][1]
    given = [is_given_name(_plain(words, span)) for span in spans]
    if given[0] or not (given[1] or _BEFORE.search(words[max(0, first - 12) : first])):
        yield Spotted(Span(first, _without_mark(words, first, last)), given[0])


def is_given_name(word: str) -> bool:
    """Whether a word (lower case) is a known given name."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return plain in first_names.NAMES or plain in first_names.WORDS or plain.partition("-")[0] in first_names.NAMES


def _without_tail(words: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut where a word cannot be part of a name any more."""
    for place, span in enumerate(spans):
        word = words[span[0] : span[1]]
        between = words[spans[place - 1][1] : span[0]] if place else ""
        goes_on = not place or between in _GAPS
        if not goes_on or not (word[:1].isupper() or word.lower() in naming.PARTICLES):
            return spans[:place]
        if word.endswith(".") and len(word) > _INITIAL and word.lower() not in naming.SUFFIXES:
            return spans[: place + 1]
    return spans


def _reads_as_name(words: str, spans: list[tuple[int, int]]) -> bool:
    texts = [_GENITIVE.sub("", words[start:end]).rstrip(".,'’") for start, end in spans]
    family = [text for text in texts if text[:1].isupper()]
    if len(family) < 2 or not texts[-1][:1].isupper() or len(texts[-1]) < 2:  # noqa: PLR2004 - given and family name
        return False
    foreign = naming.NO_NAMES
    if len(texts) == 2 and texts[0].lower() in first_names.NAMES:  # noqa: PLR2004 - given and family name
        foreign = foreign - naming.FAMILY_NAMES
    return not any(text.lower() in foreign or _is_shouted(text) for text in family)


def _is_shouted(text: str) -> bool:
    return len(text) >= _SHOUTING and text.isupper()


def _plain(words: str, span: tuple[int, int]) -> str:
    return words[span[0] : span[1]].lower()


def _without_mark(words: str, first: int, last: int) -> int:
    """Without a genitive or a full stop at the end."""
    text = str(_GENITIVE.sub("", words[first:last]))
    ends_sentence = text.endswith(".") and text.rpartition(" ")[2].lower() not in naming.SUFFIXES
    return first + len(text) - ends_sentence
