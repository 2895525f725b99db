"""Publishes the names of a note's files, those that its approver saw on it and no others."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from store.judgement.files import File
from store.models.shared.file import NoteFile
from store.review.word import Word
from store.rows import insert_rows


def publish(session: Session, word: Word, note_id: UUID, files: Sequence[File]) -> None:
    """Name them with the note."""
    by = {"interaction_id": note_id, "approver_id": word.approver_id, "decision_id": word.decision_id}
    insert_rows(session, NoteFile, [by | {"name": each.name} for each in files])
