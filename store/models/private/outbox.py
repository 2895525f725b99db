"""What is to be told to an owner by mail."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Outgoing(Base):
    """One notice; ``reference`` is the row that it tells of. A Message-ID is recorded before it may be on its way.

    ``day`` is the owner's day that a digest is of.
    """

    __tablename__ = "outbox"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    kind: Mapped[str]
    reference: Mapped[UUID]
    state: Mapped[str] = mapped_column(server_default=FetchedValue())
    attempts: Mapped[int] = mapped_column(server_default=FetchedValue())
    message_id: Mapped[str | None]
    put_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    day: Mapped[date | None]
