"""Promises with a day, shared with the note that they stand in."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Computed, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, Key


class Commitment(Base):
    """One promise or request, as one approver published it; ``key`` is equal for all who did.

    ``their_domain`` is that of the other side, who are to do it or for whom it is.
    """

    __tablename__ = "commitment"
    id: Mapped[Key]
    interaction_id: Mapped[UUID] = mapped_column(ForeignKey("interaction.id"))
    key: Mapped[str]
    asked: Mapped[bool]
    ours: Mapped[bool]
    doer: Mapped[str]
    other: Mapped[str]
    their_domain: Mapped[str] = mapped_column(
        Computed("split_part(case when ours then other else doer end, '@', 2)", persisted=True)
    )
    words: Mapped[str]
    due_on: Mapped[date]
    done_at: Mapped[datetime | None]
    approver_id: Mapped[UUID]
    decision_id: Mapped[UUID]
