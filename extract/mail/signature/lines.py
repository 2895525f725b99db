"""A stretch of the author's text cut into lines, freed of the boxes and rules that people draw around their blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.facts import Span

# What is drawn, and blanks of every kind. A question mark repeated stands where a charset was lost.
DRAWN: Final = " \t\r\x0b\x0c\u00a0\u200b\ufeff|*~=_¦│║•·>"
_RULES: Final = frozenset("-_=*~#+—–─|.:/\\? \t\u00a0\r")
_SHORTEST_RULE: Final = 3
_DASHES: Final = frozenset({"--", "---", "- --", "—", "__", "-"})
_SEPARATOR: Final = "-- "
_PLACEHOLDERS: Final = (("<<", ">>"), ("[cid:", "]"), ("[image", "]"), ("[inline", "]"), ("[logo", "]"))
_APART: Final = str.maketrans(dict.fromkeys('/,;:|()[]<>"*“”„?!', " "))


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        start, end: half-open offsets into the text; the line feed belongs to the line.
        words: what stands on it without space and drawing around it; empty on a blank line.
        is_dashes: it is the separator that mail programs put before a signature (RFC 3676 section 4.3).
        is_rule: it is a line drawn with characters.
        is_separator: it is that separator with the blank behind it, which people hardly type.
    """

    start: int
    end: int
    words: str
    is_dashes: bool = False
    is_rule: bool = False
    is_separator: bool = False


def lines_of(text: str, stretch: Span) -> list[Line]:
    """The lines of a stretch, in order."""
    lines: list[Line] = []
    start = stretch.start
    for piece in text[stretch.start : stretch.end].split("\n"):
        end = min(start + len(piece) + 1, stretch.end)
        if end > start:
            lines.append(_line(piece, start, end))
        start = end
    return lines


def tokens(words: str) -> list[str]:
    """The words of a line in lower case, without punctuation around them; what a slash or comma parts is two."""
    return [bare for token in words.lower().translate(_APART).split() if (bare := token.strip(".'’-–&*"))]


def _line(piece: str, start: int, end: int) -> Line:
    bare = piece.strip()
    if bare in _DASHES:
        return Line(start, end, bare, is_dashes=True, is_separator=piece.rstrip("\r") == _SEPARATOR)
    if _RULES.issuperset(bare):
        is_rule = len(bare) >= _SHORTEST_RULE and "?" not in bare
        return Line(start, end, bare if is_rule else "", is_rule=is_rule)
    words = piece.replace("??", "  ").strip(DRAWN)
    if any(bare.startswith(opening) and bare.endswith(closing) for opening, closing in _PLACEHOLDERS):
        words = ""
    return Line(start, end, words)
