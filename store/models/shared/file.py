"""Files that notes name."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import Base


class NoteFile(Base):
    """The name of a file that came with a note, as one approver published it."""

    __tablename__ = "note_file"
    decision_id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    interaction_id: Mapped[UUID] = mapped_column(ForeignKey("interaction.id"))
    approver_id: Mapped[UUID]
