"""Quoted lines whose mark was lost: what a client or an archive wrapped.

Wrapping a long quoted line leaves the rest of it below, without a mark. It is recognised by what wrapping means: the
quoted line above is so full that the first word of the rest did not fit, and it ends no sentence.
"""

from __future__ import annotations

from typing import Final

from extract.mail.quoting import traits
from extract.mail.quoting.lines import Line, Lines
from extract.patterns.punctuation import COLONS, SENTENCE_ENDS

_FULL: Final = 62  # narrower columns are not in use
_FULL_BETWEEN: Final = 54  # where a quoted line follows as well
_SHORTEST: Final = 36
_MOST: Final = 12
_ENDS: Final = (*SENTENCE_ENDS, *COLONS)
_SCISSORS: Final = ("8<", ">8", "%<", ">%", "✂", "✁")


def quoted_rests(lines: Lines) -> set[int]:
    """Which unmarked lines hold the rest of a quoted line above them."""
    found: set[int] = set()
    place = 1
    while place < len(lines):
        if lines[place].words and not lines[place].depth and lines[place - 1].depth:
            end = _rest(lines, place, wraps=bool(found))
            found.update(range(place, end))
            place = max(place, end)
        place += 1
    return found


def _rest(lines: Lines, start: int, *, wraps: bool) -> int:
    """The line behind the rest of the quoted line above ``start``; ``start`` itself where nothing was wrapped."""
    above, first = lines[start - 1], lines[start]
    if not _did_not_fit(above, first, _FULL_BETWEEN):
        return start
    end = start + 1
    while end < min(len(lines), start + _MOST) and _is_bare(lines[end]) and _did_not_fit(lines[end - 1], lines[end]):
        end += 1
    cut = not above.words.endswith(_ENDS)
    full = _did_not_fit(above, first)
    if end < len(lines) and lines[end].depth:
        return end if cut or (full and end == start + 1) else start
    stands_alone = end == len(lines) or not lines[end].words
    return end if full and cut and stands_alone and (wraps or first.words[:1].islower()) else start


def _is_bare(line: Line) -> bool:
    return bool(line.words) and not line.depth


def _did_not_fit(above: Line, below: Line, full: int = _FULL) -> bool:
    width = len(above.words) + 2 * above.depth
    return width >= _SHORTEST and width + 1 + len(below.words.split(maxsplit=1)[0]) >= full


def frames_quote(lines: Lines, place: int) -> bool:
    """Whether a rule stands right above a quotation, or alone right below one: people frame what they quote."""
    if not traits.is_rule(lines[place].words):
        return False
    above, below = lines[place - 1 : place], lines[place + 1 : place + 2]
    return bool(below and below[0].depth) or bool(above and above[0].depth and not (below and below[0].words))


def is_scissors(words: str) -> bool:
    """Whether a line shows scissors and a dotted line, as people cut quotations."""
    return any(mark in words for mark in _SCISSORS) and not any(letter.isalpha() for letter in words)
