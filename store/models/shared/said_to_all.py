"""What a rep says to all: which line of theirs is not drawn, and whom they will meet."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class UnshownTie(Base):
    """One of us does not want their relationship with a contact to be shown."""

    __tablename__ = "unshown_tie"
    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(primary_key=True)


class UpcomingMeeting(Base):
    """A meeting that is to come, of somebody who says so beforehand: with which company and when."""

    __tablename__ = "upcoming_meeting"
    rep_id: Mapped[UUID] = mapped_column(primary_key=True)
    company_id: Mapped[UUID] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(primary_key=True)
