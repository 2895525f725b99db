"""What the weeks of a market say, and the notes, companies and people behind each of its numbers.

Everything is read from sums by week (store/weeks), and of these only what a page shows: how many notes there are does
not matter. There is nothing of one person of ours in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args
from uuid import UUID

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, exists, func, or_, select, tuple_
from sqlalchemy.orm import Session

from store.judgement.trends.turns import WEEK, Kind
from store.models.shared.commitment import Commitment
from store.models.shared.contact import Company, Contact
from store.models.shared.interaction import Interaction, InteractionParticipant, InteractionSource
from store.models.shared.week import CompanyTurn, CompanyWeek, MarketWeek
from store.queries.directory import domains_of
from store.queries.markets import ALL, FLOOR, Market
from store.queries.notes import SHOWN, Position

Side = Literal["", "from_them", "from_us", "meetings"]
SIDES: tuple[Side, ...] = get_args(Side)
OF_COMPANIES: tuple[Kind, ...] = ("won", "both", "quiet", "returned", "changed")
OF_PEOPLE: tuple[Kind, ...] = ("met", "second")


@dataclass(frozen=True, slots=True)
class Weekly:
    """A week of a market: see ``MarketWeek``. ``people``: who of us had a part in it, ``FLOOR`` of them at most."""

    week: date
    notes: int = 0
    from_them: int = 0
    from_us: int = 0
    meetings: int = 0
    companies: int = 0
    met: int = 0
    won: int = 0
    quiet: int = 0
    returned: int = 0
    second: int = 0
    due: int = 0
    kept: int = 0
    last_both: int = 0
    our_hours: float | None = None
    their_hours: float | None = None
    people: frozenset[UUID] = frozenset()

    @property
    def open(self) -> int:
        """Promises of the week that nobody has said to be done."""
        return self.due - self.kept


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks from one to another, both included, of a market."""

    market: Market
    first: date
    last: date

    @property
    def end(self) -> date:
        """The day after the last week."""
        return self.last + WEEK


@dataclass(frozen=True, slots=True)
class Counted:
    """Which notes a number counts: of a market or a company, some weeks, those in which one side wrote, or meetings."""

    span: Span
    company_id: UUID | None = None
    side: Side = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody or a company with whom something turned in a week."""

    id: UUID
    name: str
    week: date
    before: float | None = None
    after: float | None = None


def weeks(session: Session, span: Span) -> list[Weekly]:
    """Every week of a span, oldest first; those without anything, too."""
    table, names = MarketWeek, [name for name in Weekly.__slots__ if name != "people"]
    asked = select(*(getattr(table, name) for name in names), table.people[1:FLOOR].label("people"))
    within = asked.where(_is_of(span.market), table.week >= span.first, table.week <= span.last)
    found = {
        row.week: Weekly(people=frozenset(row.people), **{name: getattr(row, name) for name in names})
        for row in session.execute(within)
    }
    every = (span.first + at * WEEK for at in range((span.last - span.first) // WEEK + 1))
    return [found.get(week) or Weekly(week) for week in every]


def known_by_two(session: Session, market: Market, last: date) -> int:
    """How many people whose role is known two or more of us have been in touch with."""
    asked = select(func.coalesce(func.sum(MarketWeek.second), 0))
    return session.execute(asked.where(_is_of(market), MarketWeek.week <= last)).scalar_one()


def note_ids(session: Session, counted: Counted, before: Position | None) -> tuple[UUID, ...]:
    """The newest of the notes that a number counts, as many as a page shows and one more."""
    asked = _notes(counted).with_only_columns(Interaction.id)
    if before:
        asked = asked.where(tuple_(Interaction.starts_at, Interaction.id) < (before.at, before.id))
    newest = asked.order_by(Interaction.starts_at.desc(), Interaction.id.desc())
    return tuple(session.scalars(newest.limit(SHOWN + 1)))


def note_count(session: Session, counted: Counted) -> int:
    """How many they are, counted from the notes."""
    return session.execute(_notes(counted).with_only_columns(func.count(), maintain_column_froms=True)).scalar_one()


def _notes(counted: Counted) -> Select[Interaction]:
    span, note, part = counted.span, Interaction, InteractionParticipant
    asked = select(note).where(note.day >= span.first, note.day < span.end, note.kind != "note")
    took_part = exists().where(part.interaction_id == note.id, ~part.ours)
    if counted.company_id:
        asked = asked.where(took_part.where(part.domain.in_(domains_of(counted.company_id))))
    if span.market != ALL:
        asked = asked.where(took_part.where(part.domain.in_(_members(span.market, "domain"))))
    if counted.side == "meetings":
        return asked.where(note.kind == "meeting")
    of_it = exists().where(InteractionSource.interaction_id == note.id)
    if counted.side:
        direction = InteractionSource.direction == ("in" if counted.side == "from_them" else "out")
        return asked.where(note.kind == "mail", of_it.where(direction))
    return asked.where(of_it)


def companies(session: Session, span: Span, kind: Kind) -> list[Turned]:
    """The companies of a market with whom something turned in a span, newest first."""
    table = CompanyTurn
    asked = select(Company.id, Company.name, table.week, table.level_before, table.level_after)
    turned = asked.join(table, table.company_id == Company.id).where(table.kind == kind, _within(span))
    newest = turned.order_by(table.week.desc(), func.folded(Company.name), Company.id)
    return [Turned(*row) for row in session.execute(newest)]


def people(session: Session, span: Span, kind: Kind) -> list[Turned]:
    """The people at companies of a market that were met in a span, or came to be known by two, newest first."""
    table = CompanyTurn
    asked = select(Contact.id, Contact.name, table.week).join(table, table.contact_id == Contact.id).distinct()
    newest = asked.where(table.kind == kind, _within(span)).order_by(table.week.desc(), Contact.name, Contact.id)
    return [Turned(*row) for row in session.execute(newest)]


def in_touch(session: Session, span: Span) -> list[Turned]:
    """The companies of a market that both wrote, or met, in one week of a span: one row for each of its weeks."""
    table = CompanyWeek
    both = or_(table.meetings > 0, and_(table.from_them > 0, table.from_us > 0))
    asked = select(Company.id, Company.name, table.week).join(table, table.company_id == Company.id)
    within = asked.where(
        both, table.week >= span.first, table.week <= span.last, _belongs(table.company_id, span.market)
    )
    return [Turned(*row) for row in session.execute(within.order_by(table.week.desc(), func.folded(Company.name)))]


def promises(session: Session, span: Span) -> list[Commitment]:
    """The promises with a day in a span, one for each whoever shared it, the first day first; done ones as they say."""
    table = Commitment
    asked = select(table).where(table.due_on >= span.first, table.due_on < span.end)
    if span.market != ALL:
        asked = asked.where(table.their_domain.in_(_members(span.market, "domain")))
    first = {
        row.key: row for row in session.scalars(asked.order_by(table.done_at.desc().nulls_first(), table.id.desc()))
    }
    return sorted(first.values(), key=lambda row: (row.due_on, row.key))


def _is_of(market: Market) -> ColumnElement[bool]:
    return and_(MarketWeek.kind == market.kind, MarketWeek.market == market.value)


def _within(span: Span) -> ColumnElement[bool]:
    table = CompanyTurn
    return and_(table.week >= span.first, table.week <= span.last, _belongs(table.company_id, span.market))


def _members(market: Market, column: str) -> Select[Any]:
    of = func.market_domains().table_valued("kind", "market", "domain", "company_id", name="of").c
    return select(of[column]).where(of.kind == market.kind, of.market == market.value)


def _belongs(company_id: SQLColumnExpression[UUID], market: Market) -> ColumnElement[bool]:
    """Whether a company is of the market: one of its domains is."""
    return company_id.is_not(None) if market == ALL else company_id.in_(_members(market, "company_id"))


def last_weeks(market: Market, this_week: date, number: int) -> Span:
    """So many weeks until now, the one that is not over among them."""
    return Span(market, this_week - (number - 1) * WEEK, this_week)
