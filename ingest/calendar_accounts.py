"""Connected calendars between what is stored of them and their servers: where they are, their secrets, what is known.

An account on a calendar server signs in with a password. A published calendar has no account: its address is the
secret, since whoever knows it reads everything.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from ingest.calendar_reading import Reading
from ingest.errors import Busy, CollectionUnavailable, Unavailable
from ingest.gate import Gate
from ingest.history import History
from ingest.https import Asker, url_of
from ingest.known import StoredFolders
from ingest.protocol import BatchLimits, Source
from ingest.sources.caldav.conversation import Account
from ingest.sources.caldav.source import CalDavSource
from ingest.sources.feed.source import FeedSource
from ingest.sources.imap.opening import Opener
from store import credentials, fence
from store.connections import mine
from store.crypto import Sealer
from store.engine import Acting, Database
from store.errors import NotFound

CALDAV: Final = "caldav"
FEED: Final = "feed"
HISTORY_AT_ONCE: Final = 1_000  # events of a calendar's history between two looks for what is new


@dataclass(frozen=True, slots=True)
class CalendarServer:
    """Where an account's calendars are and what is read of them, as its connection's settings hold it.

    Attributes:
        url: where to begin.
        without: names of calendars that their owner leaves out.
        also: names of other people's calendars that their owner wants read.
    """

    url: str
    user: str
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """The server's name."""
        return url_of(self.url).host

    @property
    def oauth(self) -> str:
        """Which provider signs in there: none, a password does."""
        return ""

    def account(self, password: str) -> Account:
        """The account with its password."""
        return Account(url_of(self.url), self.user, password)

    def as_settings(self) -> dict[str, object]:
        """For the connection's row."""
        return {"url": self.url, "user": self.user, "without": list(self.without), "also": list(self.also)}

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> CalendarServer:
        """From the connection's row, as ``as_settings`` wrote it."""
        without, also = (_names(settings.get(key)) for key in ("without", "also"))
        return cls(str(settings["url"]), str(settings["user"]), without, also)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where a published calendar is, without what is secret in its address."""

    host: str

    @property
    def user(self) -> str:
        """Who signs in there: nobody."""
        return ""

    @property
    def oauth(self) -> str:
        """Which provider signs in there: none."""
        return ""

    def as_settings(self) -> dict[str, object]:
        """For the connection's row."""
        return {"host": self.host}

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> Publisher:
        """From the connection's row, as ``as_settings`` wrote it."""
        return cls(str(settings["host"]))


def _names(listed: object) -> tuple[str, ...]:
    return tuple(str(name) for name in listed) if isinstance(listed, list) else ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored of a connection.

    Attributes:
        known: what is kept of its events.
    """

    settings: Mapping[str, object]
    label: str
    secret: str = field(repr=False)
    known: StoredFolders


@dataclass(frozen=True, slots=True)
class CalendarRoom(ABC):
    """What calendars of one kind are opened with.

    Attributes:
        sealer: opens their secrets.
        opener: where questions may go and whom they trust.
        gate: whose turn it is; None: everybody's.
    """

    sealer: Sealer
    opener: Opener
    gate: Gate | None = None

    @property
    @abstractmethod
    def provider(self) -> str:
        """The kind, as its connections have it."""

    @abstractmethod
    def whose(self, kept: Kept) -> tuple[str, str]:
        """The server and the account that are asked, for the gate."""

    @abstractmethod
    def source(self, kept: Kept, asker: Asker) -> Source:
        """The source of a connection."""

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[Source]:
        """The source of a connection for the length of a block, when it is its turn. Raises as ``Room`` says."""
        kept = self._kept(database, owner_id, connection_id)
        source = self.source(kept, Asker(self.opener.guard, self.opener.trust, self.opener.patience))
        with turn(self.gate, *self.whose(kept)) if self.gate else nullcontext():
            try:
                yield source
            finally:
                source.close()

    def _kept(self, database: Database, owner_id: UUID, connection_id: UUID) -> Kept:
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            if connection.provider != self.provider:
                raise NotFound("There is no such calendar.")
            secret = credentials.secret_of(session, self.sealer, connection_id)
            known = StoredFolders(database, owner_id, connection_id, fence.standing(session, connection_id))
            return Kept(connection.settings, connection.label, secret, known)


@dataclass(frozen=True, slots=True)
class CalDavRoom(CalendarRoom):
    """Opens accounts on calendar servers."""

    @property
    def provider(self) -> str:
        """As ``CalendarRoom`` says."""
        return CALDAV

    def whose(self, kept: Kept) -> tuple[str, str]:
        """As ``CalendarRoom`` says."""
        server = CalendarServer.of(kept.settings)
        return server.host, server.user

    def source(self, kept: Kept, asker: Asker) -> Source:
        """As ``CalendarRoom`` says."""
        server, history = CalendarServer.of(kept.settings), History.of(kept.settings)
        limits = BatchLimits(history=HISTORY_AT_ONCE)
        reading = Reading(server.without, server.also, history.since, limits)
        return CalDavSource(server.account(kept.secret), asker, kept.known, reading)


@dataclass(frozen=True, slots=True)
class FeedRoom(CalendarRoom):
    """Opens published calendars."""

    @property
    def provider(self) -> str:
        """As ``CalendarRoom`` says."""
        return FEED

    def whose(self, kept: Kept) -> tuple[str, str]:
        """As ``CalendarRoom`` says; without accounts each calendar is one."""
        return Publisher.of(kept.settings).host, kept.label

    def source(self, kept: Kept, asker: Asker) -> Source:
        """As ``CalendarRoom`` says."""
        return FeedSource(url_of(kept.secret), kept.label, asker, kept.known)


@contextmanager
def turn(gate: Gate, host: str, user: str) -> Iterator[None]:
    """A turn at a server for the length of a block; the gate is told whether it answers."""
    server = gate.server(host, user)
    with gate.visit(host, user):
        gate.sign_in(server)
        try:
            yield
        except Unavailable as error:
            if not isinstance(error, Busy | CollectionUnavailable):
                gate.failed(server, error)
            raise
        gate.answered(server)
