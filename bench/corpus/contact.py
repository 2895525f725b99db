"""The author's own signature block, read from the marks in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bench.corpus.errors import CorpusError
from bench.corpus.markup import Mark, Marked

PHONE_TYPES: Final = frozenset({"work", "mobile", "fax", "pager", "home", "unspecified"})


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as written, and its type."""

    number: str
    type: str


@dataclass(frozen=True, slots=True)
class Contact:
    """The fields of a block, as written there."""

    name: str | None
    title: str | None
    company: str | None
    department: str | None
    phones: tuple[Phone, ...]
    address: str | None
    urls: tuple[str, ...]
    email: str | None
    other_emails: tuple[str, ...]


def contact(marked: Marked) -> Contact | None:
    """The contact of the signature zone; None where no field is marked there."""
    inside = [mark for mark in marked.marks if marked.zone_of(mark) == "signature"]
    if not inside:
        return None
    words = {kind: [marked.words_of(mark) for mark in inside if mark.name == kind] for kind in _KINDS}
    emails = words["email"]
    return Contact(
        name=_joined(words["name"]),
        title=_joined(words["title"]),
        company=_joined(words["company"]),
        department=_joined(words["department"]),
        phones=tuple(phone(marked, mark) for mark in inside if mark.name == "phone"),
        address=_address(marked, inside),
        urls=tuple(words["url"] + words["social"]),
        email=emails[0] if emails else None,
        other_emails=tuple(emails[1:]),
    )


_KINDS: Final = ("name", "title", "company", "department", "url", "social", "email")


def _joined(pieces: list[str]) -> str | None:
    """A field that the columns of a block cut in pieces is one field."""
    return " ".join(pieces) or None


def _address(marked: Marked, inside: list[Mark]) -> str | None:
    """The lines of an address, with a comma between them."""
    lines = [
        " ".join(line.split()).rstrip(",")
        for mark in inside
        if mark.name == "address"
        for line in marked.text[mark.start : mark.end].split("\n")
    ]
    return ", ".join(line for line in lines if line) or None


def phone(marked: Marked, mark: Mark) -> Phone:
    """A marked number; without a type it is unspecified.

    Raises:
        CorpusError: a type that is none.
    """
    kind = mark.words[0] if mark.words else "unspecified"
    if kind not in PHONE_TYPES:
        raise CorpusError(f"a phone is one of {', '.join(sorted(PHONE_TYPES))}")
    return Phone(marked.words_of(mark), kind)
