"""Words that introduce a quotation: ``On Monday at 10:00 Ann <ann@example.com> wrote:``, in any order and language.

Recognised by structure: a date or address, a word for writing, a colon at the end, then the quotation or a blank line.
"""

from __future__ import annotations

from typing import Final

from extract.mail.quoting import traits
from extract.mail.quoting.lines import Lines, next_full
from extract.patterns.reply_openers import BEGINNINGS

_LINES: Final = 4
_WORDS: Final = 14
_LONGEST: Final = 500
_NAME: Final = 6
_EARLY: Final = 40  # where a date stands that begins an attribution


def attribution_at(lines: Lines, start: int) -> int | None:
    """The line behind an attribution that begins at a place; None when none does."""
    end = _last_line(lines, start)
    if end is None or not _introduces(lines, start, end):
        return None
    return end + 1 if _beginning(lines, start, end) == start else None


def _beginning(lines: Lines, start: int, end: int) -> int:
    """Where, within lines that all together introduce a quotation, the attribution begins: as far below as it can."""
    for may_begin in (_begins_with_word, _begins_with_date):
        for place in range(end, start - 1, -1):
            if may_begin(lines[place].words) and _introduces(lines, place, end):
                return _with_name(lines, place, end)
    return _with_name(lines, end, end)


def _with_name(lines: Lines, place: int, end: int) -> int:
    """The line above, where it holds the name or the address that the attribution itself lacks."""
    above = lines[place - 1] if place else None
    if above is None or above.depth or not traits.could_be_name(above.words):
        return place
    words = lines[place].words
    named = any(traits.has_address(line.words) for line in lines[place : end + 1])
    return place - 1 if words.startswith("<") or (not named and traits.has_address(above.words)) else place


def _begins_with_word(words: str) -> bool:
    """Whether a line begins as attributions do that begin with their date: ``On …``, ``Am …``."""
    first = words.split(maxsplit=1)[0].casefold().strip(",.*_\"'")
    return first in BEGINNINGS and any(character.isdigit() for character in words)


def _begins_with_date(words: str) -> bool:
    return traits.has_date(words[:_EARLY])


def _last_line(lines: Lines, start: int) -> int | None:
    """The first line from a place on that ends with a colon, over lines that may be one wrapped attribution."""
    for place in range(start, min(len(lines), start + _LINES)):
        line = lines[place]
        if not line.words or (line.depth and not _closes_address(lines, start, place)):
            break
        if traits.ends_with_colon(line.words):
            return place
    return start if _says_so_alone(lines, start) else None


def _closes_address(lines: Lines, start: int, place: int) -> bool:
    """Whether the quote mark is none: wrapping put the ``>`` of an address in front of the line."""
    above = lines[place - 1].words
    return place > start and above.rfind("<") > above.rfind(">") and traits.ends_with_colon(lines[place].words)


def _says_so_alone(lines: Lines, start: int) -> bool:
    """``Ann Low wrote`` without a colon, right above a quotation (Nabble and other forums)."""
    words = lines[start].words
    short = len(words.split()) <= _NAME and traits.says_wrote(words)
    return short and start + 1 < len(lines) and lines[start + 1].depth > 0


def _introduces(lines: Lines, start: int, end: int) -> bool:
    joined = " ".join(line.words for line in lines[start : end + 1])
    if len(joined) > _LONGEST:
        return False
    if is_followed_by_quote(lines, end + 1):
        return _introduces_marked(joined)
    begins = _begins_with_word(joined) or _begins_with_date(joined)
    who, dated = traits.has_address(joined), traits.has_date(joined) and traits.has_time(joined)
    if traits.says_wrote(joined):
        return who or dated or (begins and traits.has_when(joined))
    return dated and _begins_with_date(joined) and "@" in joined.rsplit(maxsplit=1)[-1]


def _introduces_marked(joined: str) -> bool:
    """Whether words right above a quotation introduce it: little has to be said there."""
    when, who = traits.has_when(joined), traits.has_address(joined)
    wrote = traits.says_wrote(joined) or traits.says_said(joined)
    if wrote and (when or who):
        return True
    dated = traits.has_date(joined) and traits.has_time(joined)
    if dated and (who or _begins_with_word(joined)):
        return True
    return (who or wrote) and len(joined.split()) <= _WORDS


def is_followed_by_quote(lines: Lines, place: int) -> bool:
    """Whether the next full line bears a quote mark."""
    below = next_full(lines, place)
    return below < len(lines) and lines[below].depth > 0
