"""Published notes: the exchanges behind them and who took part."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime, Key


class Interaction(Base):
    """An approved contact between people: the mails of a thread and day, or a meeting."""

    __tablename__ = "interaction"
    id: Mapped[Key]
    kind: Mapped[str]
    day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    title: Mapped[str]
    published_at: Mapped[DefaultTime]


class InteractionSource(Base):
    """One exchange behind a note, as one approver published it; ``kind`` where it is not the note's."""

    __tablename__ = "interaction_source"
    id: Mapped[Key]
    interaction_id: Mapped[UUID] = mapped_column(ForeignKey("interaction.id"))
    exchange_key: Mapped[bytes]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
    happened_at: Mapped[datetime]
    direction: Mapped[str]
    kind: Mapped[str | None]


class InteractionParticipant(Base):
    """Somebody who took part in a note, as one approver's own mail shows it; ``starts_at`` is always the note's."""

    __tablename__ = "interaction_participant"
    id: Mapped[Key]
    interaction_id: Mapped[UUID] = mapped_column(ForeignKey("interaction.id"))
    address: Mapped[str]
    domain: Mapped[str]
    name: Mapped[str | None]
    ours: Mapped[bool]
    starts_at: Mapped[datetime]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
