"""Which folders of a connected mailbox are read: shown to its owner, and chosen anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.mailboxes import IMAP, Mailroom, Server
from ingest.sources.imap.offering import FolderFound as FolderFound
from store import due
from store.engine import Database
from store.errors import NotFound
from store.models.private.connection import Connection

NONE_SUCH = "There is no mailbox {label} on a mail server. Give its address as it was connected."


def named(session: Session, label: str) -> UUID:
    """A mailbox of the transaction's user, by the address under which it was connected.

    Raises:
        NotFound: they have none.
    """
    asked = select(Connection.id).where(Connection.label == label, Connection.provider == IMAP)
    found = session.scalars(asked.order_by(Connection.created_at.desc())).first()
    if found is None:
        raise NotFound(NONE_SUCH.format(label=label))
    return found


def folders(mailroom: Mailroom, database: Database, owner_id: UUID, connection_id: UUID) -> tuple[FolderFound, ...]:
    """The folders of a mailbox, those that are read first.

    Raises:
        SourceError: the mail server cannot be asked; the sentence says why.
    """
    source = mailroom.source(database, owner_id, connection_id)
    try:
        return source.offered()
    finally:
        source.close()


def choose(session: Session, connection_id: UUID, also: Iterable[str], without: Iterable[str], now: datetime) -> Server:
    """Read folders (``also``) that were not read, and no more (``without``) those that were; at once.

    Raises:
        NotFound: the transaction's user has no such mailbox.
    """
    connection = session.get(Connection, connection_id)
    if connection is None:
        raise NotFound("There is no such mailbox.")
    server = Server.of(connection.settings)
    wanted, unwanted = tuple(also), tuple(without)
    chosen = replace(
        server,
        also=_joined(_less(server.also, unwanted), wanted),
        without=_joined(_less(server.without, wanted), unwanted),
    )
    connection.settings = {**connection.settings, **chosen.as_settings()}
    due.put(session, connection.owner_id, "sync", str(connection_id), now)
    return chosen


def _less(names: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    away = {name.casefold() for name in taken}
    return tuple(name for name in names if name.casefold() not in away)


def _joined(names: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple({name.casefold(): name for name in (*names, *more)}.values())
