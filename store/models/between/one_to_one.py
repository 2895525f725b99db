"""The page of a 1:1: the two of it alone see it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class AgendaLine(Base):
    """Something that one of the two wants to speak of with the other, perhaps about a company."""

    __tablename__ = "agenda_line"
    id: Mapped[Key]
    author_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    words: Mapped[str]
    company_id: Mapped[UUID | None] = mapped_column(ForeignKey("company.id"))
    added_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
