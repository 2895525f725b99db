"""Headers that Lotus Notes puts above an answered message without any marker.

A name alone, or ``"Name" <address> on date time``; then the date; perhaps a line that asks to respond elsewhere;
then recipients, copies and subject, often behind tabs. Names may carry their path: ``Ann Low/SALES/ORG@ORG``.
"""

from __future__ import annotations

from typing import Final

from extract.mail.quoting import traits
from extract.mail.quoting.header_blocks import columns_at, fields_from, role_of
from extract.mail.quoting.lines import Lines, next_full
from extract.patterns.reply_openers import RESPOND

_PRELUDE: Final = 6  # lines with name, date and whom to respond to
_INDENT: Final = 12
_ENOUGH: Final = 2


def notes_header_at(lines: Lines, start: int) -> int | None:
    """The line behind a Notes header that begins at a place; None when none does."""
    if lines[start].indent >= _INDENT:
        behind = columns_at(lines, start)
        if behind is not None:
            return behind
    if lines[start].indent:
        start = _below_letterhead(lines, start)
    fields = start if _begins_with_recipients(lines, start) else _fields_below(lines, start)
    block = fields_from(lines, fields) if fields is not None else None
    return block.end if block and len(block.roles) >= _ENOUGH else None


def _begins_with_recipients(lines: Lines, start: int) -> bool:
    """Whether recipients by address, copies and subject stand alone, where Notes left out who wrote and when."""
    above = role_of(lines[start - 1].words) if start else None
    if above or role_of(lines[start].words) != "recipient" or not traits.has_address(lines[start].words):
        return False
    return {"copy", "subject"} <= fields_from(lines, start).roles


def _below_letterhead(lines: Lines, start: int) -> int:
    """The line with author and date, where Notes put the company's name above it; else the place itself."""
    below = next_full(lines, start + 1)
    letterhead = start + 1 < below < len(lines) and traits.could_be_name(lines[start].words.rstrip("."))
    dated = letterhead and role_of(lines[below].words) == "author" and _is_dated(lines[below].words)
    return below if dated and not role_of(lines[start].words) else start


def _fields_below(lines: Lines, start: int) -> int | None:
    """The line with the recipients, below name and date; None where other things stand between."""
    seen = ""
    place = start
    if start + 1 < len(lines) and _is_whole(lines[start + 1].words) and role_of(lines[start].words) is None:
        return None
    while place < min(len(lines), start + _PRELUDE):
        words = lines[place].words
        if role_of(words) in {"recipient", "copy"}:
            return place if _is_dated(seen) else None
        if not words and _is_dated(seen):
            place = next_full(lines, place)
            if place == len(lines) or not _goes_on(lines[place].words):
                return None
            continue
        if lines[place].depth or not _belongs(words, first=place == start):
            return None
        seen = f"{seen} {words}"
        place += 1
    return None


def _is_dated(words: str) -> bool:
    return traits.has_date(words) and traits.has_time(words)


def _is_whole(words: str) -> bool:
    """Whether a line says who and when: what stands above it, a signature, is no part of the header."""
    return _is_dated(words) and traits.has_address(words) and words[:1] not in {"<", "["}


def _goes_on(words: str) -> bool:
    """Whether a line behind a gap still belongs to the header."""
    return role_of(words) in {"recipient", "copy"} or _asks_to_respond(words)


def _belongs(words: str, *, first: bool) -> bool:
    """Whether a line may stand in a Notes header above its recipients; an author's field only as its first line."""
    role = role_of(words)
    if role is not None:
        return role == "other" or (role == "author" and first)
    return traits.could_be_name(words) or _is_dated(words) or traits.has_address(words) or _asks_to_respond(words)


def _asks_to_respond(words: str) -> bool:
    return words.casefold().startswith(RESPOND)
