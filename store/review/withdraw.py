"""Taking one's word for a shared note back, long after its hold: an undo of the decisions that hold it, and no others.

Other things that were approved with the same key stay. What the note was suggested from waits in its owner's review.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.models.shared.approval import Approval
from store.review.settle import Approver, Settled
from store.review.undo import undo_these


def withdraw(session: Session, approver: Approver, op_id: UUID, note_id: UUID, now: datetime) -> tuple[Settled, ...]:
    """Undo every decision of the approver's that holds this note.

    Raises:
        NotFound: the note is not there, or nobody's word of it is the approver's.
        Conflict: somebody has said otherwise of it since.
    """
    held = select(Approval.decision_id).where(
        Approval.entity == "interaction", Approval.row_id == str(note_id), Approval.approver_id == approver.user_id
    )
    return undo_these(session, approver, op_id, session.scalars(held).all(), now)
