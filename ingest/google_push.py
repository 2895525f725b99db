"""Pushes of new mail at Google (Cloud Pub/Sub): proven to be Google's, and no more than a hint that something is new.

What a push says about the mailbox is not believed: it may be late, doubled or replayed. It makes a look due, which asks
the mailbox itself.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.errors import CredentialsRejected, Malformed
from ingest.google.identity import NOT_GOOGLE_S, Keys, claims_of
from ingest.google.service import ODD
from ingest.google_access import GOOGLE
from store import due
from store.connections import may_be_read
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState

BEARER: Final = "Bearer "
APART: Final = timedelta(seconds=10)  # between two looks at a mailbox, however often is pushed


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whose pushes are heard: those that the operator's own subscription signs as this account."""

    account: str
    keys: Keys

    def heard(self, authorization: str, body: bytes, audience: str) -> str:
        """The address of the mailbox in which something may be new.

        Raises:
            CredentialsRejected: it is not the subscription's.
            Malformed: it names no mailbox.
            Unavailable: that cannot be known now.
        """
        if not authorization.startswith(BEARER):
            raise CredentialsRejected(NOT_GOOGLE_S)
        claims = claims_of(authorization.removeprefix(BEARER), audience, self.keys)
        if str(claims.get("email", "")).casefold() != self.account.casefold():
            raise CredentialsRejected(NOT_GOOGLE_S)
        return _address(body)


def look(session: Session, owner_id: UUID, address: str, now: datetime) -> bool:
    """Make a look at the owner's mailbox of that address due; whether there is one that may be read."""
    asked = select(Connection.id, ConnectionState.last_success_at).join(
        ConnectionState, ConnectionState.connection_id == Connection.id
    )
    of_it = asked.where(
        Connection.provider == GOOGLE, Connection.label == address, Connection.disconnected_at.is_(None)
    )
    found = session.execute(of_it).one_or_none()
    if found is None or not may_be_read(session, found[0]):
        return False
    _put(session, owner_id, found[0], found[1], now)
    return True


def look_at(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> bool:
    """Make a look at one of the owner's connections due; whether it is there and may be read."""
    asked = select(ConnectionState.last_success_at).where(ConnectionState.connection_id == connection_id)
    found = session.execute(asked.where(ConnectionState.owner_id == owner_id)).one_or_none()
    if found is None or not may_be_read(session, connection_id):
        return False
    _put(session, owner_id, connection_id, found[0], now)
    return True


def _put(session: Session, owner_id: UUID, connection_id: UUID, looked: datetime | None, now: datetime) -> None:
    due.put(session, owner_id, "sync", str(connection_id), max(now, looked + APART) if looked else now)


def _address(body: bytes) -> str:
    """Out of the message's data, in either alphabet of base64 (RFC 4648 sections 4 and 5)."""
    try:
        told: Mapping[str, Any] = json.loads(body)
        data = str(told["message"]["data"]).translate(str.maketrans("-_", "+/")).rstrip("=")
        address = json.loads(base64.b64decode(data + "=" * (-len(data) % 4)))["emailAddress"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(ODD) from error
    if not isinstance(address, str) or not address:
        raise Malformed(ODD)
    return address.casefold()
