"""The form that proposes a goal: what was entered, read as terms, and what has to be put right."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from api.web.goals import MEASURES
from i18n.texts import N_, _
from store.judgement.goals.catalogue import BY_NAME
from store.judgement.goals.terms import Marker, Problem, Terms, problem
from store.queries.directory import named

QUARTER = timedelta(weeks=13)
MARKERS = 3  # rows of the form
LONGEST = 200
NOBODY = N_("Choose with whom: a goal is set by a manager and a rep together.")
NO_DAY = N_("I cannot read “{text}” as a day.")
UNKNOWN = N_("I know no company “{text}”. Write it as it stands on its page.")
TWO_ALIKE = N_("There are several companies called “{text}”. Begin from the page of the right one.")

PROBLEMS: dict[Problem, str] = {
    "measure": N_("Choose what is to be measured."),
    "days": N_("It has to end after it begins, within three years."),
    "companies": N_("This measure is of companies that you choose, one hundred at most. Name one on each line."),
    "hours": N_("Say within how many hours."),
    "currency": N_("Say in which currency."),
    "target": N_("Choose a number that can be reached: no more than the companies chosen, or than a hundred."),
    "markers": N_("Markers follow one another between the first and the last day, each with a number."),
}


@dataclass(frozen=True, slots=True)
class MarkerEntered:
    """A row of the form."""

    day: str = ""
    target: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """The form as it was filled in."""

    people: tuple[str, ...] = ()
    words: str = ""
    measure: str = ""
    target: str = ""
    hours: str = ""
    currency: str = ""
    begins_on: str = ""
    ends_on: str = ""
    companies: str = ""
    company: str = ""
    markers: tuple[MarkerEntered, ...] = (MarkerEntered(),) * MARKERS


@dataclass(frozen=True, slots=True)
class Read:
    """What the form comes to; ``faults`` are sentences that say what to put right."""

    people: tuple[UUID, ...] = ()
    terms: Terms | None = None
    faults: tuple[str, ...] = field(default=())


def empty(today: date, company: str, company_id: str) -> Entered:
    """The form before anybody filled it in."""
    ends_on = (today + QUARTER).isoformat()
    return Entered(begins_on=today.isoformat(), ends_on=ends_on, companies=company, company=company_id, target="1")


def entered(values: Mapping[str, Sequence[str]]) -> Entered:
    """The form as a browser sent it."""

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "").strip()[: LONGEST if name != "companies" else LONGEST * 100]

    rows = zip(*(values.get(name, ()) for name in ("marker_day", "marker_target", "marker_words")), strict=False)
    markers = [MarkerEntered(*(each.strip()[:LONGEST] for each in row)) for row in rows][:MARKERS]
    named_ones = ("words", "measure", "target", "hours", "currency", "begins_on", "ends_on", "companies", "company")
    told = {name: one(name) for name in named_ones}
    return Entered(tuple(values.get("people", ())), **told, markers=(*markers, *(MarkerEntered(),) * MARKERS)[:MARKERS])


def read(session: Session, given: Entered, may_ask: Collection[UUID]) -> Read:
    """The form as terms, or what has to be put right."""
    faults: list[str] = []
    people = tuple(each for each in may_ask if str(each) in given.people)
    if not people:
        faults.append(_(NOBODY))
    companies = _companies(session, given, faults)
    begins_on, ends_on = (_day(text, faults) for text in (given.begins_on, given.ends_on))
    markers = [(_day(each.day, faults), each) for each in given.markers if each.day or each.target or each.words]
    if faults or begins_on is None or ends_on is None:
        return Read(faults=tuple(faults))
    measure = BY_NAME.get(given.measure)
    terms = Terms(
        given.measure, _number(given.target), begins_on, ends_on, given.words, companies,
        tuple(Marker(day, _number(each.target), each.words) for day, each in markers if day),
        _number(given.hours) or None if measure and measure.hours else None,
        given.currency.upper()[:3] or None if measure and measure.currency else None,
    )  # fmt: skip
    wrong = problem(terms)
    return Read(people, terms, (_(PROBLEMS[wrong]),) if wrong else ())


def _companies(session: Session, given: Entered, faults: list[str]) -> tuple[UUID, ...]:
    """The companies that are named, one on each line; the one whose page the form came from is known by its id."""
    names = list(dict.fromkeys(line.strip() for line in given.companies.splitlines() if line.strip()))
    known = named(session, names)
    found = []
    for name in names:
        ids = known.get(name, [])
        chosen = [each for each in ids if str(each) == given.company] or ids
        if len(chosen) != 1:
            faults.append(_(TWO_ALIKE if chosen else UNKNOWN).format(text=name))
        found.extend(chosen[:1])
    return tuple(found)


def _day(text: str, faults: list[str]) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        faults.append(_(NO_DAY).format(text=text))
        return None


def _number(text: str) -> int:
    """A whole number as people write it; nothing that is none is 0, which no terms allow."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    return int(digits[:15] or 0)


def measures() -> dict[str, str]:
    """What can be measured, by its name."""
    return {name: _(said) for name, said in MEASURES.items()}
