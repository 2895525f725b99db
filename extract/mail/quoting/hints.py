"""What the markup said about each line, where the text was rendered from HTML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from extract.mail.marks import Mark, MarkKind
from extract.mail.quoting.lines import Lines, next_full

Hints = dict[int, MarkKind]
QUOTED: Final = frozenset({"quote", "forward"})
_FIRST: Final[tuple[MarkKind, ...]] = ("divider", "attribution", "quote", "forward")  # later ones prevail


def hints_of(lines: Lines, marks: tuple[Mark, ...]) -> Hints:
    """For each line within a mark, the mark that says most about it; a divider marks its first full line alone."""
    starts = [line.start for line in lines]
    hints: Hints = {}
    for kind in _FIRST:
        for mark in marks:
            if mark.kind == kind:
                first = max(0, bisect_right(starts, mark.span.start) - 1)
                end = bisect_left(starts, mark.span.end)
                if kind == "divider":
                    first = next_full(lines, first)
                    end = first + 1
                hints.update(dict.fromkeys(range(first, end), kind))
    return hints
