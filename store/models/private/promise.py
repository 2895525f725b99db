"""What an owner said of promises, and which quiet relationships were brought up."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class PromiseWord(Base):
    """That a promise is done, on which other day it is due, or that a mail does not do it."""

    __tablename__ = "promise_word"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    done_at: Mapped[datetime | None]
    not_by: Mapped[UUID | None]
    due_on: Mapped[date | None]


class QuietContact(Base):
    """A relationship that went quiet, as it was brought up; ``dismissed``: never again."""

    __tablename__ = "quiet"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(primary_key=True)
    last_at: Mapped[datetime]
    every_days: Mapped[int]
    brought_up_on: Mapped[date]
    dismissed: Mapped[bool] = mapped_column(server_default=FetchedValue())
