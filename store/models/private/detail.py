"""What mails say of their authors, and the keys under which suggested people are found."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Json, Key


class DetailRow(Base):
    """One field of whoever wrote a mail, as the mail says it."""

    __tablename__ = "detail"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    message_id: Mapped[UUID]
    address: Mapped[str]
    field: Mapped[str]
    value: Mapped[str]
    said_at: Mapped[datetime]
    verified: Mapped[bool]
    evidence: Mapped[Json]


class SuggestionKey(Base):
    """A key under which the person of a suggestion may meet another description of themselves."""

    __tablename__ = "suggestion_key"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    suggestion_id: Mapped[UUID] = mapped_column(primary_key=True)
