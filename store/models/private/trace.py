"""Why something is not in the review, without a word of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from store.models.base import Base, Key


class Trace(Base):
    """One mail or meeting that was judged and is worth no note, and the reason; kept for some days."""

    __tablename__ = "trace"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    message_id: Mapped[UUID | None]
    meeting_id: Mapped[UUID | None]
    reason: Mapped[str]
    judged_at: Mapped[datetime]
