"""Address headers (RFC 5322 section 3.4) to addresses with names, and where they stand.

One pass over the characters: whatever is unbalanced is taken as text, so that a hostile header costs no more than its
length. Commas, brackets and addresses in encoded words are text, not syntax.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import idna

from extract import limits
from extract.expressions import expression
from extract.facts import Span
from extract.mail.words import HeaderText, clean

_ASCII_DOMAIN: Final = expression(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_LONGEST_DOMAIN: Final = 253
_LONGEST_LOCAL: Final = 128


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address as written in a header.

    Attributes:
        address: in lower case; the domain in ASCII (IDNA, RFC 5891).
        name: the display name as people read it, or None.
        span: where name and address stand in the header's text.
    """

    address: str
    name: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class MailboxList:
    """The addresses of a header, at most ADDRESSES, and how many entries were no address or too many."""

    mailboxes: tuple[Mailbox, ...]
    unread: int
    left_out: int


def parse(header: HeaderText) -> MailboxList:
    """The mailboxes of an address header, groups opened (RFC 5322 section 3.4)."""
    entries = _Scanner(header.mask).entries()
    kept = entries[: limits.ADDRESSES]
    found = [_mailbox(header, span) for span in kept]
    mailboxes = tuple(mailbox for mailbox in found if mailbox)
    return MailboxList(mailboxes, len(kept) - len(mailboxes), len(entries) - len(kept))


def normalize(written: str) -> str | None:
    """An address in lower case with its domain in ASCII, or None if it is no address."""
    address = written.strip().strip("<>'\"").strip().removeprefix("mailto:").removeprefix("MAILTO:")
    if address.startswith("@") and ":" in address:  # RFC 5322 section 4.4: an obsolete route
        address = address.rpartition(":")[2]
    local, at, domain = address.rpartition("@")
    local = local.strip('"').lower()
    if not at or not 0 < len(local) <= _LONGEST_LOCAL or any(c.isspace() or c in "<>,;()" for c in local):
        return None
    ascii_domain = _ascii_domain(domain.strip().rstrip(".>").lower())
    return f"{local}@{ascii_domain}" if ascii_domain else None


def _ascii_domain(domain: str) -> str | None:
    if not 0 < len(domain) <= _LONGEST_DOMAIN:
        return None
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return None
    return domain if _ASCII_DOMAIN.fullmatch(domain) else None


class _Scanner:
    """Splits a header's mask into entries."""

    def __init__(self, mask: str) -> None:
        self.mask = mask
        self.last_quote = mask.rfind('"')
        self.last_closing = mask.rfind(")")
        self.last_angle = mask.rfind(">")
        self.found: list[Span] = []
        self.start = 0

    def entries(self) -> list[Span]:
        position = 0
        while position < len(self.mask):
            position = self._step(position)
        self._end(len(self.mask))
        return self.found

    def _step(self, position: int) -> int:
        """Take what begins at ``position``; the position behind it."""
        match self.mask[position]:
            case '"' if position < self.last_quote:
                return self._quoted(position + 1)
            case "(" if position < self.last_closing:
                return self._comment(position + 1)
            case "<" if position < self.last_angle:
                return self.mask.find(">", position) + 1
            case "," | ";":
                self._end(position)
            case ":" if self.mask.find("@", self.start, position) < 0:
                self.start = position + 1
        return position + 1

    def _quoted(self, position: int) -> int:
        while position < len(self.mask) and self.mask[position] != '"':
            position += 2 if self.mask[position] == "\\" else 1
        return position + 1

    def _comment(self, position: int) -> int:
        depth = 1
        while position < len(self.mask) and depth:
            character = self.mask[position]
            depth += (character == "(") - (character == ")")
            position += 2 if character == "\\" else 1
        return position

    def _end(self, position: int) -> None:
        entry = self.mask[self.start : position]
        if entry.strip():
            left = len(entry) - len(entry.lstrip())
            self.found.append(Span(self.start + left, self.start + len(entry.rstrip())))
        self.start = position + 1


def _mailbox(header: HeaderText, span: Span) -> Mailbox | None:
    mask, text = header.mask[span.start : span.end], header.text[span.start : span.end]
    angle = mask.rfind("<")
    if angle >= 0:
        written, name = text[angle + 1 :].partition(">")[0], text[:angle]
        if not name.strip():
            name = text[angle + 1 :].partition(">")[2].strip().removeprefix("(").removesuffix(")")
    else:
        written, name = _without_brackets(mask, text)
    address = normalize(written)
    return Mailbox(address, _shown(name, address), span) if address else None


def _without_brackets(mask: str, text: str) -> tuple[str, str]:
    """Address and name of ``user@host (Name)`` or ``Name user@host``."""
    opening = mask.find("(")
    bare = text if opening < 0 else text[:opening]
    comment = "" if opening < 0 else text[opening + 1 :].strip().removesuffix(")")
    tokens = bare.split()
    at = next((index for index in range(len(tokens) - 1, -1, -1) if "@" in tokens[index]), None)
    if at is None:
        return "", ""
    return tokens[at], comment or " ".join(tokens[:at])


def _shown(name: str, address: str) -> str | None:
    """The display name without its quotes; None when it says no more than the address."""
    plain = clean(name.replace('\\"', "'").replace('"', "").replace("\\", "")).strip().strip("'").strip()
    if not plain or plain.lower().strip("<>") == address:
        return None
    return plain[: limits.NAME_CHARACTERS]
