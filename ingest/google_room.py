"""Opens the source of a mailbox that is read through Gmail's interface: its sign-in, its allowance, what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from ingest.errors import Malformed, SourceError, Unavailable
from ingest.gate import Gate
from ingest.google.metering import Metering
from ingest.google.service import NotThere, Roots, service
from ingest.grants import KeptGrant
from ingest.history import History
from ingest.known import StoredFolders
from ingest.oauth import Issuer
from ingest.protocol import MAX_ITEM_BYTES, BatchLimits
from ingest.sources.gmail.calls import Calls
from ingest.sources.gmail.source import GmailSource, Reading
from store import fence
from store.connections import mine
from store.crypto import Sealer
from store.engine import Acting, Database
from store.errors import NotFound

GOOGLE = "google"
HISTORY_AT_ONCE = 1_000
WATCHED = "watched_at"  # in a connection's settings: when Google was last told to publish
NEVER = "1970-01-01T00:00:00+00:00"
DAILY = timedelta(days=1)  # it ends after seven
SERVER = "gmail"  # in the gate: it is one place for all
NO_CLIENT = "Sign-ins at Google cannot be renewed: an administrator sets BOSWELL_GOOGLE_CLIENT_ID."


@dataclass(frozen=True, slots=True)
class GoogleRoom:
    """What mailboxes at Google are opened with.

    Attributes:
        issuer: who renews sign-ins; None: nobody, since no client is set.
        largest: bytes of the largest message that is read.
        topic: where Google is to publish what is new; empty: nowhere.
    """

    sealer: Sealer
    metering: Metering
    issuer: Issuer | None
    roots: Roots = field(default_factory=Roots)
    gate: Gate | None = None
    largest: int = MAX_ITEM_BYTES
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    topic: str = ""

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[GmailSource]:
        """The source of a connection for the length of a block, when it is its turn.

        Raises:
            NotYet: it is not.
            NotFound: the owner has no such mailbox.
            SourceError: nobody here renews its sign-in.
        """
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            if connection.provider != GOOGLE:
                raise NotFound("no such mailbox")
            address, since = connection.label, History.of(connection.settings).since
            watched = datetime.fromisoformat(str(connection.settings.get(WATCHED, NEVER)))
            before = fence.standing(session, connection_id)
        if self.issuer is None:
            raise SourceError(NO_CLIENT)
        grant = KeptGrant(database, self.sealer, owner_id, connection_id, self.issuer, self.clock)
        known = StoredFolders(database, owner_id, connection_id, before)
        reading = Reading(since, BatchLimits(item=self.largest, history=HISTORY_AT_ONCE))
        with self.gate.visit(SERVER, address) if self.gate else nullcontext():
            gmail = service("gmail.v1", self.roots, grant)
            allowance = self.metering.of(address)
            source = GmailSource(gmail, allowance, known, reading)
            try:
                if self.topic and watched <= self.clock() - DAILY:
                    self._watch(Calls(gmail, allowance), database, owner_id, connection_id)
                yield source
            finally:
                source.close()

    def _watch(self, calls: Calls, database: Database, owner_id: UUID, connection_id: UUID) -> None:
        """Have Google publish for another week. Where it does not want to, the mailbox is looked at all the same."""
        with suppress(Malformed, NotThere, Unavailable):
            calls.watch(self.topic)
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            connection.settings = {**connection.settings, WATCHED: self.clock().isoformat()}
