"""Who saw what."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from store.models.base import Base, DefaultTime, Key


class Viewing(Base):
    """Somebody read a row that ``owner_id`` approved; once an hour for each page."""

    __tablename__ = "viewing"
    id: Mapped[Key]
    viewer_id: Mapped[UUID]
    owner_id: Mapped[UUID]
    entity: Mapped[str]
    row_id: Mapped[UUID]
    page: Mapped[str]
    viewed_at: Mapped[DefaultTime]
    hour: Mapped[datetime]
