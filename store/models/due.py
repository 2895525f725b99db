"""What happens when: the only private rows that a worker may list across owners. They name no content."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Due(Base):
    """One thing to do for one owner at a time."""

    __tablename__ = "due"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
