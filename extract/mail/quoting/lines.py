"""A text cut into lines, each with its quote marks counted and taken off: the one pass that all else builds on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract import limits
from extract.expressions import expression
from extract.patterns.punctuation import QUOTE_MARKS

_MARK: Final = f"[{''.join(QUOTE_MARKS)}]"
_MARKS: Final = expression(rf"^[ \t\x{{a0}}]*((?:{_MARK}[ \t\x{{a0}}]{{0,2}}|[|:][ \t]?{_MARK}[ \t]?)+)")
_FIRST: Final = {*QUOTE_MARKS, "|", ":"}
_ENVELOPE: Final = ">From "
_MANY: Final = 3
_OTHERS: Final = {
    ":": _MANY,
    "}": _MANY,
    "]": _MANY,
    "|": 5,
}  # how many lines make these a quote mark; | draws boxes too
_INITIALS: Final = expression(r"^[ \t]{0,8}([A-Za-z]{1,12}>)(?:[> ]|$)")
_UNDECODED: Final = ("=20", "=09")  # white space where quoted-printable was left undecoded
_LONGEST_NAME: Final = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        start, end: half-open character offsets; the line feed belongs to the line.
        depth: how many quote marks stand before it.
        words: what stands behind them, without space around it; empty on a blank line.
        indent: how many characters of space stand before the words of an unquoted line.
    """

    start: int
    end: int
    depth: int
    words: str
    indent: int = 0


Lines = Sequence[Line]


def lines_of(text: str) -> list[Line]:
    """The lines of a text in order; what lies beyond TEXT_LINES belongs to the last of them."""
    pieces = text.split("\n", limits.TEXT_LINES - 1)
    others = _other_marks(pieces)
    others |= _initials(pieces)
    lines: list[Line] = []
    start = 0
    for piece in pieces:
        end = min(start + len(piece) + 1, len(text))
        lines.append(_line(piece, start, end, others))
        start = end
    return [line for line in lines if line.start < line.end]


def _other_marks(pieces: list[str]) -> frozenset[str]:
    """Marks besides ``>`` that stand before so many lines that they quote; boxes are closed on the right."""
    counts = dict.fromkeys(_OTHERS, 0)
    for piece in pieces:
        mark = piece[:1]
        if mark in counts and piece[1:2] in {" ", ""} and not piece.rstrip().endswith(mark, 1):
            counts[mark] += 1
    return frozenset(mark for mark, count in counts.items() if count >= _OTHERS[mark])


def _initials(pieces: list[str]) -> frozenset[str]:
    """Names before ``>`` that stand before many lines: ``AL> quoted`` (Supercite and its kind)."""
    found = (_INITIALS.match(piece[:_LONGEST_NAME]) for piece in pieces if ">" in piece[:_LONGEST_NAME])
    counts = Counter(str(match.group(1)) for match in found if match)
    return frozenset(mark for mark, count in counts.items() if count >= _MANY)


def _line(piece: str, start: int, end: int, others: frozenset[str]) -> Line:
    for code in _UNDECODED if "=" in piece else ():
        piece = piece.replace(code, " ")
    words = piece.strip()
    mark = _mark_among(piece, others) if others else ""
    if mark:
        return Line(start, end, 1, piece.lstrip()[len(mark) :].strip(" \t>"))
    if words[:1] in _FIRST and not words.startswith(_ENVELOPE):
        marks = _MARKS.match(piece[: limits.QUOTE_MARKS])
        if marks is not None:
            run = str(marks.group(1))
            return Line(start, end, sum(run.count(mark) for mark in QUOTE_MARKS), piece[marks.end() :].strip())
    return Line(start, end, 0, words, len(piece) - len(piece.lstrip()))


def _mark_among(piece: str, others: frozenset[str]) -> str:
    if piece[:1] in others and piece[1:2] in {" ", ""}:
        return piece[:1]
    name = _INITIALS.match(piece[:_LONGEST_NAME])
    return str(name.group(1)) if name and str(name.group(1)) in others else ""


def next_full(lines: Lines, place: int) -> int:
    """The first line at or after a place that is not blank; the number of lines when there is none."""
    while place < len(lines) and not (lines[place].words or lines[place].depth):
        place += 1
    return place
