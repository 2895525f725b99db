"""A text with what its markup said about it: which lines a mail program had put there as a quotation, say.

Plain text has no marks. Rendered HTML has those that stood in the DOM: the containers and classes that programs
put around what they quote, introduce or sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.facts import Span

MarkKind = Literal["quote", "forward", "attribution", "divider", "signature"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of whole lines that markup set apart.

    Attributes:
        kind: ``quote`` and ``forward``, another's message; ``attribution``, the words that introduce it; ``divider``,
            where another's message begins that lasts to the end of the span; ``signature``, the author's own block.
    """

    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A message's text, lines separated by LF, and its marks in order of their start."""

    text: str
    marks: tuple[Mark, ...] = ()
