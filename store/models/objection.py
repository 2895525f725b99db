"""Who must never be captured, known by a keyed hash alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base, DefaultTime


class Objection(Base):
    """An address of somebody who objected. Nothing here says whose it is to anybody without the key."""

    __tablename__ = "objection"
    keyed_hash: Mapped[bytes] = mapped_column(primary_key=True)
    objected_at: Mapped[DefaultTime]
    noted_by: Mapped[UUID | None]
