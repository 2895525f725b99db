"""The page of a goal: its weeks beside its path, where it may end, its markers with what was said, and what counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from api.web.curves import Curve
from api.web.goal_curves import curve
from api.web.goals import STANDINGS, TOLD_BEFORE, explained, size, state_of
from i18n.formats import number
from i18n.phrases import counted, day
from i18n.texts import NN_, _
from store.judgement.goals import forecast, progress
from store.judgement.goals.catalogue import BY_NAME, Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.terms import Terms
from store.judgement.trends.expected import Range
from store.people import SignedIn
from store.queries import goal_rows
from store.queries.goals import Review, Seat

Which = Literal["hits", "all"]
OPENED = {
    "two_way": NN_("{n} company", "{n} companies"), "second_contact": NN_("{n} company", "{n} companies"),
    "roles_met": NN_("{n} role", "{n} roles"), "promises_kept": NN_("{n} promise kept", "{n} promises kept"),
    "reply_within": NN_("{n} answer in time", "{n} answers in time"),
    "new_customers": NN_("{n} customer", "{n} customers"), "customers_kept": NN_("{n} customer", "{n} customers"),
    "deals_won": NN_("{n} deal", "{n} deals"), "deals_sum": NN_("{n} deal", "{n} deals"),
}  # fmt: skip
ALL_OF = OPENED | {
    "promises_kept": NN_("{n} promise", "{n} promises"), "reply_within": NN_("{n} answer", "{n} answers"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One of the sentences at a marker, ``mine`` when the reader wrote it."""

    author: str
    words: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker, or the end.

    Attributes:
        wanted: how much by then; ``found`` what it was, empty while the day is to come.
        link: the rows that counted then.
        asks: whether it is time to look back.
    """

    day: date
    when: str
    wanted: str
    words: str
    found: str
    link: str
    asks: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A week of a goal in words; ``link`` opens what counted at its end."""

    week: str
    said: str
    planned: str
    link: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """The weeks of a goal as a drawing, with the finding as its title, and as a table."""

    title: str
    drawn: Curve
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that the page of a goal shows beside its card."""

    explained: str
    share: str
    ends: str
    chart: Drawn | None
    marks: tuple[Mark, ...]
    companies: tuple[tuple[UUID, str], ...]


def whole(session: Session, seat: Seat, me: SignedIn, today: date, said: Sequence[Review]) -> Whole:
    """Everything else that its page shows."""
    terms, state = seat.terms, state_of(seat, me, today)
    kind = BY_NAME[terms.measure].kind
    told = state in {"in force", "over"} and terms.begins_on <= today
    rows = goal_rows.counted(session, terms, today) if told else []
    reached = progress.standing(kind, terms, rows, today) == "reached"
    end = forecast.at_the_end(kind, terms, rows, today) if told else None
    chart = _chart(seat, rows, today, end) if told else None
    marks = [_mark(seat, rows if told else None, each, (today, me), said) for each in _marks(terms)]
    return Whole(
        explained(terms), _share(kind, rows, today), _ends(terms, end, today) if told and not reached else "", chart,
        tuple(marks),
        tuple(seat.companies.items()),
    )  # fmt: skip


def _share(kind: Kind, rows: Sequence[Counted], today: date) -> str:
    if kind != "share" or not rows:
        return ""
    hits = len(progress.counting(kind, rows, today))
    return _("{n} of {all}").format(n=number(hits), all=number(len(rows)))


def _ends(terms: Terms, end: Range | None, today: date) -> str:
    if today >= terms.ends_on:
        return ""
    if end is None:
        return _("Too few to say where it ends.")
    low, high = size(terms, end.low), size(terms, end.high)
    if low == high:
        return _("If it goes on like this, it ends at {n}, in four cases of five.").format(n=low)
    return _("If it goes on like this, it ends between {low} and {high}, in four cases of five.").format(
        low=low, high=high
    )


def _chart(seat: Seat, rows: Sequence[Counted], today: date, end: Range | None) -> Drawn:
    terms = seat.terms
    kind = BY_NAME[terms.measure].kind
    weeks = progress.weeks(kind, terms, rows, today)
    last = weeks[-1]
    finding = _("{standing}: {n}, and its path is at {planned}").format(
        standing=_(STANDINGS[progress.standing(kind, terms, rows, today)]), n=size(terms, last.number),
        planned=size(terms, round(last.planned, 1)),
    )  # fmt: skip
    told = tuple(
        Row(
            day(each.last, today),
            size(terms, each.number),
            size(terms, round(each.planned, 1)),
            rows_of(seat, each.last),
        )
        for each in reversed(weeks)
    )
    return Drawn(finding[:1].upper() + finding[1:], curve(kind, terms, weeks, end), told)


def rows_of(seat: Seat, until: date) -> str:
    """The page of what counted on a day."""
    return f"/goals/{seat.id}/rows?until={until}"


def _marks(terms: Terms) -> list[tuple[date, int, str]]:
    return [*((each.day, each.target, each.words) for each in terms.markers), (terms.ends_on, terms.target, "")]


def _mark(
    seat: Seat,
    rows: Sequence[Counted] | None,
    mark: tuple[date, int, str],
    reader: tuple[date, SignedIn],
    said: Sequence[Review],
) -> Mark:
    (at, target, told), (today, me), terms = mark, reader, seat.terms
    kind = BY_NAME[terms.measure].kind
    found = size(terms, progress.number(kind, rows, at)) if rows is not None and at <= today else ""
    here = tuple(Said(each.author, each.words, each.author_id == me.user_id) for each in said if each.day == at)
    return Mark(
        at, day(at, today), size(terms, target), told, found, rows_of(seat, at) if found else "",
        at <= today + TOLD_BEFORE and state_of(seat, me, today) in {"in force", "over"}, here,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """A row that counts: where it leads, since when it counts, the notes by which it does, and how much of a sum."""

    name: str
    link: str
    since: str
    notes: tuple[UUID, ...]
    hit: bool
    amount: str = ""


def opened(terms: Terms, rows: Sequence[Counted], today: date) -> list[Opened]:
    """Rows as their page lists them, the newest first."""
    return [
        Opened(
            each.name or _("somebody"),
            f"/{each.of}/{each.ref}",
            day(each.day, today),
            each.notes,
            each.hit,
            size(terms, each.amount) if _is_sum(terms) else "",
        )
        for each in reversed(rows)
    ]


def heading(terms: Terms, rows: Sequence[Counted], which: Which) -> str:
    """How many rows a page of them lists, and what they come to."""
    said = counted(*(OPENED if which == "hits" else ALL_OF)[terms.measure], len(rows))
    return f"{said} · {size(terms, sum(each.amount for each in rows))}" if _is_sum(terms) else said


def _is_sum(terms: Terms) -> bool:
    return BY_NAME[terms.measure].kind == "sum"
