"""The kinds of a text's lines in one word, so that a test shows what it means at a glance."""

from __future__ import annotations

from extract.facts import Segment
from extract.mail import markup
from extract.mail.quoting import segments_of

_LETTERS = {
    "new": "n", "quoted": "q", "forwarded": "f", "attribution": "a", "disclaimer": "d", "footer": "t",
}  # fmt: skip


def shape(text: str) -> str:
    """A letter for each full line: new, quoted, forwarded, attribution, disclaimer; t for the footer."""
    return _shape(text, segments_of(text))


def shape_of_page(page: str) -> str:
    """The same for HTML as rendered."""
    found = markup.render(page, [])
    return _shape(found.text, segments_of(found.text, found.marks))


def _shape(text: str, segments: tuple[Segment, ...]) -> str:
    letters = []
    for segment in segments:
        lines = text[segment.span.start : segment.span.end].split("\n")
        letters += [_LETTERS[segment.kind] for line in lines if line.strip()]
    return "".join(letters)
