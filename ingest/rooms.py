"""Where connections are opened: one room for each kind of provider, so that whoever follows them need not know which.

A new kind is one entry where the rooms are put together (``api/cli``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from ingest.protocol import Source
from store.connections import mine
from store.engine import Acting, Database
from store.errors import NotFound


class Room(Protocol):
    """Opens connections of one kind, or of several."""

    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> AbstractContextManager[Source]:
        """The source of a connection for the length of a block, when it is its turn.

        Raises:
            NotYet: it is not.
            NotFound: the owner has no such connection.
            DoesNotOpen: its secret was sealed under another key.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """Every kind of connection, each opened in its own room.

    Attributes:
        of: rooms by the provider's name.
    """

    of: Mapping[str, Room]

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[Source]:
        """As ``Room`` says."""
        with database.transaction(Acting(owner_id)) as session:
            provider = mine(session, connection_id).provider
        room = self.of.get(provider)
        if room is None:
            raise NotFound("This kind of connection is not followed.")
        with room.visit(database, owner_id, connection_id) as source:
            yield source
