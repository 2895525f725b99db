"""Opens the source of calendars that are read through Google's interface: by whose sign-in, and at what price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from ingest.calendar_reading import Reading
from ingest.errors import Malformed, Unavailable
from ingest.gate import Gate
from ingest.google.metering import Metering
from ingest.google.service import Roots, service
from ingest.google_access import GOOGLE_CALENDAR, Access
from ingest.google_channels import Channels
from ingest.history import History
from ingest.known import StoredFolders
from ingest.sources.google_calendar.calls import Calls
from ingest.sources.google_calendar.source import GoogleCalendarSource
from store import fence
from store.connections import mine
from store.engine import Acting, Database
from store.errors import NotFound

SERVER: Final = "google calendar"  # in the gate: it is one place for all


@dataclass(frozen=True, slots=True)
class GoogleCalendarRoom:
    """What calendars at Google are opened with.

    Attributes:
        channels: who has Google say what changed; None: nobody, it is asked every few minutes.
    """

    access: Access
    metering: Metering
    roots: Roots = field(default_factory=Roots)
    gate: Gate | None = None
    channels: Channels | None = None

    @contextmanager
    def visit(self, database: Database, owner_id: UUID, connection_id: UUID) -> Iterator[GoogleCalendarSource]:
        """The source of a connection for the length of a block, when it is its turn.

        Raises:
            NotYet: it is not.
            NotFound: the owner has no such calendars.
            SourceError: nobody here has access to them.
        """
        with database.transaction(Acting(owner_id)) as session:
            connection = mine(session, connection_id)
            if connection.provider != GOOGLE_CALENDAR:
                raise NotFound("There is no such calendar.")
            address, reading = connection.label, reading_of(connection.settings)
            known = StoredFolders(database, owner_id, connection_id, fence.standing(session, connection_id))
        tokens = self.access.tokens(database, owner_id, connection)
        with self.gate.visit(SERVER, address) if self.gate else nullcontext():
            calendar, allowance = service("calendar.v3", self.roots, tokens), self.metering.of(address)
            source = GoogleCalendarSource(calendar, allowance, known, reading)
            try:
                if self.channels:
                    with suppress(Unavailable, Malformed):  # the calendars are read all the same
                        calls = Calls(calendar, allowance)
                        self.channels.keep(database, owner_id, connection_id, calls, self.access.clock())
                yield source
            finally:
                source.close()


def reading_of(settings: Mapping[str, object]) -> Reading:
    """What is read, as a connection's settings hold it."""
    without, also = (_names(settings.get(name)) for name in ("without", "also"))
    return Reading(without, also, History.of(settings).since)


def _names(listed: object) -> tuple[str, ...]:
    return tuple(str(name) for name in listed) if isinstance(listed, list) else ()
