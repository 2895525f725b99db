"""A series of weeks as a curve: lines, the range that was to be expected behind them, and where they changed.

Worked out here as numbers of a fixed drawing, so that the template only writes them down. What a colour says, a line's
form says too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from i18n.formats import level, month_of_year
from store.judgement.trends.series import Trend

WIDTH, HEIGHT = 440, 132
LEFT, RIGHT, TOP, BOTTOM = 34, 8, 10, 20  # room for words around the drawing
TICKS = 3  # words below
NICE = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A word beside the drawing, at a place along its edge."""

    at: float
    says: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Curve:
    """A drawing.

    Attributes:
        lines: points of each line, the first of which is the one that ranges and changes are of.
        band: the outlines of what was to be expected, each stretch of weeks a polygon.
        levels: from, to and height of each level between two changes.
        changes: where a level ends.
        across: heights with a word at the left, ``below`` words along the weeks.
    """

    lines: tuple[tuple[str, ...], ...]
    band: tuple[str, ...]
    levels: tuple[tuple[float, float, float], ...]
    changes: tuple[float, ...]
    across: tuple[Tick, ...]
    below: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where weeks, or days, and values lie in the drawing."""

    weeks: int
    top: float

    def x(self, at: float) -> float:
        """How far across a place of the series is."""
        return round(LEFT + (WIDTH - LEFT - RIGHT) * at / max(1, self.weeks - 1), 1)

    def y(self, value: float) -> float:
        """How far down a value is."""
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(value, self.top) / self.top, 1)

    def point(self, at: int, value: float) -> str:
        """Both, as a drawing writes them."""
        return f"{self.x(at)},{self.y(value)}"


def curve(weeks: Sequence[date], trend: Trend, *lines: Sequence[float | None]) -> Curve:
    """The drawing of at least one week; None in a line is a week that nothing is known of."""
    known = [value for line in lines for value in line if value is not None]
    frame = Frame(len(weeks), nice(max([*known, 0.1])))
    return Curve(
        lines=tuple(_strokes(frame, line) for line in lines),
        band=tuple(_band(frame, trend)),
        levels=tuple(_levels(frame, trend, lines[0])),
        changes=tuple(frame.x(change.at) for change in trend.changes),
        across=tuple(Tick(frame.y(value), level(value), "end") for value in (0, frame.top / 2, frame.top)),
        below=tuple(below(frame, weeks)),
    )


def nice(most: float) -> float:
    """The round number that the drawing goes up to."""
    ten = 1.0
    while ten * 10 < most:
        ten *= 10
    while ten > most:
        ten /= 10
    return next(step * ten for step in NICE if step * ten >= most)


def _strokes(frame: Frame, line: Sequence[float | None]) -> tuple[str, ...]:
    """The points of each stretch that is known."""
    strokes, stroke = list[str](), list[str]()
    for at, value in enumerate([*line, None]):
        if value is not None:
            stroke.append(frame.point(at, value))
        elif stroke:
            strokes.append(" ".join(stroke if len(stroke) > 1 else stroke * 2))
            stroke = []
    return tuple(strokes)


def _band(frame: Frame, trend: Trend) -> list[str]:
    found, upper, lower = list[str](), list[str](), list[str]()
    for at, expected in enumerate([*trend.ranges, None]):
        if expected is not None:
            upper.append(frame.point(at, expected.high))
            lower.append(frame.point(at, expected.low))
        elif upper:
            found.append(" ".join([*upper, *reversed(lower)]))
            upper, lower = [], []
    return found


def _levels(frame: Frame, trend: Trend, line: Sequence[float | None]) -> list[tuple[float, float, float]]:
    if not trend.changes or trend.level is None:
        return []
    heights = [*(change.before for change in trend.changes), trend.level]
    ends = pairwise([0, *(change.at for change in trend.changes), len(line) - 1])
    return [(frame.x(begin), frame.x(end), frame.y(height)) for (begin, end), height in zip(ends, heights, strict=True)]


def below(frame: Frame, weeks: Sequence[date]) -> list[Tick]:
    """The words along the days or weeks of a drawing."""
    last = len(weeks) - 1
    places = sorted({round(last * part / (TICKS - 1)) for part in range(TICKS)})
    anchors = {0: "start", last: "end"}
    return [Tick(frame.x(at), month_of_year(weeks[at]), anchors.get(at, "middle")) for at in places]
