"""Single folders, labels and calendars, which their owner switches off and on again.

What was read of one that is switched off stays. Nothing more of it is read, and what waited there goes
with the next pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.calendar_accounts import CALDAV
from ingest.google_access import GOOGLE, GOOGLE_CALENDAR
from ingest.mailboxes import IMAP
from store import due, fence
from store.connections import mine
from store.errors import NotFound
from store.models.private.connection import Collection, Connection

WITHOUT: Final = "without"  # in a connection's settings: the names of what its owner leaves out
LABELS: Final = "labels"  # … and those of a mailbox at Google
BY_NAME: Final = (IMAP, CALDAV, GOOGLE, GOOGLE_CALENDAR)  # where what is read goes by names


@dataclass(frozen=True, slots=True)
class Switch:
    """A folder, label or calendar, and whether it is read."""

    name: str
    on: bool


def switches(session: Session, owner_id: UUID) -> dict[UUID, list[Switch]]:
    """What can be switched of an owner's mailboxes and calendars, by connection and name.

    One folder or calendar alone is not there; one label is, since there is mail without any.
    """
    asked = select(Connection).where(Connection.owner_id == owner_id, Connection.disconnected_at.is_(None))
    found = {each: _of(session, each) for each in session.scalars(asked.where(Connection.provider.in_(BY_NAME)))}
    return {each.id: parts for each, parts in found.items() if len(parts) > (each.provider != GOOGLE)}


def switch(session: Session, owner_id: UUID, connection_id: UUID, wanted: Switch, now: datetime) -> None:
    """Read a folder, label or calendar, or no more of it.

    Raises:
        NotFound: the owner has no such connection, or it has none of that name.
    """
    connection = mine(session, connection_id)
    if wanted.name not in {each.name for each in _of(session, connection)}:
        raise NotFound("There is no such folder, label or calendar.")
    others = [each for each in left_out(connection.settings) if each.casefold() != wanted.name.casefold()]
    without = others if wanted.on else [*others, wanted.name]
    connection.settings = {**connection.settings, WITHOUT: without}
    fence.take(session, connection_id)
    if due.is_put(session, owner_id, "sync", str(connection_id)):
        due.put(session, owner_id, "sync", str(connection_id), now)


def _of(session: Session, connection: Connection) -> list[Switch]:
    off = {each.casefold(): each for each in left_out(connection.settings)}
    on = {name for name in _names(session, connection) if name.casefold() not in off}
    found = [Switch(name, on=True) for name in on] + [Switch(name, on=False) for name in off.values()]
    return sorted(found, key=lambda each: each.name.casefold())


def _names(session: Session, connection: Connection) -> list[str]:
    """Of what is read: of a mailbox at Google, which is one, its labels."""
    if connection.provider == GOOGLE:
        return _listed(connection.settings, LABELS)
    of_it = (Collection.connection_id == connection.id, Collection.cursor.is_not(None))
    return [name for name in session.scalars(select(Collection.name).where(*of_it)) if name]


def left_out(settings: Mapping[str, object]) -> list[str]:
    """The names of what a connection's owner leaves out of it."""
    return _listed(settings, WITHOUT)


def _listed(settings: Mapping[str, object], key: str) -> list[str]:
    listed = settings.get(key)
    return [str(name) for name in listed] if isinstance(listed, list) else []
