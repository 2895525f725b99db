"""A signature block as people see it: columns side by side, each read from top to bottom, bit by bit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.handles import OTHER_LABELS
from extract.patterns.phone_labels import LABELS

_CELL_GAP: Final = expression(r"\s*[|¦│•·‖]+\s*|\t+\s*|[ \x{a0}]{3,}|\?{2,}[\s?]*| \*+ | // | ~ ")
_EDGES: Final = " \t\r\u00a0|¦│•·*~=_<>+\u200b\ufeff"
_RULES: Final = frozenset("-_=*~#+—–─|.:/\\? \t\u00a0\r")
_ALIGNED: Final = 3  # characters that columns set with blanks may be off; those with bars stand exactly
_DOTS: Final = frozenset("│•·‖*/~")
_INDENTED: Final = 16  # a line that begins so far in and meets the second column belongs to it
_LABELS: Final = frozenset(LABELS) | OTHER_LABELS
_LONGEST_LABEL: Final = 24

_Cell = tuple[int, int, str]  # start and end in the line, and the gap before it


@dataclass(frozen=True, slots=True)
class Piece:
    """One cell of the block.

    Attributes:
        span: where it stands in the text, without drawing and space around it.
        text: the words there.
        row, column: its line, counted from 0, and 0 or 1 for left and right.
    """

    span: Span
    text: str
    row: int
    column: int


def pieces_of(text: str, block: Span) -> tuple[Piece, ...]:
    """The cells of a block in reading order: the left column, then the right one."""
    rows = list(_rows(text, block))
    second = _second_column([[(start, gap) for start, _, gap in cells] for _, cells in rows])
    found: list[Piece] = []
    for row, (offset, cells) in enumerate(rows):
        for start, end, _ in cells:
            column = int(second is not None and start >= second - _ALIGNED)
            span = Span(offset + start, offset + end)
            found.append(Piece(span, text[span.start : span.end], row, column))
    return tuple(sorted(found, key=lambda piece: (piece.column, piece.row, piece.span.start)))


def _rows(text: str, block: Span) -> Iterator[tuple[int, list[_Cell]]]:
    """Each line's offset and its cells."""
    offset = block.start
    for line in text[block.start : block.end].split("\n"):
        if not _RULES.issuperset(line):
            yield offset, list(_joined(line, list(_cells(line))))
        offset += len(line) + 1


def _cells(line: str) -> Iterator[_Cell]:
    start, before = 0, ""
    for gap in [*_CELL_GAP.finditer(line), None]:
        end = gap.start() if gap else len(line)
        cell = line[start:end]
        bare = cell.strip(_EDGES) if not cell.strip().startswith("+") else cell.strip()
        if bare and not _RULES.issuperset(bare):
            first = start + cell.index(bare)
            yield first, first + len(bare), before
        if gap:
            start, before = gap.end(), gap.group()


def _joined(line: str, cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """A label and the value that stands a tab behind it are one cell."""
    waiting: _Cell | None = None
    for cell in cells:
        if waiting is None and _is_label(line[cell[0] : cell[1]]):
            waiting = cell
            continue
        first = waiting or cell
        waiting = None
        yield first[0], cell[1], first[2]
    if waiting is not None:
        yield waiting


def _is_label(cell: str) -> bool:
    bare = cell.lower().strip(" :.-#()")
    return len(cell) <= _LONGEST_LABEL and (
        bare in _LABELS or (cell.rstrip().endswith(":") and bare.split()[-1:] != [] and bare.split()[-1] in _LABELS)
    )


def _second_column(rows: Sequence[Sequence[tuple[int, str]]]) -> int | None:
    """Where a second column begins: at least two lines have a cell there."""
    seconds = [row[1] for row in rows if len(row) > 1 and _DOTS.isdisjoint(row[1][1])]
    alone = [row[0][0] for row in rows if len(row) == 1 and row[0][0] >= _INDENTED]
    for start, gap in seconds:
        off = 0 if "|" in gap else _ALIGNED
        if sum(abs(other - start) <= off for other in [*(second for second, _ in seconds), *alone]) > 1:
            return start
    return None
