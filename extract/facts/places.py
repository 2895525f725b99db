"""Where something stands in a source, and what a stretch of text is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TEXT = "text"
CALENDAR_TEXT = "calendar"
STATUS = "delivery-status"

SegmentKind = Literal["new", "signoff", "signature", "quoted", "forwarded", "attribution", "disclaimer", "footer"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into a source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text that evidence points into: ``text``, ``calendar``, ``delivery-status``, or a header in lower case."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact place that supports a value. ``source`` names a SourceText; its text at ``span`` equals ``quote``."""

    field: str
    source: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text and what it is. Segments cover the text once, in order."""

    kind: SegmentKind
    span: Span
