"""What is left of what a provider lets us ask, for all workers together: neither names nor owners."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class Allowance(Base):
    """Of an account, or of the whole company, under a keyed hash: ``units`` were left at that moment."""

    __tablename__ = "allowance"
    key: Mapped[bytes] = mapped_column(primary_key=True)
    units: Mapped[float]
    counted_at: Mapped[datetime]
