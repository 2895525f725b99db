"""From lines to segments: one walk down the lines that knows whose text it is in."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Final

from extract.facts import Segment, SegmentKind, Span
from extract.mail.marks import Mark
from extract.mail.quoting import boilerplate
from extract.mail.quoting.hints import QUOTED, Hints, hints_of
from extract.mail.quoting.lines import Line, Lines, lines_of, next_full
from extract.mail.quoting.openers import Opener, opener_at
from extract.mail.quoting.reach import reach_of
from extract.mail.quoting.separators import says_forwarded
from extract.mail.quoting.wraps import frames_quote, is_scissors, quoted_rests

_NEW: Final = "new"


def segments_of(text: str, marks: tuple[Mark, ...] = ()) -> tuple[Segment, ...]:
    """What each stretch of a message's text is. Joined in order the segments give the text back exactly.

    Args:
        text: lines separated by LF.
        marks: what the markup said, where the text was rendered from HTML.
    """
    lines = lines_of(text)
    hints = hints_of(lines, marks)
    lines = [_as_quoted(line) if hints.get(place) in QUOTED else line for place, line in enumerate(lines)]
    walk = _Walk(lines, hints)
    walk.through()
    _mark_notices(lines, walk.kinds)
    return _joined(lines, walk.kinds)


def _as_quoted(line: Line) -> Line:
    return replace(line, depth=line.depth or 1) if line.words else line


class _Walk:
    """The kinds found so far; None for blank lines, which belong to what stands above them."""

    def __init__(self, lines: Lines, hints: Hints) -> None:
        self.lines = lines
        self.hints = hints
        self.kinds: list[SegmentKind | None] = [None] * len(lines)
        self.rests = set() if hints else quoted_rests(lines)
        self.wrote = False
        self.forwards = False

    def through(self) -> None:
        place = next_full(self.lines, 0)
        while place < len(self.lines):
            opener = self._hinted(place) or opener_at(self.lines, place)
            if opener is not None:
                place = self._open(place, opener)
            else:
                self.kinds[place] = self._kind(place)
                self.wrote = self.wrote or self.kinds[place] == _NEW
                place += 1
            place = next_full(self.lines, place)

    def _hinted(self, place: int) -> Opener | None:
        """What the markup says introduces another's message here."""
        hint = self.hints.get(place)
        if hint == "attribution" and not self.lines[place].depth:
            end = place
            while self.hints.get(end) == hint:
                end += 1
            return Opener(end, "attribution")
        if hint == "divider":
            return opener_at(self.lines, place) or Opener(place, "divider")
        return None

    def _kind(self, place: int) -> SegmentKind:
        line = self.lines[place]
        hint = self.hints.get(place)
        if hint in QUOTED:
            self.forwards = self.forwards or hint == "forward" or says_forwarded(line.words)
            return "forwarded" if self.forwards else "quoted"
        self.forwards = False
        quoted = line.depth or place in self.rests or is_scissors(line.words) or frames_quote(self.lines, place)
        return "quoted" if quoted else _NEW

    def _open(self, place: int, opener: Opener) -> int:
        """Write down what an opener introduces; gives the place where the walk goes on."""
        forwards = opener.kind == "forward"
        end = reach_of(self.lines, opener, wrote=self.wrote)
        self._fill(place, opener.end, "forwarded" if forwards else "attribution")
        self._fill(opener.end, end, "forwarded" if forwards else "quoted")
        return end

    def _fill(self, start: int, end: int, kind: SegmentKind) -> None:
        for place in range(start, end):
            if self.lines[place].words or self.lines[place].depth:
                self.kinds[place] = kind


def _mark_notices(lines: Lines, kinds: list[SegmentKind | None]) -> None:
    """Take disclaimers and footers out of what was called new."""
    place = 0
    for new, stretch in groupby(list(kinds), key=lambda kind: kind in {_NEW, None}):
        end = place + len(list(stretch))
        for first, last, kind in boilerplate.notices_in(lines, place, end) if new else ():
            kinds[first:last] = [kind if lines[each].words else None for each in range(first, last)]
        place = end


def _joined(lines: Lines, kinds: list[SegmentKind | None]) -> tuple[Segment, ...]:
    """Neighbouring lines of one kind as one segment; blank lines go with what stands above, at the top below."""
    found: list[Segment] = []
    current: SegmentKind = next((kind for kind in kinds if kind), _NEW)
    start = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not None and kind != current:
            found.append(Segment(current, Span(start, line.start)))
            current, start = kind, line.start
    if lines:
        found.append(Segment(current, Span(start, lines[-1].end)))
    return tuple(found)
