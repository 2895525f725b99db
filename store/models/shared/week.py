"""Sums of shared notes by week, and what is to be counted anew. store/weeks writes them, nothing else does."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ARRAY, REAL, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class CompanyWeek(Base):
    """What one company exchanged with us in a week, in notes; a note with several companies counts for each."""

    __tablename__ = "company_week"
    company_id: Mapped[UUID] = mapped_column(primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    notes: Mapped[int]
    from_them: Mapped[int]
    from_us: Mapped[int]
    meetings: Mapped[int]
    our_hours: Mapped[list[float]] = mapped_column(ARRAY(REAL))
    their_hours: Mapped[list[float]] = mapped_column(ARRAY(REAL))


class CompanyTurn(Base):
    """What turned with a company in a week; ``contact_id`` of a person met, or known by a second one of us.

    Attributes:
        until: the week from which a change or silence is no news any more; None while it is.
        notes: of a silence, the notes of the year before it.
    """

    __tablename__ = "company_turn"
    company_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    contact_id: Mapped[UUID | None] = mapped_column(primary_key=True)
    level_before: Mapped[float | None] = mapped_column(REAL)
    level_after: Mapped[float | None] = mapped_column(REAL)
    until: Mapped[date | None]
    notes: Mapped[int | None]


class MarketWeek(Base):
    """The same of a week of all companies (kind and market ``''``), or of those of a market (store.queries.markets).

    Attributes:
        people: those of us whose word the notes are.
        companies: with an exchange both ways, or a meeting.
        last_both: companies that last had an exchange both ways, or a meeting, in this week.
        due: promises with a day in the week, ``kept`` those of them that are done.
        our_hours: the median of how long our answers took, ``their_hours`` of theirs.
    """

    __tablename__ = "market_week"
    kind: Mapped[str] = mapped_column(primary_key=True)
    market: Mapped[str] = mapped_column(primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    notes: Mapped[int]
    from_them: Mapped[int]
    from_us: Mapped[int]
    meetings: Mapped[int]
    people: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    companies: Mapped[int]
    met: Mapped[int]
    won: Mapped[int]
    quiet: Mapped[int]
    returned: Mapped[int]
    second: Mapped[int]
    due: Mapped[int]
    kept: Mapped[int]
    our_hours: Mapped[float | None] = mapped_column(REAL)
    their_hours: Mapped[float | None] = mapped_column(REAL)
    last_both: Mapped[int]


class CompanyTeam(Base):
    """The team of ours that has most notes with a company. store/teams writes it."""

    __tablename__ = "company_team"
    company_id: Mapped[UUID] = mapped_column(primary_key=True)
    team: Mapped[str]
