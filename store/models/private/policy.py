"""Standing rules of one rep, the journal of what was done to them, and which were offered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Policy(Base):
    """A standing rule. It is never removed, because decisions name it: deleted is a state.

    ``since`` is when it last came into force: what contradicted it before does not count.
    """

    __tablename__ = "policy"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    kind: Mapped[str]
    subject: Mapped[str]
    value: Mapped[str]
    says: Mapped[str]
    kinds: Mapped[list[str]]
    label: Mapped[str]
    state: Mapped[str]
    made_at: Mapped[datetime]
    since: Mapped[datetime]


class PolicyChange(Base):
    """One entry of the append-only journal of rules; ``undoes`` names the entry that it takes back."""

    __tablename__ = "policy_change"
    id: Mapped[Key]
    owner_id: Mapped[UUID]
    op_id: Mapped[UUID]
    policy_id: Mapped[UUID]
    verb: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]
    undoes: Mapped[UUID | None]
    changed_at: Mapped[datetime]


class PolicyOffer(Base):
    """When a rule was last offered and not taken: it is not offered again soon."""

    __tablename__ = "policy_offer"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    offer: Mapped[str] = mapped_column(primary_key=True)
    offered_at: Mapped[datetime]


class Redone(Base):
    """An operation that did again what an undo had taken back."""

    __tablename__ = "redone"
    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    op_id: Mapped[UUID] = mapped_column(primary_key=True)
    undo_op_id: Mapped[UUID]
