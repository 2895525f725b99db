"""Lines that set another's message apart: ``-----Original Message-----``, ``Begin forwarded message:``, a bare rule.

What stands between the dashes is known by a stem where it stands alone, and by the header below it in any language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from extract.mail.quoting import traits
from extract.mail.quoting.header_blocks import Block, block_at, fields_from, role_of
from extract.mail.quoting.lines import Lines, next_full
from extract.patterns.punctuation import DASHES
from extract.patterns.reply_openers import FORWARDED, ORIGINAL

_FEWEST: Final = 2
_LONGEST: Final = 160
_WRAPPED: Final = 3
_WORDS: Final = 8
_ALONE: Final = 3  # words that need no closing dashes


@dataclass(frozen=True, slots=True)
class Separator:
    """A separator with the header below it: the line behind both, and what it says."""

    end: int
    kind: Literal["header", "attribution", "forward"]


def separator_at(lines: Lines, start: int) -> Separator | None:
    """The separator that begins at a place; None when none does."""
    line = lines[start]
    if len(line.words) > _LONGEST:
        return None
    if traits.is_rule(line.words):
        return _rule(lines, start)
    return _dashed(lines, start) or _announced(lines, start)


def says_forwarded(words: str) -> bool:
    """Whether words between dashes say that a message is passed on."""
    return _opens_with_dashes(words) and _says(words, FORWARDED)


def _rule(lines: Lines, start: int) -> Separator | None:
    """A rule counts when a header, or another separator, stands right below it."""
    below = next_full(lines, start + 1)
    if below >= len(lines) or below - start > _WRAPPED:
        return None
    block = block_at(lines, below)
    if block is not None:
        return Separator(block.end, "header")
    if traits.is_rule(lines[below].words):
        return None
    return _dashed(lines, below) or _announced(lines, below)


def _dashed(lines: Lines, start: int) -> Separator | None:
    """Words between dashes; the closing dashes may have been wrapped onto a line below."""
    words = lines[start].words
    if not words.strip(DASHES) or not _opens_with_dashes(words):
        return None
    closed = _closing(lines, start)
    end = closed or start + 1
    inner = " ".join(line.words for line in lines[start:end]).strip(DASHES)
    forwards, original = _says(inner, FORWARDED), _says(inner, ORIGINAL)
    below = next_full(lines, end)
    if forwards or original:
        enough = closed is not None or len(inner.split()) <= _ALONE or traits.has_when(inner)
        return Separator(_behind_header(lines, end), "forward" if forwards else "header") if enough else None
    if closed and below < len(lines) and block_at(lines, below) is not None:
        return Separator(_behind_header(lines, end), "header")
    wrote = closed and traits.says_wrote(inner) and traits.has_when(inner)
    return Separator(end, "attribution") if wrote else None


def _announced(lines: Lines, start: int) -> Separator | None:
    """A few known words right above a header: ``Begin forwarded message:``."""
    words = lines[start].words
    below = next_full(lines, start + 1)
    if len(words.split()) > _WORDS or below == len(lines) or role_of(lines[below].words) is None:
        return None
    forwards = _says(words, FORWARDED)
    block = block_at(lines, below) if forwards or _says(words, ORIGINAL) else None
    return Separator(block.end, "forward" if forwards else "header") if block else None


def _opens_with_dashes(words: str) -> bool:
    return len(words) - len(words.lstrip(DASHES)) >= _FEWEST


def _closing(lines: Lines, start: int) -> int | None:
    """The line behind the closing dashes; they may be missing when the words alone fill the line."""
    for place in range(start, min(len(lines), start + _WRAPPED)):
        words = lines[place].words
        if not words or lines[place].depth:
            break
        if len(words) - len(words.rstrip(DASHES)) >= _FEWEST:
            return place + 1
    return None


def _behind_header(lines: Lines, place: int) -> int:
    below = next_full(lines, place)
    if below == len(lines):
        return place
    block: Block = fields_from(lines, below)
    return block.end if block.roles else place


def _says(words: str, stems: tuple[str, ...]) -> bool:
    folded = " ".join(words.casefold().split())
    return any(stem in folded for stem in stems)
