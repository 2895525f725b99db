"""A connected mailbox between what is stored of it and the server: its account, its secret, what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from ingest.errors import SourceError
from ingest.gate import Gate, PoliteOpener
from ingest.grants import KeptGrant, TokenOpener
from ingest.history import History
from ingest.known import StoredFolders
from ingest.oauth import Issuer
from ingest.protocol import MAX_ITEM_BYTES, BatchLimits
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.session import Session as ImapSession
from ingest.sources.imap.signing_in import AccessToken, Password
from ingest.sources.imap.source import ImapSource, Reading
from store import credentials, fence
from store.connections import mine
from store.crypto import Sealer
from store.engine import Acting, Database
from store.errors import NotFound
from store.models.private.connection import Connection

IMAP = "imap"
HISTORY_AT_ONCE = 1_000  # messages of a folder's history between two looks for new mail
ACCEPT_GONE = "accept_gone"  # in a connection's settings: what went was meant to go
NO_ISSUER = "Sign-ins of this provider cannot be renewed: an administrator sets BOSWELL_{name}_CLIENT_ID."


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox is and what is read of it, as its connection's settings hold it.

    Attributes:
        without: names of folders that its owner leaves out.
        also: names of other people's folders that its owner wants read.
        oauth: the provider that signs in there, by its name in ``ingest.oauth``; empty: a password does.
    """

    host: str
    port: int
    user: str
    starttls: bool = False
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    oauth: str = ""

    def account(self, secret: str) -> Account:
        """The account with its password or access token."""
        here = frozenset({self.host.casefold()})
        credential = AccessToken(self.user, secret, here) if self.oauth else Password(self.user, secret)
        return Account(self.host, self.port, credential, self.starttls)

    def as_settings(self) -> dict[str, object]:
        """For the connection's row."""
        return {
            "host": self.host, "port": self.port, "user": self.user, "starttls": self.starttls,
            "without": list(self.without), "also": list(self.also), "oauth": self.oauth,
        }  # fmt: skip

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> Server:
        """From the connection's row, as ``as_settings`` wrote it."""
        port, oauth = int(str(settings["port"])), str(settings.get("oauth") or "")
        without, also = (_names(settings.get(key)) for key in ("without", "also"))
        starttls = bool(settings["starttls"])
        return cls(str(settings["host"]), port, str(settings["user"]), starttls, without, also, oauth)


def _names(listed: object) -> tuple[str, ...]:
    return tuple(str(name) for name in listed) if isinstance(listed, list) else ()


@dataclass(frozen=True, slots=True)
class Mailroom:
    """What mailboxes are opened with.

    Attributes:
        sealer: opens their secrets.
        opener: where sessions may go and whom they trust.
        largest: bytes of the largest message that is read whole.
        gate: whose turn it is; None: everybody's.
        issuers: who renews sign-ins, by the provider's name.
        clock: the time now.
    """

    sealer: Sealer
    opener: Opener
    largest: int = MAX_ITEM_BYTES
    gate: Gate | None = None
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[ImapSource]:
        """The source of a connection for the length of a block, when it is its turn.

        Raises:
            NotYet: it is not.
            NotFound, DoesNotOpen: as ``source``.
        """
        with database.transaction(Acting(owner_id)) as session:
            server = Server.of(_mailbox(session, connection_id).settings)
        with self.gate.visit(server.host, server.user) if self.gate else nullcontext():
            source = self.source(database, owner_id, connection_id)
            try:
                yield source
            finally:
                source.close()

    def open(self, database: Database, owner_id: UUID, connection_id: UUID) -> ImapSession:
        """A session of a connection that is signed in. Raises as ``source``, and as ``Opener.open``."""
        account, opener, _, _ = self._entrance(database, owner_id, connection_id)
        return opener.open(account)

    def source(self, database: Database, owner_id: UUID, connection_id: UUID) -> ImapSource:
        """The source of a connection.

        Raises:
            NotFound: the owner has no such mailbox.
            DoesNotOpen: its secret was sealed under another key.
            SourceError: nobody here renews its sign-in.
        """
        account, opener, server, since = self._entrance(database, owner_id, connection_id)
        with database.transaction(Acting(owner_id)) as session:
            before = fence.standing(session, connection_id)
        limits = BatchLimits(item=self.largest, history=HISTORY_AT_ONCE)
        known = StoredFolders(database, owner_id, connection_id, before)
        return ImapSource(account, opener, known, Reading(server.without, server.also, since, limits))

    def _entrance(
        self, database: Database, owner_id: UUID, connection_id: UUID
    ) -> tuple[Account, Opener, Server, date | None]:
        with database.transaction(Acting(owner_id)) as session:
            connection = _mailbox(session, connection_id)
            server, since = Server.of(connection.settings), History.of(connection.settings).since
            secret = credentials.secret_of(session, self.sealer, connection_id)
        opener, account = self.opener, server.account("" if server.oauth else secret)
        if self.gate:
            opener = PoliteOpener(opener.guard, opener.trust, opener.patience, gate=self.gate)
        if server.oauth:
            issuer = self._issuer(server.oauth)
            grant = KeptGrant(database, self.sealer, owner_id, connection_id, issuer, self.clock)
            opener = TokenOpener(opener.guard, opener.trust, opener.patience, inner=opener, grant=grant)
        return account, opener, server, since

    def _issuer(self, name: str) -> Issuer:
        issuer = self.issuers.get(name)
        if issuer is None:
            raise SourceError(NO_ISSUER.format(name=name.upper()))
        return issuer


def _mailbox(session: Session, connection_id: UUID) -> Connection:
    connection = mine(session, connection_id)
    if connection.provider != IMAP:
        raise NotFound("no such mailbox")
    return connection
