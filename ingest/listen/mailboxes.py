"""Which mailboxes are to be held, as the store has them: those followed, read under their owners' rights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from ingest.mailboxes import IMAP, Server
from store import due
from store.engine import Acting, Database
from store.models.private.connection import Connection, Credential
from store.models.shared.connection_state import ConnectionState

STOPPED = ("sign-in needed", "paused by its owner")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox to be held.

    Attributes:
        host: its server, for the pace.
        version: changes with the server, the user or the credential.
    """

    owner_id: UUID
    connection_id: UUID
    host: str
    version: bytes = field(repr=False)


def followed(database: Database) -> dict[UUID, frozenset[UUID]]:
    """Every connection that is followed, by owner: what the worker may list across owners, without content."""
    with database.transaction() as session:
        found = due.everybody(session, "sync")
    return {owner_id: frozenset(UUID(each) for each in references) for owner_id, references in found.items()}


def of_owner(database: Database, owner_id: UUID, connections: Collection[UUID]) -> Iterator[Mailbox]:
    """The mailboxes among an owner's connections that are to be held now."""
    asked = (
        select(Connection.id, Connection.settings, Credential.sealed)
        .join(Credential, Credential.connection_id == Connection.id)
        .join(ConnectionState, ConnectionState.connection_id == Connection.id)
        .where(Connection.id.in_(connections), Connection.provider == IMAP, ConnectionState.state.not_in(STOPPED))
    )
    with database.transaction(Acting(owner_id)) as session:
        rows = session.execute(asked).all()
        kept = [row for row in rows if due.is_put(session, owner_id, "sync", str(row.id))]
    for row in kept:
        version = hashlib.sha256(json.dumps(row.settings, sort_keys=True).encode() + b"\0" + row.sealed).digest()
        yield Mailbox(owner_id, row.id, Server.of(row.settings).host, version[:8])
