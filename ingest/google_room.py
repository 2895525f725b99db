"""Opens the source of a mailbox that is read through Gmail's interface: its sign-in, its allowance, what is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from ingest.errors import Malformed, Unavailable
from ingest.gate import Gate
from ingest.google.metering import Metering
from ingest.google.service import NotThere, Roots, service
from ingest.google_access import GOOGLE as GOOGLE
from ingest.google_access import Access
from ingest.history import History
from ingest.known import StoredFolders
from ingest.protocol import MAX_ITEM_BYTES, BatchLimits
from ingest.sources.gmail.calls import Calls
from ingest.sources.gmail.source import GmailSource, Reading
from ingest.switches import LABELS, left_out
from store import fence
from store.connections import mine
from store.engine import Acting, Database
from store.errors import NotFound

HISTORY_AT_ONCE = 1_000
WATCHED = "watched_at"  # in a connection's settings: when Google was last told to publish
NEVER = "1970-01-01T00:00:00+00:00"
DAILY = timedelta(days=1)  # it ends after seven
SERVER = "gmail"  # in the gate: it is one place for all


@dataclass(frozen=True, slots=True)
class GoogleRoom:
    """What mailboxes at Google are opened with.

    Attributes:
        largest: bytes of the largest message that is read.
        topic: where Google is to publish what is new; empty: nowhere.
    """

    access: Access
    metering: Metering
    roots: Roots = field(default_factory=Roots)
    gate: Gate | None = None
    largest: int = MAX_ITEM_BYTES
    topic: str = ""

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[GmailSource]:
        """The source of a connection for the length of a block, when it is its turn.

        Raises:
            NotYet: it is not.
            NotFound: the owner has no such mailbox.
            SourceError: nobody here has access to it.
        """
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            if connection.provider != GOOGLE:
                raise NotFound("no such mailbox")
            address, since = connection.label, History.of(connection.settings).since
            without = frozenset(name.casefold() for name in left_out(connection.settings))
            watched = datetime.fromisoformat(str(connection.settings.get(WATCHED, NEVER)))
            before = fence.standing(session, connection_id)
        tokens = self.access.tokens(database, owner_id, connection)
        known = StoredFolders(database, owner_id, connection_id, before)
        reading = Reading(since, BatchLimits(item=self.largest, history=HISTORY_AT_ONCE), without=without)
        with self.gate.visit(SERVER, address) if self.gate else nullcontext():
            gmail = service("gmail.v1", self.roots, tokens)
            allowance = self.metering.of(address)
            source = GmailSource(gmail, allowance, known, reading)
            try:
                if self.topic and watched <= self.access.clock() - DAILY:
                    self._watch(Calls(gmail, allowance), database, owner_id, connection_id)
                yield source
                if source.labels:
                    _keep_labels(database, owner_id, connection_id, source.labels)
            finally:
                source.close()

    def _watch(self, calls: Calls, database: Database, owner_id: UUID, connection_id: UUID) -> None:
        """Have Google publish for another week. Where it does not want to, the mailbox is looked at all the same."""
        with suppress(Malformed, NotThere, Unavailable):
            calls.watch(self.topic)
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            connection.settings = {**connection.settings, WATCHED: self.access.clock().isoformat()}


def _keep_labels(database: Database, owner_id: UUID, connection_id: UUID, labels: frozenset[str]) -> None:
    """Keep what labels there are, for their owner to switch off."""
    with database.transaction(Acting(owner_id)) as session:
        connection = mine(session, connection_id)
        if connection.settings.get(LABELS) != sorted(labels):
            connection.settings = {**connection.settings, LABELS: sorted(labels)}
