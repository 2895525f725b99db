"""What pages and commands ask of a connected account at Google: how much there is, and to be told of nothing any more.

Both are asked once by a human, so that they are not counted against what workers may ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from ingest.errors import SourceError
from ingest.google.allowance import Prices, Unlimited
from ingest.google.service import Interface, Roots, service
from ingest.google_access import KINDS, Access
from ingest.google_calendar_room import reading_of
from ingest.google_channels import channels_of, stop
from ingest.preview import FolderPreview, Preview
from ingest.sources.gmail.calls import Calls
from ingest.sources.gmail.position import floor_of, query_of
from ingest.sources.google_calendar.calls import Calls as CalendarCalls
from store.connections import mine
from store.crypto import DoesNotOpen
from store.engine import Acting, Database
from store.errors import NotFound

SECONDS: Final = 15.0  # that a page waits
PAGES: Final = 20  # of ids that are counted one by one; of more Google's own count is taken
SHARE: Final = 0.8 / 60  # of what Google grants in a minute, in a second
BY: Final = "what Google lets an account be read"


@dataclass(frozen=True, slots=True)
class CalendarFound:
    """A calendar of an account.

    Attributes:
        foreign: somebody else's.
        read: whether it is read.
    """

    name: str
    foreign: bool
    read: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """Connected accounts.

    Attributes:
        units: quota units of an account in a minute.
    """

    access: Access
    roots: Roots = field(default_factory=Roots)
    units: float = 6_000
    prices: Prices = field(default_factory=Prices)

    def preview(self, database: Database, owner_id: UUID, connection_id: UUID, since: date | None) -> Preview:
        """How much of a mailbox would be read since a day, from when on, and how long it takes.

        Raises:
            SourceError: Google does not say.
            NotFound: the owner has no such mailbox.
        """
        with self._opened(database, owner_id, connection_id, "gmail.v1") as gmail:
            return self.preview_of(Calls(gmail, Unlimited()), since)

    def preview_of(self, calls: Calls, since: date | None) -> Preview:
        """The same of an account that is open."""
        total = calls.profile().messages
        wanted, last = _counted(calls, since, total)
        oldest = calls.received(last) if last else since
        rate = self.units * SHARE / self.prices.units("messages.get")
        return Preview((FolderPreview("Gmail", total, wanted, oldest if wanted else None),), rate, by=BY)

    def leave(self, database: Database, owner_id: UUID, connection_id: UUID) -> None:
        """Have Google say nothing of a connection any more, as far as it listens: it is about to be disconnected."""
        with suppress(SourceError, NotFound, DoesNotOpen):
            with database.transaction(Acting(owner_id)) as session:
                connection = mine(session, connection_id)
                kind, channels = KINDS.get(connection.provider), channels_of(connection.settings)
            if kind == "mail":
                with self._opened(database, owner_id, connection_id, "gmail.v1") as gmail:
                    Calls(gmail, Unlimited()).stop()
            elif channels:
                with self._opened(database, owner_id, connection_id, "calendar.v3") as calendar:
                    stop(CalendarCalls(calendar, Unlimited()), channels)

    def calendars(self, database: Database, owner_id: UUID, connection_id: UUID) -> tuple[CalendarFound, ...]:
        """Which calendars an account may read, and which of them are read. Raises as ``preview``."""
        with self._opened(database, owner_id, connection_id, "calendar.v3") as calendar:
            with database.transaction(Acting(owner_id)) as session:
                reading = reading_of(mine(session, connection_id).settings)
            found = CalendarCalls(calendar, Unlimited()).calendars()
            return tuple(
                CalendarFound(each.name, each.foreign, reading.wants(each.name, foreign=each.foreign)) for each in found
            )

    @contextmanager
    def _opened(self, database: Database, owner_id: UUID, connection_id: UUID, interface: Interface) -> Iterator[Any]:
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
        opened = service(interface, self.roots, self.access.tokens(database, owner_id, connection), SECONDS)
        try:
            yield opened
        finally:
            opened.close()


def _counted(calls: Calls, since: date | None, total: int) -> tuple[int, str]:
    """How many messages came since a day, and the oldest of them; empty where they are too many to be counted."""
    query, token, ids = query_of(floor_of(since)), "", list[str]()
    for _ in range(PAGES):
        page = calls.page(query, token)
        ids += page.ids
        token = page.token
        if not token:
            return len(ids), ids[-1] if ids else ""
    return total, ""
