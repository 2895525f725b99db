"""A link to one provider's account: the owner's consent, the sealed credential, the collections read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import REAL, FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime, Json, Key


class Consent(Base):
    """The rep's own yes: who, when, to which version of which text."""

    __tablename__ = "consent"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    text_version: Mapped[str]
    text: Mapped[str]
    given_at: Mapped[datetime]


class Connection(Base):
    """One link to one provider's account, owned by one user.

    ``fence`` counts the passes that began: only the latest may write. Mail from before ``history_before`` is history.
    """

    __tablename__ = "connection"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    consent_id: Mapped[UUID]
    provider: Mapped[str]
    label: Mapped[str]
    settings: Mapped[Json]
    created_at: Mapped[DefaultTime]
    fence: Mapped[int] = mapped_column(server_default=FetchedValue())
    history_before: Mapped[datetime | None]
    items_per_second: Mapped[float | None] = mapped_column(REAL)
    disconnected_at: Mapped[datetime | None]


class Credential(Base):
    """What a connection signs in with, sealed to its row."""

    __tablename__ = "credential"
    connection_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    sealed: Mapped[bytes]


class Collection(Base):
    """A mailbox folder or a calendar, and how far it has been read.

    ``history_left`` items of its first listing are still to come. At ``compared_at`` its source had ``there`` items
    that are wanted and ``older`` that are not, ``here`` were accounted for, and ``missing`` were wanted and not here.
    """

    __tablename__ = "collection"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    connection_id: Mapped[UUID]
    remote_name: Mapped[str]
    kind: Mapped[str]
    special_use: Mapped[str | None]
    cursor: Mapped[str | None]
    name: Mapped[str] = mapped_column(server_default=FetchedValue())
    history_left: Mapped[int] = mapped_column(server_default=FetchedValue())
    there: Mapped[int | None]
    here: Mapped[int | None]
    older: Mapped[int | None]
    missing: Mapped[int | None]
    compared_at: Mapped[datetime | None]
