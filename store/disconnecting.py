"""Disconnecting: nothing is read any more from this moment on, and within a day all is gone that was not published.

What was published stays, with the words that support it: it belongs to the company since its owner approved it.
"""

from __future__ import annotations

from collections.abc import Collection as Many
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, delete, exists, or_, select, update
from sqlalchemy.orm import Session, aliased

from store import due, fence
from store.errors import NotFound
from store.models.due import Due
from store.models.private.connection import Collection, Connection, Credential
from store.models.private.inbound import Inbound
from store.models.private.message import Meeting, Message, Thread
from store.models.private.suggestion import EvidenceRow, Suggestion, SuggestionSource
from store.models.shared.connection_state import ConnectionState

AT_ONCE = 500  # items
_PUBLISHED = ("approved", "published")  # what is approved is shared when its hold is over


def disconnect(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """Forget a connection's credential and state at once, and make the rest of it due to be purged.

    Raises:
        NotFound: the owner has no such connection.
    """
    own = (Connection.id == connection_id, Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    ended = update(Connection).where(*own).values(disconnected_at=now).returning(Connection.id)
    if session.scalar(ended) is None:
        raise NotFound("There is no such mailbox.")
    fence.take(session, connection_id)
    session.execute(delete(Credential).where(Credential.connection_id == connection_id))
    session.execute(delete(ConnectionState).where(ConnectionState.connection_id == connection_id))
    unread = (Inbound.collection_id.in_(_collections(connection_id)), Inbound.state == "waiting")
    session.execute(update(Inbound).where(*unread).values(gone=True, payload=None))
    due.drop(session, owner_id, "sync", str(connection_id))
    due.drop(session, owner_id, "reconcile", str(connection_id))
    due.drop(session, owner_id, "resume", str(connection_id))
    due.put(session, owner_id, "purge", str(connection_id), now)


def purge(session: Session, owner_id: UUID, connection_id: UUID, limit: int = AT_ONCE) -> bool:
    """Delete some of what a disconnected connection left, and the connection itself with the last of it.

    Returns:
        Whether there is more.
    """
    own = (Connection.id == connection_id, Connection.owner_id == owner_id, Connection.disconnected_at.is_not(None))
    if session.scalar(select(Connection.id).where(*own)) is None:
        return False
    asked = select(Inbound).where(Inbound.collection_id.in_(_collections(connection_id)))
    items = session.scalars(asked.order_by(Inbound.id).limit(limit)).all()
    _forget_readings(session, owner_id, connection_id, {item.sha256 for item in items})
    session.execute(delete(Inbound).where(Inbound.id.in_([item.id for item in items])))
    if len(items) == limit:
        return True
    session.execute(delete(Connection).where(*own))  # collections, pointers and what else hangs on it go along
    return False


def _forget_readings(session: Session, owner_id: UUID, connection_id: UUID, hashes: Many[str]) -> None:
    """Mails and meetings of these bytes, unless they also lie in another connection, and what rests on them alone."""
    alone = [each for each in hashes if each not in _elsewhere(session, owner_id, connection_id, hashes)]
    mails = session.execute(_of(Message, owner_id, alone).add_columns(Message.thread_id)).all()
    mail_ids, meeting_ids = [row.id for row in mails], list(session.scalars(_of(Meeting, owner_id, alone)))
    resting = _resting_on(session, mail_ids, meeting_ids)
    session.execute(delete(Message).where(Message.id.in_(mail_ids)))
    session.execute(delete(Meeting).where(Meeting.id.in_(meeting_ids)))
    _forget_suggestions(session, owner_id, resting)
    left = exists().where(Message.thread_id == Thread.id)
    session.execute(delete(Thread).where(Thread.id.in_({row.thread_id for row in mails}), ~left))
    _forget_due(session, owner_id, "meeting_ended", meeting_ids)


def _elsewhere(session: Session, owner_id: UUID, connection_id: UUID, hashes: Many[str]) -> set[str]:
    other = aliased(Collection)
    asked = select(Inbound.sha256).join(other, other.id == Inbound.collection_id)
    there = (Inbound.owner_id == owner_id, Inbound.sha256.in_(hashes), other.connection_id != connection_id)
    return set(session.scalars(asked.where(*there)))


def _of(kind: type[Message | Meeting], owner_id: UUID, hashes: Many[str]) -> Select[UUID]:
    return select(kind.id).where(kind.owner_id == owner_id, kind.sha256.in_(hashes))


def _resting_on(session: Session, mail_ids: Sequence[UUID], meeting_ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for table in (EvidenceRow, SuggestionSource):
        touched = or_(table.message_id.in_(mail_ids), table.meeting_id.in_(meeting_ids))
        found.update(session.scalars(select(table.suggestion_id).where(touched)))
    return found


def _forget_suggestions(session: Session, owner_id: UUID, resting: Many[UUID]) -> None:
    """Those that nothing supports any more; what was published keeps the words that supported it."""
    supported = [
        exists().where(
            table.suggestion_id == Suggestion.id, or_(table.message_id.is_not(None), table.meeting_id.is_not(None))
        )
        for table in (EvidenceRow, SuggestionSource)
    ]
    going = (Suggestion.id.in_(resting), Suggestion.state.not_in(_PUBLISHED), ~or_(*supported))
    gone = list(session.scalars(delete(Suggestion).where(*going).returning(Suggestion.id)))
    _forget_due(session, owner_id, "wake", gone)


def _forget_due(session: Session, owner_id: UUID, kind: str, ids: Sequence[UUID]) -> None:
    references = [str(each) for each in ids]
    session.execute(delete(Due).where(Due.owner_id == owner_id, Due.kind == kind, Due.reference.in_(references)))


def _collections(connection_id: UUID) -> Select[UUID]:
    return select(Collection.id).where(Collection.connection_id == connection_id)
