"""A link to one provider's account: the owner's consent, the sealed credential, the collections read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

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
    """One link to one provider's account, owned by one user."""

    __tablename__ = "connection"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    consent_id: Mapped[UUID]
    provider: Mapped[str]
    label: Mapped[str]
    settings: Mapped[Json]
    created_at: Mapped[DefaultTime]


class Credential(Base):
    """What a connection signs in with, sealed to its row."""

    __tablename__ = "credential"
    connection_id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    sealed: Mapped[bytes]


class Collection(Base):
    """A mailbox folder or a calendar, and how far it has been read."""

    __tablename__ = "collection"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    connection_id: Mapped[UUID]
    remote_name: Mapped[str]
    kind: Mapped[str]
    special_use: Mapped[str | None]
    cursor: Mapped[str | None]
