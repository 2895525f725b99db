"""Somebody of ours leaves, or wants all deleted: what was theirs alone goes at once, what they shared stays.

The name of somebody who left stays beside what they shared, since a note without an author is nobody's word. They can
no longer sign in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from store import disconnecting, goals, one_to_ones
from store.models.due import Due
from store.models.people import SignInLink, User, WebSession
from store.models.private.connection import Connection
from store.models.private.message import Meeting, Message, Thread
from store.models.private.outbox import Outgoing
from store.models.private.policy import PolicyOffer
from store.models.private.suggestion import Suggestion
from store.review.submit import OPEN

BLOTTED: Final = "gone"
THEIR_OWN: Final = (*OPEN, "refused", "private")
# Rules and their journal are never removed (policies.sql): they end, and say no more whom they were about.
RULES = text("""
update policy set state = 'deleted', value = :blot, label = :blot, says = case says when '' then '' else :blot end
where owner_id = :owner
""")
# What came of a mail is its owner's alone; the rest of a shared note's suggestion is what supports the note.
GISTS = text(
    "update suggestion set fields = jsonb_set(fields, '{gist}', 'null') where owner_id = :owner and fields ? 'gist'"
)


ROUND: Final = "daily"  # of those who stay


def leave(session: Session, owner_id: UUID, now: datetime) -> None:
    """Remove all that one of us has and did not share; what they approved is still shared when its hold is over."""
    stop(session, owner_id)
    remove(session, owner_id, now)
    session.execute(delete(Due).where(Due.owner_id == owner_id, Due.kind == ROUND))
    goals.end_all(session, owner_id, now)
    one_to_ones.remove_all(session, owner_id)


def remove(session: Session, owner_id: UUID, now: datetime) -> None:
    """The same of somebody who stays: their mailboxes are disconnected, and what they and managers agreed on stays."""
    connected = (Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    for connection_id in session.scalars(select(Connection.id).where(*connected)).all():
        disconnecting.disconnect(session, owner_id, connection_id, now)
    own = (Suggestion.owner_id == owner_id, Suggestion.state.in_(THEIR_OWN))
    session.execute(delete(Suggestion).where(*own))
    for table in (Connection, Meeting, Message, Thread, PolicyOffer, Outgoing):
        session.execute(delete(table).where(table.owner_id == owner_id))
    session.execute(RULES, {"owner": owner_id, "blot": BLOTTED})
    session.execute(GISTS, {"owner": owner_id})
    session.execute(delete(Due).where(Due.owner_id == owner_id, Due.kind.not_in(("publish", ROUND))))


def stop(session: Session, owner_id: UUID) -> None:
    """Let somebody sign in no more."""
    session.execute(update(User).where(User.id == owner_id).values(active=False))
    session.execute(delete(WebSession).where(WebSession.user_id == owner_id))
    session.execute(delete(SignInLink).where(SignInLink.user_id == owner_id))
