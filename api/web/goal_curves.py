"""A goal as drawings: its bar, and its weeks beside its path with where it may end. Geometry only, no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from api.web.curves import Curve, Frame, Tick, below, nice
from i18n.formats import level
from store.judgement.goals.catalogue import Kind
from store.judgement.goals.progress import Week, planned
from store.judgement.goals.terms import Terms
from store.judgement.trends.expected import Range

PIECES = 12  # above so many a bar is in one piece
BETWEEN = 1.4  # percent of the bar


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar, in percent of its width, and how much of it is filled."""

    x: str
    width: str
    filled: str


def bar(number: int, target: int) -> tuple[Piece, ...]:
    """A bar with a piece for each that is wanted, or in one piece where these are many."""
    pieces = target if target <= PIECES else 1
    width = (100 - BETWEEN * (pieces - 1)) / pieces
    full = number if pieces > 1 or target == 1 else number / target
    return tuple(
        Piece(f"{at * (width + BETWEEN):.2f}%", f"{width:.2f}%", f"{width * min(1, max(0, full - at)):.2f}%")
        for at in range(pieces)
    )


def curve(kind: Kind, terms: Terms, weeks: Sequence[Week], end: Range | None) -> Curve:
    """The weeks of a goal and its path from the beginning to the end; where it may end as a fan from today."""
    length = (terms.ends_on - terms.begins_on).days
    known = [each.number for each in weeks if each.number is not None]
    top = max([terms.target, *known, *([end.high] if end else []), 1])
    frame = Frame(length + 1, nice(top))
    days = [terms.begins_on + timedelta(days=at) for at in range(0, length + 1, 7)]
    corners = sorted({terms.begins_on, *terms.days, *(days if kind in {"share", "kept"} else ())})
    path = " ".join(frame.point(_at(terms, day), planned(kind, terms, day)) for day in corners)
    return Curve(
        lines=(_strokes(frame, terms, weeks), (path,)),
        band=_fan(frame, terms, weeks, end),
        levels=(),
        changes=tuple(frame.x(_at(terms, each.day)) for each in terms.markers),
        across=tuple(Tick(frame.y(value), level(value), "end") for value in (0, frame.top / 2, frame.top)),
        below=tuple(below(frame, [terms.begins_on + timedelta(days=at) for at in range(length + 1)])),
    )


def _at(terms: Terms, day: date) -> int:
    return (day - terms.begins_on).days


def _strokes(frame: Frame, terms: Terms, weeks: Sequence[Week]) -> tuple[str, ...]:
    points = [frame.point(_at(terms, each.last), each.number) for each in weeks if each.number is not None]
    return (" ".join(points if len(points) > 1 else points * 2),) if points else ()


def _fan(frame: Frame, terms: Terms, weeks: Sequence[Week], end: Range | None) -> tuple[str, ...]:
    if end is None or weeks[-1].number is None:
        return ()
    begin, last = frame.point(_at(terms, weeks[-1].last), weeks[-1].number), _at(terms, terms.ends_on)
    return (" ".join((begin, frame.point(last, end.high), frame.point(last, end.low))),)
