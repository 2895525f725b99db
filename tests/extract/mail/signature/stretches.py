"""Texts as the signature modules take them: cut into lines, by an author of our own."""

from __future__ import annotations

from extract.facts import Participant, Segment, Span
from extract.mail.signature import Author
from extract.mail.signature.candidates import Stretch, stretch_of
from extract.mail.signature.lines import lines_of


def author(name: str | None = "Ada Quill", address: str = "ada.quill@northwind-paper.example") -> Author:
    """The sender of that name and address."""
    return Author.of([Participant("to", "ines@alder.example"), Participant("from", address, name)])


ADA = author()


def stretch(text: str, by: Author = ADA) -> Stretch:
    """All of a text as its author's words."""
    return stretch_of(lines_of(text, Span(0, len(text))), by)


def new(text: str) -> tuple[Segment, ...]:
    """All of a text as written for this message."""
    return (Segment("new", Span(0, len(text))),)
