"""One series of weeks, looked at: its level, the range that was to be expected in each week, and its changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from store.judgement.trends import changes, expected, steadiness
from store.judgement.trends.expected import Range

ENOUGH = 12  # weeks, and as many exchanges: below that there is too little to say
REMEMBERED = 26  # weeks that an expectation rests on
LEAST = 6  # weeks of a level before anything is expected of it
LOOKED_AT = 208  # weeks, four years
SHORTEST = 0.01  # of a duration: a logarithm needs more than nothing

RangeAt = Callable[[int, int], Range]


@dataclass(frozen=True, slots=True)
class Change:
    """From one level to another.

    Attributes:
        at: the place of the first week of the new level.
        before: the level until then, ``after`` since; in what the series counts, a week.
    """

    at: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Trend:
    """What a series says.

    Attributes:
        level: what a week brings now; None where there is too little to say.
        ranges: what each week was to be expected to bring; None where nothing could be, or where the week is unknown.
        next: what the week to come is expected to bring.
        changes: when it changed, oldest first.
    """

    level: float | None
    ranges: tuple[Range | None, ...]
    next: Range | None
    changes: tuple[Change, ...]


def of_counts(weeks: Sequence[int | None]) -> Trend:
    """What counts a week say, oldest first; None for a week that is not like others, such as one of holidays."""
    known = _known(weeks)
    values = [float(value) for _, value in known]
    if len(values) < ENOUGH or sum(values) < ENOUGH:
        return _too_few(weeks)
    calm = steadiness.without_freaks(values)
    cuts = changes.cuts_of_counts(calm, steadiness.dispersion(calm))

    def range_at(begin: int, end: int) -> Range:
        return expected.range_of_counts(calm[begin:end], steadiness.dispersion(calm[:end]))

    return _trend(len(weeks), known, cuts, range_at)


def of_hours(weeks: Sequence[float | None]) -> Trend:
    """What a median of durations a week says, in the same unit; None for a week without one."""
    known = _known(weeks)
    if len(known) < ENOUGH:
        return _too_few(weeks)
    logs = [math.log(max(value, SHORTEST)) for _, value in known]
    cuts = changes.cuts_of_logarithms(logs, steadiness.spread(logs))

    def range_at(begin: int, end: int) -> Range:
        found = expected.range_of_logarithms(logs[begin:end], steadiness.spread(logs[:end]))
        return Range(math.exp(found.low), math.exp(found.high))

    return _trend(len(weeks), known, cuts, range_at)


def _known(weeks: Sequence[float | None]) -> list[tuple[int, float]]:
    first = max(0, len(weeks) - LOOKED_AT)
    return [(at, value) for at, value in enumerate(weeks) if value is not None and at >= first]


def _too_few(weeks: Sequence[float | None]) -> Trend:
    return Trend(None, (None,) * len(weeks), None, ())


def _trend(length: int, known: Sequence[tuple[int, float]], cuts: Sequence[int], range_at: RangeAt) -> Trend:
    ranges: list[Range | None] = [None] * length
    for end, (place, _) in enumerate(known):
        ranges[place] = _range(cuts, end, range_at)
    stretches = [known[begin:end] for begin, end in pairwise([0, *cuts, len(known)])]
    levels = [fmean(value for _, value in stretch) for stretch in stretches]
    found = [
        Change(stretch[0][0], before, after)
        for stretch, (before, after) in zip(stretches[1:], pairwise(levels), strict=True)
    ]
    return Trend(levels[-1], tuple(ranges), _range(cuts, len(known), range_at), tuple(found))


def _range(cuts: Sequence[int], end: int, range_at: RangeAt) -> Range | None:
    """What was expected after the weeks since the last change, where these are enough."""
    begin = max([end - REMEMBERED, 0, *(cut for cut in cuts if cut <= end)])
    return range_at(begin, end) if end - begin >= LEAST else None
