"""Goals in words: what they measure, and where they stand between their people and against their path.

A number opens the rows that it counts. Nothing here tells one of us from another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from api.web.goal_curves import Piece, bar
from i18n.formats import level, number
from i18n.phrases import counted, day, on_day
from i18n.texts import N_, _
from store.judgement.goals import progress
from store.judgement.goals.catalogue import BY_NAME, Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.progress import Standing
from store.judgement.goals.terms import Terms
from store.people import SignedIn
from store.queries import goal_rows
from store.queries.goals import Review, Seat, goals

State = Literal["yours", "theirs", "in force", "paused", "over", "ended"]
TOLD_BEFORE = timedelta(days=7)  # a marker is told of so long before
NAMED = 3  # companies that are missing, by name
MEASURES = {
    "two_way": N_("Companies in touch both ways"),
    "second_contact": N_("Second contact found"),
    "roles_met": N_("Roles met"),
    "promises_kept": N_("Promises kept, of every hundred"),
    "reply_within": N_("Answers in time, of every hundred"),
    "new_customers": N_("New customers"),
    "customers_kept": N_("Customers kept"),
    "deals_won": N_("Deals won"),
    "deals_sum": N_("Sum of deals won"),
}
EXPLAINED = {
    "two_way": N_("Of the companies chosen, those with which both wrote, or met, since the goal began."),
    "second_contact": N_("Of the companies chosen, those at which a second contact was found since the goal began."),
    "roles_met": N_("Roles at the companies chosen whom one of us met since the goal began, each once."),
    "promises_kept": N_("Of the promises of ours whose day has come, those that somebody has said to be done."),
    "reply_within": N_("Of our answers to the companies chosen, those within {hours}."),
    "new_customers": N_("Companies that became customers since the goal began."),
    "customers_kept": N_("Of the companies chosen, those that are customers and have not become former ones."),
    "deals_won": N_("Deals that were won since the goal began."),
    "deals_sum": N_("What the deals come to that were won since the goal began, where an amount is known."),
}
STANDINGS: dict[Standing, str] = {
    "nothing": N_("nothing yet"), "reached": N_("reached"), "ahead": N_("ahead of its path"),
    "on": N_("on its path"), "behind": N_("behind its path"),
}  # fmt: skip
TONES: dict[Standing, str] = {"reached": "ok", "ahead": "ok", "on": "ok", "behind": "amb"}
STATES: dict[State, str] = {
    "yours": N_("waits for your word"), "theirs": N_("waits for {who}"), "in force": "", "paused": N_("paused"),
    "over": N_("over"), "ended": N_("ended"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """A goal in short: for lists and the pages of companies."""

    id: UUID
    title: str
    measure: str
    who: str
    until: str
    state: State
    stands: str
    number: str
    standing: str
    tone: str
    bar: tuple[Piece, ...]
    missing: str
    marker: str

    @property
    def link(self) -> str:
        """Its page."""
        return f"/goals/{self.id}"


def state_of(seat: Seat, me: SignedIn, today: date) -> State:
    """How a goal stands between its people."""
    if seat.ended_at:
        return "ended"
    if not all(each.agreed for each in seat.people):
        return "theirs" if any(each.id == me.user_id and each.agreed for each in seat.people) else "yours"
    if seat.paused_at:
        return "paused"
    return "over" if today > seat.terms.ends_on else "in force"


def title_of(terms: Terms) -> str:
    """What it is called: in the words of whoever proposed it, or by what it measures."""
    return terms.words or _(MEASURES[terms.measure])


def explained(terms: Terms) -> str:
    """What counts, in a sentence."""
    hours = counted("{n} hour", "{n} hours", terms.hours or 0)
    return _(EXPLAINED[terms.measure]).format(hours=hours)


def size(terms: Terms, value: float | None) -> str:
    """A number of a goal as it is said: ``3``, ``85 %``, ``12,000 EUR``."""
    if value is None:
        return _("none")
    if BY_NAME[terms.measure].kind == "share":
        return words.percent(round(value))
    said = level(value) if value != int(value) else number(int(value))
    return f"{said} {terms.currency}" if terms.currency else said


def card(session: Session, seat: Seat, me: SignedIn, today: date, said: Sequence[Review] = ()) -> Card:
    """A goal in short."""
    terms, state = seat.terms, state_of(seat, me, today)
    kind = BY_NAME[terms.measure].kind
    told = state in {"in force", "over"}
    rows = goal_rows.counted(session, terms, today) if told else []
    found, where = progress.number(kind, rows, today), progress.standing(kind, terms, rows, today)
    waiting = [each.name for each in seat.people if not each.agreed]
    return Card(
        seat.id, title_of(terms), _(MEASURES[terms.measure]), words.listed([each.name for each in seat.people]),
        _("until {day}").format(day=day(terms.ends_on, today)), state,
        _(STATES[state]).format(who=words.listed(waiting)),
        _("{n} of {target}").format(n=size(terms, found), target=size(terms, terms.target)) if told else "",
        _(STANDINGS[where]) if told else "", TONES.get(where, "") if told else "",
        bar(found or 0, terms.target) if told else (), _missing(seat, kind, rows) if told else "",
        _next(terms, today, said) if state == "in force" else "",
    )  # fmt: skip


def _missing(seat: Seat, kind: Kind, rows: Sequence[Counted]) -> str:
    """Which of the companies chosen do not count yet."""
    counting = {each.ref for each in rows}
    names = [name for each, name in seat.companies.items() if each not in counting]
    if kind != "list" or not names:
        return ""
    more = len(names) - NAMED
    said = _("Not yet: {names}, and {n} more.") if more > 0 else _("Not yet: {names}.")
    return said.format(names=", ".join(names[:NAMED]), n=number(more))


def _next(terms: Terms, today: date, said: Sequence[Review]) -> str:
    """The marker that is near, or was passed and nobody has looked back at."""
    looked = {each.day for each in said}
    due = [each for each in terms.days if each <= today + TOLD_BEFORE and each not in looked]
    if not due:
        return ""
    return _("Mile-marker {day}: what does good look like here?").format(day=on_day(due[-1], today))


GROUPS: tuple[tuple[str, frozenset[State]], ...] = (
    (N_("Waiting for your word"), frozenset({"yours"})),
    (N_("In force"), frozenset({"in force"})),
    (N_("Waiting for others"), frozenset({"theirs"})),
    (N_("Paused"), frozenset({"paused"})),
    (N_("Over"), frozenset({"over", "ended"})),
)


def grouped(cards: Sequence[Card]) -> dict[str, list[Card]]:
    """Goals by how they stand between their people."""
    found = {_(name): [each for each in cards if each.state in states] for name, states in GROUPS}
    return {name: listed for name, listed in found.items() if listed}


def about(session: Session, me: SignedIn, company_id: UUID, today: date) -> list[Card]:
    """The goals in force about a company on which the reader is named."""
    return [card(session, each, me, today) for each in goals(session, company_id=company_id) if each.is_in_force]


def sets_goals(me: SignedIn) -> bool:
    """Whether the reader is one of those who set goals and have a 1:1."""
    return not me.roles.isdisjoint({"rep", "manager"})
