"""Suggestions, what supports them, and the journal of decisions about them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import FetchedValue
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime, Json, Key


class Suggestion(Base):
    """A proposed change, waiting or settled.

    ``version`` is a digest of what the owner sees. What comes for a key after it was approved is a further row with the
    next ``addition``, and ``adds_to`` the first. ``is_history``: kept private unasked, because it is from before or
    nobody touched it for long. ``policy_id`` names the rule that had it asked about or written so. ``affects``: how
    many people besides its owner it is about, while it is in doubt; the database counts them in the fields.
    """

    __tablename__ = "suggestion"
    __mapper_args__ = {"eager_defaults": False}  # noqa: RUF012 - rows go in together when nothing is asked back of each
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    kind: Mapped[str]
    key: Mapped[str]
    addition: Mapped[int]
    state: Mapped[str]
    pile: Mapped[str]
    doubt: Mapped[str | None]
    why: Mapped[str]
    fields: Mapped[Json]
    typed: Mapped[Json]
    version: Mapped[str]
    happened_at: Mapped[datetime]
    day: Mapped[date]
    adds_to: Mapped[UUID | None]
    policy_id: Mapped[UUID | None]
    wake_at: Mapped[datetime | None]
    share_at: Mapped[datetime | None]
    suggested_at: Mapped[DefaultTime]
    settled_at: Mapped[datetime | None]
    is_history: Mapped[bool] = mapped_column(server_default=FetchedValue())
    affects: Mapped[int] = mapped_column(server_default=FetchedValue(), server_onupdate=FetchedValue())


class EvidenceRow(Base):
    """The exact place that supports a suggestion's field."""

    __tablename__ = "evidence"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    suggestion_id: Mapped[UUID]
    field: Mapped[str]
    message_id: Mapped[UUID | None]
    meeting_id: Mapped[UUID | None]
    source: Mapped[str]
    span_start: Mapped[int]
    span_end: Mapped[int]
    quote: Mapped[str]


class SuggestionSource(Base):
    """An exchange that a suggested note is made of."""

    __tablename__ = "suggestion_source"
    owner_id: Mapped[UUID]
    suggestion_id: Mapped[UUID] = mapped_column(primary_key=True)
    exchange_key: Mapped[bytes] = mapped_column(primary_key=True)
    happened_at: Mapped[datetime]
    direction: Mapped[str]
    message_id: Mapped[UUID | None]
    meeting_id: Mapped[UUID | None]


class Decision(Base):
    """One entry of the append-only journal: what changed, on which version, and what was before.

    ``policy_id`` names the rule that decided; None when its owner did.
    """

    __tablename__ = "decision"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    op_id: Mapped[UUID]
    suggestion_id: Mapped[UUID]
    verb: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]
    version_seen: Mapped[str]
    version_after: Mapped[str]
    before: Mapped[Json]
    undoes: Mapped[UUID | None]
    policy_id: Mapped[UUID | None]
    decided_at: Mapped[datetime]
