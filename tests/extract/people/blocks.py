"""Blocks as the modules that read signatures take them: cut into phrases, each with its place."""

from __future__ import annotations

from extract.facts import Span
from extract.people.phrases import Phrase


def phrases(*texts: str, column: int = 0) -> tuple[Phrase, ...]:
    """One phrase a line, in one column."""
    found, start = [], 0
    for row, text in enumerate(texts):
        found.append(Phrase(Span(start, start + len(text)), text, row, column))
        start += len(text) + 1
    return tuple(found)
