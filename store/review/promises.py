"""What becomes of promises: shared with their note by its decision, done or moved by a word of their owner's.

Taking the decision back takes its commitments along. A word is kept apart, so that it holds when the note is shared
again, and goes into the shared row of whoever gave it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from store.errors import NotFound
from store.judgement.promises import Promise
from store.models.private.promise import PromiseWord
from store.models.private.suggestion import Suggestion
from store.models.shared.commitment import Commitment
from store.review.word import Word


def publish(session: Session, word: Word, note_id: UUID, promises: Sequence[Promise]) -> None:
    """Share the promises of a note."""
    keys = [promise.key for promise in promises]
    said = select(PromiseWord).where(PromiseWord.owner_id == word.approver_id, PromiseWord.key.in_(keys))
    words = {row.key: row for row in session.scalars(said)} if keys else {}
    rows = [
        {
            "interaction_id": note_id,
            "key": promise.key,
            "asked": promise.asked,
            "ours": promise.ours,
            "doer": promise.doer,
            "other": promise.other,
            "words": promise.words,
            "due_on": (words[promise.key].due_on if promise.key in words else None) or promise.due_on,
            "done_at": words[promise.key].done_at if promise.key in words else None,
            "approver_id": word.approver_id,
            "decision_id": word.decision_id,
        }
        for promise in promises
    ]
    if rows:
        session.execute(insert(Commitment), rows)


def say_done(session: Session, owner_id: UUID, key: str, done_at: datetime | None) -> None:
    """Say that a promise of an owner's notes is done, or with None that it is not.

    Raises:
        NotFound: no settled note of theirs has it.
    """
    _refuse_unknown(session, owner_id, key)
    _keep(session, owner_id, key, {"done_at": done_at})
    mine = Commitment.approver_id == owner_id, Commitment.key == key
    session.execute(update(Commitment).where(*mine).values(done_at=done_at))


def say_due(session: Session, owner_id: UUID, key: str, due_on: date) -> None:
    """Say that a promise of an owner's notes is due on another day. Raises as ``say_done``."""
    _refuse_unknown(session, owner_id, key)
    _keep(session, owner_id, key, {"due_on": due_on})
    mine = Commitment.approver_id == owner_id, Commitment.key == key
    session.execute(update(Commitment).where(*mine).values(due_on=due_on))


def say_not_by(session: Session, owner_id: UUID, key: str, message_id: UUID) -> None:
    """Say that a mail does not do what was promised: it is not suggested again. Raises as ``say_done``."""
    _refuse_unknown(session, owner_id, key)
    _keep(session, owner_id, key, {"not_by": message_id})


def _keep(session: Session, owner_id: UUID, key: str, values: dict[str, object]) -> None:
    row = upsert(PromiseWord).values(owner_id=owner_id, key=key, **values)
    session.execute(row.on_conflict_do_update(index_elements=["owner_id", "key"], set_=values))


def _refuse_unknown(session: Session, owner_id: UUID, key: str) -> None:
    shared = select(Commitment.id).where(Commitment.approver_id == owner_id, Commitment.key == key)
    settled = Suggestion.state.in_(("approved", "published", "private"))
    own = select(Suggestion.id).where(
        Suggestion.owner_id == owner_id, settled, Suggestion.fields.contains({"promises": [{"key": key}]})
    )
    if session.scalar(shared.limit(1)) is None and session.scalar(own.limit(1)) is None:
        raise NotFound("There is no such promise.")
