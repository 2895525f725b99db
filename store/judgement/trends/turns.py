"""What turned with one company: when it was won, went quiet, returned, and when its weeks came to another level.

A week without contact says nothing by itself. A company that was in touch regularly and then not for eight weeks has
gone quiet, with the week that follows them; the first contact after that is its return.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean
from typing import Literal

from store.judgement.trends import changes, steadiness
from store.judgement.trends.series import ENOUGH

Kind = Literal["won", "quiet", "returned", "changed", "both", "met", "second"]
WEEK = timedelta(days=7)
QUIET_AFTER = 8  # weeks
REGULAR, WITHIN = 4, 12  # weeks with contact of so many, for silence to mean something
LOOKED_AT = 104  # weeks, two years
YEAR = 52 * WEEK


@dataclass(frozen=True, slots=True)
class Contacts:
    """The notes of one company and week, which begins on Monday; those in which they wrote, we wrote, or met."""

    week: date
    notes: int
    from_them: int
    from_us: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What turned in a week; of a change, the notes a week before and after it.

    Attributes:
        until: the week from which a change is overtaken by the next one or by silence, and a silence is over.
        notes: of a silence, those of the year before it.
    """

    kind: Kind
    week: date
    before: float | None = None
    after: float | None = None
    until: date | None = None
    notes: int | None = None


def monday(day: date) -> date:
    """The day with which a day's week begins."""
    return day - timedelta(days=day.weekday())


def turns(weeks: Sequence[Contacts], this_week: date) -> list[Turn]:
    """Everything that turned with a company whose weeks with contact these are, oldest first.

    The silence after the last contact is told of beforehand: its week may be to come. ``this_week`` is not over, and
    is not looked at for changes.
    """
    silences, changed = list(_silences(weeks)), list(_changes(weeks, this_week))
    news = [each.week for each in (*silences, *changed) if each.kind != "returned"]
    overtaken = [
        replace(each, until=min((week for week in news if week > each.week), default=None)) for each in changed
    ]
    return [*_won(weeks), *_last_both(weeks), *silences, *overtaken]


def _won(weeks: Sequence[Contacts]) -> Iterator[Turn]:
    """The week by which both had written, or met."""
    theirs = ours = False
    for each in weeks:
        theirs, ours = theirs or each.from_them > 0, ours or each.from_us > 0
        if each.meetings or (theirs and ours):
            yield Turn("won", each.week)
            return


def _last_both(weeks: Sequence[Contacts]) -> Iterator[Turn]:
    """The last week since which both wrote, or met: whoever has it after some week was in touch since then."""
    theirs = max((each.week for each in weeks if each.from_them), default=None)
    ours = max((each.week for each in weeks if each.from_us), default=None)
    both = [min(theirs, ours)] if theirs and ours else []
    found = max([*both, *(each.week for each in weeks if each.meetings)], default=None)
    if found:
        yield Turn("both", found)


def _silences(contacts: Sequence[Contacts]) -> Iterator[Turn]:
    weeks = [each.week for each in contacts]
    for at, week in enumerate(weeks):
        following = weeks[at + 1] if at + 1 < len(weeks) else None
        said = week + (QUIET_AFTER + 1) * WEEK
        if (following is None or following >= said) and _is_regular(weeks[: at + 1]):
            notes = sum(each.notes for each in contacts[: at + 1] if each.week >= said - YEAR)
            yield Turn("quiet", said, until=following, notes=notes)
            if following is not None:
                yield Turn("returned", following)


def _is_regular(weeks: Sequence[date]) -> bool:
    return sum(week > weeks[-1] - WITHIN * WEEK for week in weeks) >= REGULAR


def _changes(weeks: Sequence[Contacts], this_week: date) -> Iterator[Turn]:
    """Lasting changes between the first contact and the last one in a week that is over."""
    notes = {each.week: each.notes for each in weeks if each.week < this_week}
    if sum(notes.values()) < ENOUGH:
        return
    last = max(notes)
    first = max(min(notes), last - LOOKED_AT * WEEK)
    counts = [float(notes.get(first + at * WEEK, 0)) for at in range((last - first) // WEEK + 1)]
    if len(counts) < ENOUGH:
        return
    calm = steadiness.without_freaks(counts)
    cuts = changes.cuts_of_counts(calm, steadiness.dispersion(calm))
    levels = [fmean(counts[begin:end]) for begin, end in pairwise([0, *cuts, len(counts)])]
    for cut, (before, after) in zip(cuts, pairwise(levels), strict=True):
        yield Turn("changed", first + cut * WEEK, round(before, 1), round(after, 1))
