"""Sentences of running mail text: paragraphs wrapped by a client are one, list entries and short lines stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.sentences import ABBREVIATIONS, AFTER_ORDINALS, BEFORE_NUMBERS, OPEN_ENDS

_END: Final = expression(r"[.!?。！？…]+[\"'”’»)\]]*(?:\s+|$)|[。！？]|\s+--+\s+|\s+[–—]\s+")
_ENTRY: Final = expression(r"^\s*(?:[-*•·–—>o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
_WORD_BEFORE: Final = expression(r"([\p{L}.]+)[.]$")
_ORDINAL: Final = expression(r"(?:^|[^\d])\d{1,2}\.$")
_FIRST_WORD: Final = expression(r"^[\p{L}]*")
_LOOSE: Final = " \t\n\r\f\v-\u2013\u2014"  # white space and dashes between two sentences
_NARROW: Final = 0.6  # of the widest line: a line that ends before that was ended by its author
_WIDEST: Final = 80
_KEPT: Final = 16  # stretches: what reads promises, agreements and meetings asks for the same ones


@lru_cache(_KEPT)
def sentences(text: str, stretch: Span) -> tuple[Span, ...]:
    """Spans of the sentences in one stretch of a text, in order, without white space around them."""
    return tuple(each for block in _blocks(text, stretch) for each in _split(text, block))


def _blocks(text: str, stretch: Span) -> Iterator[Span]:
    """Lines that belong together."""
    lines = list(_lines(text, stretch))
    widest = min(max((line.end - line.start for line in lines), default=0), _WIDEST)
    start = end = -1
    for line in lines:
        words = text[line.start : line.end]
        if start >= 0 and _begins(words, text[start:end], narrow=end - _line_start(text, end) < _NARROW * widest):
            yield Span(start, end)
            start = -1
        if words.strip():
            start, end = (line.start if start < 0 else start), line.end
    if start >= 0:
        yield Span(start, end)


def _begins(line: str, before: str, *, narrow: bool) -> bool:
    """Whether a line begins something new after the lines before it."""
    stripped = line.strip()
    if not stripped or _ENTRY.match(line):
        return True
    if before.rstrip().endswith(":"):
        return True
    return narrow and not stripped[:1].islower() and before.rsplit(maxsplit=1)[-1].lower() not in OPEN_ENDS


def _lines(text: str, stretch: Span) -> Iterator[Span]:
    start = stretch.start
    for line in text[stretch.start : stretch.end].splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)


def _line_start(text: str, end: int) -> int:
    return text.rfind("\n", 0, end) + 1


def _split(text: str, block: Span) -> Iterator[Span]:
    words = text[block.start : block.end]
    entry = _ENTRY.match(words)
    start = entry.end() if entry else 0
    for end in [*_ends(words), len(words)]:
        part = words[start:end]
        if part.strip(_LOOSE):
            first = start + len(part) - len(part.lstrip())
            yield Span(block.start + first, block.start + start + len(part.rstrip(_LOOSE)))
        start = max(start, end)


def _ends(words: str) -> Iterable[int]:
    for found in _END.finditer(words):
        mark = words[: found.start() + 1]
        if not (words[found.start()] == "." and _goes_on(mark, words[found.end() :])):
            yield found.end()


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial or a number rather than to the end of a sentence."""
    if after[:1].islower() or after[:1] == ",":
        return True
    if _ORDINAL.search(before) and _FIRST_WORD.search(after.lower())[0] in AFTER_ORDINALS:
        return True
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    letters = word.group(1)
    if letters.lower() in BEFORE_NUMBERS:
        return after[:1].isdigit()
    return letters.lower() in ABBREVIATIONS or "." in letters or (len(letters) == 1 and letters.isupper())
