"""Where a goal stands: its number on a day, week by week, and against the path that its markers draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from store.judgement.goals.catalogue import HUNDRED, Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.terms import Terms

Standing = Literal["nothing", "reached", "ahead", "on", "behind"]
WEEK = timedelta(days=7)
NEAR = 0.05  # of the target: so near is on the path, and one is always near


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a goal: how it stood at its end, or today, and where its path was to be; None where there is nothing.

    Attributes:
        last: the last day of the week that is told of.
    """

    last: date
    number: int | None
    planned: float


def counting(kind: Kind, rows: Sequence[Counted], day: date) -> list[Counted]:
    """The rows that the number on a day counts: of a share those that hit."""
    until = [each for each in rows if each.day <= day and (each.until is None or each.until > day)]
    return [each for each in until if each.hit] if kind == "share" else until


def number(kind: Kind, rows: Sequence[Counted], day: date) -> int | None:
    """The number on a day: rows, the sum of their amounts, or of a hundred; None of nothing."""
    found = counting(kind, rows, day)
    if kind == "sum":
        return sum(each.amount for each in found)
    if kind == "share":
        every = sum(each.day <= day for each in rows)
        return len(found) * HUNDRED // every if every else None
    return len(found)


def planned(kind: Kind, terms: Terms, day: date) -> float:
    """Where the path is on a day: straight from nothing through the markers; a share and what is kept only hold."""
    marks = [*((each.day, each.target) for each in terms.markers), (terms.ends_on, terms.target)]
    if kind in {"share", "kept"}:
        return float(next((target for at, target in marks if day <= at), terms.target))
    points = [(terms.begins_on, 0), *marks]
    for (begin, low), (end, high) in pairwise(points):
        if day <= end:
            return low + (high - low) * max(0, (day - begin).days) / (end - begin).days
    return float(terms.target)


def standing(kind: Kind, terms: Terms, rows: Sequence[Counted], day: date) -> Standing:
    """The word for it."""
    found, path = number(kind, rows, day), planned(kind, terms, day)
    if found is None:
        return "nothing"
    near = 1.0 if kind in {"share", "kept"} else max(1.0, NEAR * terms.target)
    if found >= terms.target and kind not in {"share", "kept"}:
        return "reached"
    if found <= path - near:
        return "behind"
    return "ahead" if found >= path + near else "on"


def weeks(kind: Kind, terms: Terms, rows: Sequence[Counted], today: date) -> list[Week]:
    """Every week from the beginning until today, or the end; the last one may not be over."""
    last = min(today, terms.ends_on)
    found = []
    begin = terms.begins_on
    while begin <= last:
        end = min(begin + WEEK - timedelta(days=1), last)
        found.append(Week(end, number(kind, rows, end), planned(kind, terms, end)))
        begin += WEEK
    return found


def missing(terms: Terms, rows: Sequence[Counted]) -> int:
    """How many of the companies chosen do not count."""
    return len(set(terms.companies) - {each.ref for each in rows})
