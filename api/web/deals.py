"""Stages and deals in words: where a company and each deal stands, since when, and what may be edited of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from api.web import words
from api.web.days import Unread as NoDay
from api.web.days import read as read_days
from extract.amounts import amount_in
from i18n.formats import calendar_day, money
from i18n.texts import N_, _
from store import viewings
from store.judgement.course import DEAL_STAGES, STAGES
from store.judgement.drafts import Dealing, Fields, InteractionFields
from store.people import SignedIn
from store.queries import deals
from store.queries.deals import Told
from store.queries.stages import Standing
from store.viewings import Seen

COMPANY: Final[Mapping[str, str]] = {
    "prospect": N_("Prospect"), "talking": N_("Talking"), "customer": N_("Customer"),
    "former": N_("Former customer"),
}  # fmt: skip
DEAL: Final[Mapping[str, str]] = {
    "asked": N_("Asked for an offer"), "offered": N_("Offered"), "won": N_("Won"), "lost": N_("Lost"),
}  # fmt: skip
NOT_READ = N_("I cannot read “{text}” as an amount. Write it with its currency, like “42,000 EUR”.")


class Unread(Exception):  # noqa: N818 - reads as what happened
    """A text that is no amount. The sentence is for whoever typed it."""

    def __init__(self, text: str) -> None:
        super().__init__("no amount")
        self.sentence = _(NOT_READ).format(text=text)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field may have, in words."""

    value: str
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of what a note says of a deal, as a form has it: with choices, or to be typed.

    Attributes:
        name: of the input, with what it is read as before it.
    """

    name: str
    was: str
    label: str
    value: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A deal on a page."""

    id: UUID
    name: str
    company_id: UUID
    company: str
    stage: str
    since: str
    amount: str
    expected: str
    notes: int
    is_open: bool


def stage(value: str | None) -> str:
    """A company's stage in words; nothing for none."""
    return _(COMPANY[value]) if value else ""


def said(entity: str, field: str, value: str, today: date) -> str:
    """The value of a field that goes on, in words; any other as it is."""
    if field == "stage":
        table = COMPANY if entity == "company" else DEAL
        return _(table[value]) if value in table else value
    if entity == "deal" and field == "amount" and value:
        number, _space, currency = value.partition(" ")
        return amount(Decimal(number), currency)
    if entity == "deal" and field == "expected_on" and value:
        return calendar_day(date.fromisoformat(value), today)
    return value


def amount(number: Decimal | None, currency: str | None) -> str:
    """``€42,000.00``, without cents where there are none; nothing for no amount."""
    if number is None or currency is None:
        return ""
    return money(number, currency)


def recorded(dealing: Dealing, today: date) -> list[tuple[str, str]]:
    """What a note records of it, field by field."""
    rows = [
        ("stage", said("company", "stage", dealing.stage or "", today)),
        ("deal", said("deal", "stage", dealing.deal or "", today)),
        ("amount", said("deal", "amount", dealing.amount or "", today)),
        ("expected_on", said("deal", "expected_on", str(dealing.expected_on or ""), today)),
    ]
    return [(name, value) for name, value in rows if value]


def entries(fields: Fields, today: date) -> tuple[Entry, ...]:
    """What may be edited of a note that speaks of a deal; a blank leaves it out."""
    dealing = fields.dealing if isinstance(fields, InteractionFields) else None
    if dealing is None:
        return ()
    found = [
        Entry("field.stage", "stage", words.field("stage"), dealing.stage or "", choices(COMPANY, STAGES)),
        Entry("field.deal", "deal", words.field("deal"), dealing.deal or "", choices(DEAL, DEAL_STAGES)),
        Entry("field.amount", "amount", words.field("amount"), said("deal", "amount", dealing.amount or "", today)),
        Entry(
            "day.expected_on", "expected_on", words.field("expected_on"),
            said("deal", "expected_on", str(dealing.expected_on or ""), today),
        ),
    ]  # fmt: skip
    return tuple(found if dealing.speaks_of_a_deal else found[:1])


def choices(table: Mapping[str, str], values: Sequence[str]) -> tuple[Choice, ...]:
    """All of a table in its order, nothing first."""
    return (Choice("", _("leave it out")), *(Choice(value, _(table[value])) for value in values))


def read(fields: Mapping[str, str]) -> dict[str, str]:
    """What was typed, its amount as it is stored.

    Raises:
        Unread: it is no amount.
    """
    typed = fields.get("amount", "")
    return {**fields, "amount": as_stored(typed)} if typed else dict(fields)


def as_stored(typed: str) -> str:
    """A typed amount. Raises as ``read``."""
    found = amount_in(typed)
    if found is None:
        raise Unread(typed)
    return found


def standing(found: Standing | None, today: date) -> str:
    """``Customer since Thu 5 Mar``; nothing where nobody said."""
    if found is None or found.since is None:
        return ""
    return _("{stage} since {day}").format(stage=stage(found.stage), day=words.day(found.since, today))


def stages(entity: str) -> tuple[Choice, ...]:
    """The stages of a company or deal, in order."""
    return choices(COMPANY, STAGES)[1:] if entity == "company" else choices(DEAL, DEAL_STAGES)[1:]


def entered(field: str, typed: str, me: SignedIn, now: datetime) -> str:
    """What a rep enters for a field, as it is stored; a blank stays blank.

    Raises:
        Unread: it is no amount, or no day, where one has to be.
    """
    text = typed.strip()
    if field == "amount" and text:
        return as_stored(text)
    if field == "expected_on" and text:
        try:
            return read_days({field: text}, me.timezone, now)[field]
        except NoDay as error:
            raise Unread(text) from error
    return text


def line(deal: Told, today: date) -> Line:
    """A deal in words."""
    return Line(
        deal.id, deal.name or _("A deal"), deal.company_id, deal.company, _(DEAL[deal.stage]),
        _("since {day}").format(day=words.day(deal.since, today)) if deal.since else "",
        amount(deal.number, deal.currency),
        _("expected {day}").format(day=words.day(deal.expected_on, today)) if deal.expected_on else "",
        len(deal.notes), deal.stage in {"asked", "offered"},
    )  # fmt: skip


def of_company(session: Session, me: SignedIn, company_id: UUID, place: str, now: datetime) -> list[Line]:
    """The deals of a company; sending them is noted for those who approved them."""
    found = deals.of_company(session, company_id)
    viewings.note(session, me.user_id, place, (Seen("deal", deal.id, deal.approvers) for deal in found), now)
    return [line(deal, words.local_day(now, me.timezone)) for deal in found]
