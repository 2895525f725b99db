"""What a rep wants of Boswell."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from sqlalchemy import FetchedValue, SmallInteger, Time
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Json, Jsons


class Preference(Base):
    """One rep's; there is none while they want what everybody gets.

    ``digest_at`` is None for no digest; ``calendar`` is the version of its address that holds, if it is above 0.
    """

    __tablename__ = "preference"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    working_days: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger))
    absences: Mapped[Jsons]
    digest_at: Mapped[time | None] = mapped_column(Time)
    hold: Mapped[str]
    keys_on: Mapped[bool]
    tell_owners: Mapped[bool] = mapped_column(server_default=FetchedValue())
    keys: Mapped[Json]
    weekly: Mapped[bool] = mapped_column(server_default=FetchedValue())
    calendar: Mapped[int] = mapped_column(server_default=FetchedValue())
    practised: Mapped[bool] = mapped_column(server_default=FetchedValue())
