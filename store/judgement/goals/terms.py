"""The terms of a goal, and what is wrong with terms that nobody can agree to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal
from uuid import UUID

from store.judgement.goals.catalogue import BY_NAME, HUNDRED, Measure

Problem = Literal["measure", "days", "companies", "hours", "currency", "target", "markers"]
LONGEST = timedelta(days=3 * 366)
MOST_COMPANIES, MOST_MARKERS = 100, 8


@dataclass(frozen=True, slots=True)
class Marker:
    """So much by a day; ``words`` say what good looks like there."""

    day: date
    target: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed to.

    Attributes:
        words: what the goal is called by whoever proposes it.
        hours: of answers, within how many.
        currency: of money, which.
    """

    measure: str
    target: int
    begins_on: date
    ends_on: date
    words: str = ""
    companies: tuple[UUID, ...] = ()
    markers: tuple[Marker, ...] = ()
    hours: int | None = None
    currency: str | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days at which somebody looks back: each marker's, and the last."""
        return (*(each.day for each in self.markers), self.ends_on)


def problem(terms: Terms) -> Problem | None:
    """What has to be said otherwise before anybody can agree; None when nothing has."""
    measure = BY_NAME.get(terms.measure)
    if measure is None:
        return "measure"
    if not terms.begins_on < terms.ends_on <= terms.begins_on + LONGEST:
        return "days"
    return _lacking(measure, terms) or _reach(measure, terms)


def _lacking(measure: Measure, terms: Terms) -> Problem | None:
    if len(terms.companies) > MOST_COMPANIES or (measure.companies == "needed" and not terms.companies):
        return "companies"
    if measure.hours and not terms.hours:
        return "hours"
    return "currency" if measure.currency and not terms.currency else None


def _reach(measure: Measure, terms: Terms) -> Problem | None:
    most = _most(measure, terms)
    if terms.target < 1 or (most and terms.target > most):
        return "target"
    days = [terms.begins_on, *terms.days]
    follow = all(before < after for before, after in pairwise(days))
    right = all(each.target >= 1 and not (most and each.target > most) for each in terms.markers)
    return None if follow and right and len(terms.markers) <= MOST_MARKERS else "markers"


def _most(measure: Measure, terms: Terms) -> int | None:
    """The most that can be reached: all of the companies, or all of a hundred."""
    if measure.kind in {"list", "kept"}:
        return len(set(terms.companies))
    return HUNDRED if measure.kind == "share" else None
