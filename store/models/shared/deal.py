"""Deals: what a company asked for, was offered, and decided."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Deal(Base):
    """One deal; its columns say what the words on its fields say. ``amount`` is a number with its currency."""

    __tablename__ = "deal"
    id: Mapped[Key]
    company_id: Mapped[UUID] = mapped_column(ForeignKey("company.id"))
    name: Mapped[str]
    stage: Mapped[str]
    stage_since: Mapped[date | None]
    amount: Mapped[str | None]
    number: Mapped[Decimal | None] = mapped_column(server_default=FetchedValue())
    currency: Mapped[str | None] = mapped_column(server_default=FetchedValue())
    expected_on: Mapped[date | None]


class DealNote(Base):
    """A note that speaks of a deal, as one approver published it."""

    __tablename__ = "deal_note"
    deal_id: Mapped[UUID] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    interaction_id: Mapped[UUID] = mapped_column(ForeignKey("interaction.id"))
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID] = mapped_column(primary_key=True)
