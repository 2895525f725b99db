"""From a reply parser's texts back to the lines of the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bench.extraction.claims import Lines

LANGUAGES: Final = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "da", "ja"]


@dataclass(frozen=True, slots=True)
class Newest:
    """Lines of the newest reply, and those of its signature."""

    content: tuple[str, ...]
    signature: tuple[str, ...]


def picked(text: str) -> Newest:
    """mail-parser-reply's newest reply."""
    from mailparser_reply import EmailReplyParser  # noqa: PLC0415 - only where this library is measured

    replies = EmailReplyParser(languages=LANGUAGES).read(text).replies
    if not replies:
        return Newest((), ())
    newest = replies[0]
    return Newest(tuple(newest.content.split("\n")), tuple((newest.signatures or "").split("\n")))


def laid_over(text: str, answer: Sequence[str]) -> Lines:
    """Numbers of the text's lines that an answer's lines stand for, in order."""
    wanted = [line.strip() for line in answer if line.strip()]
    found: set[int] = set()
    place = 0
    lines = [line.strip() for line in text.split("\n")]
    for line in wanted:
        number = next((number for number in range(place, len(lines)) if lines[number] == line), None)
        if number is not None:
            found.add(number + 1)
            place = number + 1
    return frozenset(found)
