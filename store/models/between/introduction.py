"""A request for an introduction: the two who are named alone see it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Introduction(Base):
    """Somebody asks a colleague to introduce them; ``answer`` is yes or no, None while there is none."""

    __tablename__ = "introduction"
    id: Mapped[Key]
    asker_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    asked_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contact.id"))
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
