"""Why shared rows exist, and whose word each field is."""

from __future__ import annotations

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
    """What one approver says of a field. The last word: typed before read, then the newest."""

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
