"""Word that a colleague had to do with a customer whose relationship is one's own."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class HeadsUp(Base):
    """Who had to do with whom, when and how; told on one day. ``key`` names what it was found from."""

    __tablename__ = "heads_up"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    colleague_id: Mapped[UUID]
    contact_id: Mapped[UUID | None]
    company_id: Mapped[UUID | None]
    kind: Mapped[str]
    at: Mapped[datetime]
    told_on: Mapped[date | None]
