"""What admins and metrics may know of a connection: no content."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class ConnectionState(Base):
    """How one connection is doing, in the words of docs/glossary.md.

    Attributes:
        every_seconds: how often it is looked at; None when it is not followed.
        worked_at: when a worker last gave a sign of life at it.
        failures: passes that failed in a row.
    """

    __tablename__ = "connection_state"
    connection_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    provider: Mapped[str]
    state: Mapped[str]
    reason_code: Mapped[str] = mapped_column(server_default=FetchedValue())
    history_percent: Mapped[int] = mapped_column(server_default=FetchedValue())
    stored: Mapped[int] = mapped_column(server_default=FetchedValue())
    quarantined: Mapped[int] = mapped_column(server_default=FetchedValue())
    dropped: Mapped[int] = mapped_column(server_default=FetchedValue())
    difference: Mapped[int] = mapped_column(server_default=FetchedValue())
    last_success_at: Mapped[datetime | None]
    next_try_at: Mapped[datetime | None]
    history_seconds: Mapped[int | None]
    every_seconds: Mapped[int | None]
    worked_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    failures: Mapped[int] = mapped_column(server_default=FetchedValue())
