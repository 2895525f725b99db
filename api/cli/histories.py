"""``connect history``: how far back a mailbox is read, how hard, and how it compares with its server."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.cli import stack
from ingest.connect import IMAP, History, Preview, opener_of, set_pace, widen
from ingest.connect_google import GOOGLE, accounts_of
from ingest.settings import IngestSettings
from store import people
from store.engine import Acting
from store.errors import NotFound, NotReady
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState
from store.queries.mailboxes import Compared, compared

Address = Annotated[str, typer.Argument(help="The mailbox's address.")]
Who = Annotated[str, typer.Option("--as", help="Whose mailbox it is: their address or name.")]
Since = Annotated[str | None, typer.Option(help="Read what was received on that day or later: 2024-01-31.")]
All = Annotated[bool, typer.Option("--all", help="Read everything that is there.")]
Pace = Annotated[str | None, typer.Option(help="slow: a stretch at each look for new mail. full: as fast as it comes.")]


def history(
    address: Address, who: Who, since: Since = None, everything: All = False, pace: Pace = None
) -> None:  # fmt: skip
    """Read a mailbox further back, slower or faster; without an option: how far it is, folder by folder."""
    day = day_of(since, everything=everything)
    if pace not in {None, "slow", "full"}:
        raise NotReady("--pace is slow or full.")
    with stack.opened() as opened:
        with opened.app.transaction() as session:
            owner = people.find_user(session, who)
        with opened.app.transaction(Acting(owner.id)) as session:
            connection = _connection(session, owner.id, address)
            if day or everything:
                widen(session, owner.id, connection.id, day, datetime.now(UTC))
            if pace:
                set_pace(session, connection.id, "slow" if pace == "slow" else "full")
            print(_told(session, owner.id, connection))
        if connection.provider == GOOGLE:
            settings = IngestSettings()
            accounts = accounts_of(settings, opener_of(settings), opened.unlocked.sealer)
            floor = History.of(connection.settings).since
            print(_previewed(accounts.preview(opened.app, owner.id, connection.id, floor)))


def _previewed(found: Preview) -> str:
    oldest = f", the oldest of {found.oldest}" if found.oldest else ""
    return f"Google has {found.wanted:,} messages of that time{oldest}. {found.sentence()}"


def day_of(since: str | None, *, everything: bool) -> date | None:
    """The day that a mailbox is read from; None: all of it.

    Raises:
        NotReady: it is no day, or contradicts ``everything``.
    """
    if since and everything:
        raise NotReady("Give --since or --all, not both.")
    try:
        return date.fromisoformat(since) if since else None
    except ValueError as error:
        raise NotReady(f"{since} is no day. Write it as 2024-01-31.") from error


def _connection(session: Session, owner_id: UUID, address: str) -> Connection:
    mine = (Connection.owner_id == owner_id, Connection.provider.in_((IMAP, GOOGLE)), Connection.label == address)
    found = session.scalar(select(Connection).where(*mine).order_by(Connection.provider.desc()))
    if found is None:
        raise NotFound(f"There is no mailbox {address} of that person. boswell connect imap connects one.")
    return found


def _told(session: Session, owner_id: UUID, connection: Connection) -> str:
    """In a few lines: the window, how far it is, and each folder's counts there and here."""
    chosen = History.of(connection.settings)
    state = session.scalars(select(ConnectionState).where(ConnectionState.connection_id == connection.id)).one()
    window = f"since {chosen.since}" if chosen.since else "all of it"
    lines = [f"{connection.label}: {window}, {chosen.pace} pace. {state.state}, {state.history_percent} %."]
    rows = compared(session, owner_id, [connection.id]).get(connection.id, [])
    return "\n".join([*lines, *(f"  {_line(each)}" for each in rows)])


def _line(folder: Compared) -> str:
    if folder.at is None:
        return f"{folder.name}  not compared with its server yet" + _more(folder)
    missing = f", {folder.missing:,} could not be had" if folder.missing else ""
    older = f", {folder.older:,} older ones are left alone" if folder.older else ""
    return f"{folder.name}  server {folder.there:,}, here {folder.here:,}{older}{missing}" + _more(folder)


def _more(folder: Compared) -> str:
    return f", {folder.left:,} of its history to come" if folder.left else ""
