"""What is left of a piece when numbers and links are taken out, cut into phrases that each say one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extract.expressions import expression
from extract.facts import Span
from extract.mail.signature.lines import tokens
from extract.patterns.handles import LABELS as HANDLES
from extract.patterns.handles import OTHER_LABELS
from extract.patterns.phone_labels import FILLERS, LABELS

_EDGES: Final = " \t\u00a0,;:|•·*<>()[]{}=_~-–—#/\\\"'"
_WORD: Final = expression(r"[^\s]+")
_WORDS_OF_LABELS: Final = frozenset(LABELS) | FILLERS | OTHER_LABELS | HANDLES


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words: where they stand in the text, which row and column, and how they are written."""

    span: Span
    text: str
    row: int
    column: int

    @property
    def words(self) -> list[str]:
        """In lower case, without punctuation."""
        return tokens(self.text)

    def cut(self, start: int, end: int) -> Phrase | None:
        """A part of it without what stands around; None where nothing remains."""
        bare = bare_span(self.text, start, end)
        if bare is None:
            return None
        span = Span(self.span.start + bare.start, self.span.start + bare.end)
        return Phrase(span, self.text[bare.start : bare.end], self.row, self.column)


def bare_span(text: str, start: int, end: int) -> Span | None:
    """A stretch without the space and punctuation at its edges; a bracket or quote that has its partner stays."""
    part = text[start:end]
    left = len(part) - len(part.lstrip(_EDGES))
    right = len(part.rstrip(_EDGES))
    if left >= right:
        return None
    if part[right : right + 1] == ")" and "(" in part[left:right]:
        right += 1
    if left and part[left - 1] == "#" and part[left].isdigit():
        left -= 1
    return Span(start + left, start + right)


def rest_of(text: str, taken: list[Span]) -> Iterator[Span]:
    """Stretches of a piece outside what was taken, without the labels beside it."""
    start = 0
    for span in [*sorted(taken, key=lambda each: each.start), None]:
        end = span.start if span else len(text)
        bare = _without_labels(text, start, end, is_before=span is not None, is_behind=start > 0)
        if bare:
            yield bare
        start = max(start, span.end) if span else end


def _without_labels(text: str, start: int, end: int, *, is_before: bool, is_behind: bool) -> Span | None:
    """Drop label words at the end that meets a number or link; a stretch of labels alone is nothing."""
    words = [(start + match.start(), start + match.end()) for match in _WORD.finditer(text[start:end])]
    while words and is_before and _is_label(text[slice(*words[-1])]):
        words.pop()
    while words and is_behind and _is_label(text[slice(*words[0])]):
        words.pop(0)
    meets_value = is_before or is_behind or text[start:end].rstrip().endswith(":")
    if not words or (meets_value and all(_is_label(text[slice(*word)]) for word in words)):
        return None
    return bare_span(text, words[0][0], words[-1][1])


def _is_label(word: str) -> bool:
    parts = tokens(word.replace("#", " ").replace("=", " "))
    return all(part.strip("-:") in _WORDS_OF_LABELS for part in parts)
