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
    line = lines[start]
    if line.indent >= _INDENT:
        behind = columns_at(lines, start)
        if behind is not None:
            return behind
    if not _may_begin(line.words):
        return None
    dated, seen = False, ""
    place = start
    while place < min(len(lines), start + _PRELUDE):
        words = lines[place].words
        role = role_of(words)
        if role in {"recipient", "copy"}:
            return _behind(lines, place) if dated else None
        if not words and dated:
            place = next_full(lines, place)
            if place < len(lines) and (role_of(lines[place].words) or _asks_to_respond(lines[place].words)):
                continue
            return None
        if not (words and _belongs(words)) or lines[place].depth:
            return None
        seen = f"{seen} {words}"
        dated = traits.has_date(seen) and traits.has_time(seen)
        place += 1
    return None


def _behind(lines: Lines, place: int) -> int | None:
    block = fields_from(lines, place)
    return block.end if len(block.roles) >= _ENOUGH else None


def _may_begin(words: str) -> bool:
    return role_of(words) in {None, "author"} and _belongs(words)


def _belongs(words: str) -> bool:
    """Whether a line may stand in a Notes header above its recipients."""
    return (
        traits.could_be_name(words)
        or (traits.has_date(words) and traits.has_time(words))
        or traits.has_address(words)
        or _asks_to_respond(words)
        or role_of(words) is not None
    )


def _asks_to_respond(words: str) -> bool:
    return words.casefold().startswith(RESPOND)
