"""When somebody last looked at a page."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Visit(Base):
    """The last look at a page and, with ``before_at``, the one of an earlier hour; its viewer's alone."""

    __tablename__ = "visit"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(primary_key=True)
    looked_at: Mapped[datetime]
    before_at: Mapped[datetime | None]
