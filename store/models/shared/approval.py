"""Why shared rows exist, and whose word each field is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped

from store.models.base import Base, DefaultTime, Key


class Approval(Base):
    """One decision that put a shared row there or confirmed it; the row goes with its last approval."""

    __tablename__ = "approval"
    id: Mapped[Key]
    entity: Mapped[str]
    row_id: Mapped[str]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
    approved_at: Mapped[DefaultTime]


class FieldValue(Base):
    """What one approver says of a field. The last word: typed before read, then the newest.

    ``read_from`` and ``read_on`` say where and when a value was written that its approver saw and confirmed.
    """

    __tablename__ = "field_value"
    id: Mapped[Key]
    entity: Mapped[str]
    row_id: Mapped[UUID]
    field: Mapped[str]
    value: Mapped[str]
    origin: Mapped[str]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
    said_at: Mapped[DefaultTime]
    read_from: Mapped[str | None]
    read_on: Mapped[date | None]
    message_id: Mapped[UUID | None]


class IdentityWord(Base):
    """What one approver says of two rows: that they are one, or that they are not. The newest word counts."""

    __tablename__ = "identity_word"
    id: Mapped[Key]
    entity: Mapped[str]
    one_id: Mapped[UUID]
    other_id: Mapped[UUID]
    same: Mapped[bool]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
    said_at: Mapped[DefaultTime]
