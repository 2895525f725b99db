"""The keys that tie a message to its thread (RFC 5322 section 3.6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract import limits
from extract.expressions import expression
from extract.mail.headers import Headers

_BRACKETED: Final = expression(r"<([^<>\s]+)>")


@dataclass(frozen=True, slots=True)
class ThreadKeys:
    """Message-IDs without brackets; a sender controls all of them."""

    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]


def thread_keys(headers: Headers) -> ThreadKeys:
    """The message's own id and those it names, each once, the oldest first."""
    own = _identifiers(headers, "message-id") or _bare(headers.text("message-id"))
    answered = _identifiers(headers, "in-reply-to") or _bare(headers.text("in-reply-to"))
    return ThreadKeys(own[0] if own else None, answered, _identifiers(headers, "references"))


def _identifiers(headers: Headers, name: str) -> tuple[str, ...]:
    found = [
        match.group(1)
        for value in headers.all(name)
        for match in _BRACKETED.finditer(value.text)
        if len(match.group(1)) <= limits.IDENTIFIER_CHARACTERS
    ]
    once = list(dict.fromkeys(found))
    return tuple(once[:1] + once[1:][-limits.REFERENCES + 1 :])


def _bare(text: str) -> tuple[str, ...]:
    """An identifier that lost its brackets: one word with an at sign."""
    word = text.strip("<> ")
    is_one = "@" in word and not any(character in word for character in ' "<>') and len(word) < limits.NAME_CHARACTERS
    return (word,) if is_one else ()
