"""How far the message reaches that an opener introduces: to the end, to a closing line, or as far as marks go."""

from __future__ import annotations

from typing import Final

from extract.mail.quoting.attributions import is_followed_by_quote
from extract.mail.quoting.lines import Lines, next_full
from extract.mail.quoting.openers import Opener
from extract.patterns.punctuation import DASHES
from extract.patterns.reply_openers import FORWARD_ENDS

_OPENS, _CLOSES = "<<", ">>"
_FEWEST: Final = 2


def reach_of(lines: Lines, opener: Opener, *, wrote: bool) -> int:
    """The line behind another's message.

    Below an opener marks decide where there are some, if its program marks what it quotes. A header below what the
    author wrote stands above a copy without marks: those in it are older.
    """
    if opener.kind == "divider":
        return len(lines)
    if opener.kind == "forward":
        return _closed_forward(lines, opener.end)
    if is_followed_by_quote(lines, opener.end) and (opener.kind == "attribution" or not wrote):
        return opener.end
    return _in_brackets(lines, opener.end) if opener.kind == "attribution" else len(lines)


def _closed_forward(lines: Lines, start: int) -> int:
    """Behind ``--- end forwarded text``, where a program says that a forward ends (mutt, Eudora)."""
    for place in range(start, len(lines)):
        words = lines[place].words
        if words.endswith(tuple(DASHES)) or words.startswith(tuple(DASHES)):
            inner = words.strip(DASHES).casefold()
            if len(words) - len(inner) >= _FEWEST and inner.startswith(FORWARD_ENDS):
                return place + 1
    return len(lines)


def _in_brackets(lines: Lines, start: int) -> int:
    """Behind ``<< … >>``, which AOL puts around a whole quotation."""
    first = next_full(lines, start)
    if first < len(lines) and lines[first].words.startswith(_OPENS):
        for place in range(first, len(lines)):
            if lines[place].words.endswith(_CLOSES):
                return place + 1
    return len(lines)
