"""A connected mailbox between what is stored of it and the server: its account, its secret, what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ingest.history import History
from ingest.known import StoredFolders
from ingest.protocol import MAX_ITEM_BYTES, BatchLimits
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.signing_in import Password
from ingest.sources.imap.source import ImapSource, Reading
from store import credentials
from store.crypto import Sealer
from store.engine import Acting, Database
from store.errors import NotFound
from store.models.private.connection import Connection

IMAP = "imap"
HISTORY_AT_ONCE = 1_000  # messages of a folder's history between two looks for new mail


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox is and what is read of it, as its connection's settings hold it.

    Attributes:
        without: names of folders that its owner leaves out.
        also: names of other people's folders that its owner wants read.
    """

    host: str
    port: int
    user: str
    starttls: bool = False
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def account(self, secret: str) -> Account:
        """The account with its secret."""
        return Account(self.host, self.port, Password(self.user, secret), self.starttls)

    def as_settings(self) -> dict[str, object]:
        """For the connection's row."""
        return {
            "host": self.host, "port": self.port, "user": self.user, "starttls": self.starttls,
            "without": list(self.without), "also": list(self.also),
        }  # fmt: skip

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> Server:
        """From the connection's row, as ``as_settings`` wrote it."""
        port = int(str(settings["port"]))
        without, also = (_names(settings.get(key)) for key in ("without", "also"))
        return cls(str(settings["host"]), port, str(settings["user"]), bool(settings["starttls"]), without, also)


def _names(listed: object) -> tuple[str, ...]:
    return tuple(str(name) for name in listed) if isinstance(listed, list) else ()


@dataclass(frozen=True, slots=True)
class Mailroom:
    """What mailboxes are opened with: the key of their secrets, where sessions may go and whom they trust.

    Attributes:
        largest: bytes of the largest message that is read whole.
    """

    sealer: Sealer
    opener: Opener
    largest: int = MAX_ITEM_BYTES

    def source(self, database: Database, owner_id: UUID, connection_id: UUID) -> ImapSource:
        """The source of a connection.

        Raises:
            NotFound: the owner has no such mailbox.
            DoesNotOpen: its secret was sealed under another key.
        """
        with database.transaction(Acting(owner_id)) as session:
            connection = session.get(Connection, connection_id)
            if connection is None or connection.provider != IMAP:
                raise NotFound("no such mailbox")
            server = Server.of(connection.settings)
            account = server.account(credentials.secret_of(session, self.sealer, connection_id))
            since = History.of(connection.settings).since
        limits = BatchLimits(item=self.largest, history=HISTORY_AT_ONCE)
        known = StoredFolders(database, owner_id, connection_id)
        return ImapSource(account, self.opener, known, Reading(server.without, server.also, since, limits))
