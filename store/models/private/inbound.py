"""Items as received, and what is left of those that were dropped."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime, Key


class Inbound(Base):
    """One item's bytes at one place: waiting, read, or quarantined with a reason; ``gone`` from its source.

    ``likeness`` is by what it is recognised without its bytes. With ``full_size`` the payload is only the first part
    of so many bytes. ``is_history``: it had lain there when its connection was made.
    What was not handed over in time, ``tries`` times so far, is asked for again at ``next_try_at``.
    """

    __tablename__ = "inbound"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    collection_id: Mapped[UUID]
    remote_id: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str]
    payload: Mapped[bytes | None]
    labels: Mapped[list[str]]
    received_at: Mapped[datetime | None]
    state: Mapped[str]
    reason: Mapped[str | None]
    reader_version: Mapped[str | None]
    gone: Mapped[bool] = mapped_column(server_default=FetchedValue())
    kept_at: Mapped[DefaultTime]
    likeness: Mapped[str | None]
    full_size: Mapped[int | None] = mapped_column(BigInteger)
    is_history: Mapped[bool] = mapped_column(server_default=FetchedValue())
    tries: Mapped[int] = mapped_column(server_default=FetchedValue())
    next_try_at: Mapped[datetime | None]


class Dropped(Base):
    """An item known by pointer, keyed hash and reason alone."""

    __tablename__ = "dropped"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    collection_id: Mapped[UUID]
    remote_id: Mapped[str]
    keyed_hash: Mapped[bytes]
    reason: Mapped[str]
    dropped_at: Mapped[DefaultTime]
    gone: Mapped[bool] = mapped_column(server_default=FetchedValue())
