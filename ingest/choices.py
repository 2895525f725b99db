"""What an owner chooses of a mailbox's past: how far back it is read and how hard, and what that would bring."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from ingest.history import History as History
from ingest.history import Pace
from ingest.mailboxes import Server
from ingest.preview import Preview as Preview
from ingest.preview import known_rate as known_rate
from ingest.preview import preview_of
from ingest.sources.imap.opening import Opener
from store import due
from store.errors import NotFound
from store.models.private.connection import Connection


def preview(
    server: Server, secret: str, opener: Opener, since: date | None = None, rate: float | None = None
) -> Preview:
    """How much would be read since a day, from when on, and how long it takes. Nothing is kept.

    Args:
        rate: messages a second, where that is known (``known_rate``).

    Raises:
        SourceError: one sentence says exactly what is wrong and what to do.
    """
    session = opener.open(server.account(secret))
    try:
        return preview_of(session, since, rate, server.without, server.also)
    finally:
        session.close()


def widen(session: Session, owner_id: UUID, connection_id: UUID, since: date | None, now: datetime) -> History:
    """Read a mailbox from a day on, None: all of it. What is here stays and is not read again; more comes at once.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    connection = _mine(session, connection_id)
    history = History(since, History.of(connection.settings).pace)
    connection.settings = {**connection.settings, **history.as_settings()}
    due.put(session, owner_id, "sync", str(connection_id), now)
    return history


def set_pace(session: Session, connection_id: UUID, pace: Pace) -> None:
    """Read a mailbox's history as fast as it comes, or a stretch at each look for new mail.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    connection = _mine(session, connection_id)
    history = History(History.of(connection.settings).since, pace)
    connection.settings = {**connection.settings, **history.as_settings()}


def _mine(session: Session, connection_id: UUID) -> Connection:
    found = session.get(Connection, connection_id)
    if found is None:
        raise NotFound("There is no such mailbox.")
    return found
