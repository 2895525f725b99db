"""Connecting calendars: where they are, whether they can be read, and the row from which their reading begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from ingest.calendar_accounts import CALDAV as CALDAV
from ingest.calendar_accounts import FEED as FEED
from ingest.calendar_accounts import CalDavRoom as CalDavRoom
from ingest.calendar_accounts import CalendarServer as CalendarServer
from ingest.calendar_accounts import FeedRoom as FeedRoom
from ingest.calendar_accounts import Publisher as Publisher
from ingest.calendar_reading import Reading
from ingest.connect import begin_reading
from ingest.discovery.calendars import CalendarPlaces
from ingest.discovery.records import Records
from ingest.errors import CredentialsRejected, SourceError
from ingest.history import History
from ingest.https import Asker, Url, url_of
from ingest.sources.caldav.source import CalDavSource
from ingest.sources.feed.source import FeedSource
from ingest.sources.imap.opening import Opener
from store import connections
from store.connections import Place, connect
from store.crypto import Sealer
from store.errors import NotFound

NONE: Final = "The calendar server lets me in, and the account has no calendar with events that I may read."
NOT_FOUND: Final = (
    "I do not find the calendar server of {domain}. Give its address with --url, as the provider's help for calendar "
    "programs has it."
)


@dataclass(frozen=True, slots=True)
class CalendarFound:
    """A calendar of an account.

    Attributes:
        foreign: somebody else's.
        read: whether it will be read.
    """

    name: str
    foreign: bool
    read: bool


@dataclass(frozen=True, slots=True)
class NewCalendar:
    """Calendars to connect: their owner's name for them, where they are, and the secret that opens them.

    Attributes:
        history: how far back they are read; None: as before, and all of new ones.
    """

    label: str
    at: CalendarServer | Publisher
    secret: str = field(repr=False)
    history: History | None = None


def parsed(address: str) -> Url:
    """An address as it was typed; webcal:// means https://.

    Raises:
        SourceError: it is none, or not over TLS.
    """
    return url_of(address)


def find(
    address: str, server: CalendarServer, password: str, opener: Opener, records: Records | None = None
) -> CalendarServer:
    """The account's calendar server, found from its address and signed in to.

    Raises:
        SourceError: there is none that can be found; the sentence says what to give.
    """
    for place in CalendarPlaces(records or Records()).of(address):
        candidate = replace(server, url=str(place))
        try:
            look(candidate, password, opener)
        except CredentialsRejected:
            raise
        except SourceError as error:
            reason = error
        else:
            return candidate
    raise SourceError(f"{NOT_FOUND.format(domain=address.rpartition('@')[2])} {reason}")


def look(server: CalendarServer, password: str, opener: Opener) -> tuple[CalendarFound, ...]:
    """Sign in, and see which calendars there are. Nothing is kept.

    Raises:
        SourceError: one sentence says exactly what is wrong and what to do.
    """
    source = CalDavSource(server.account(password), _asker(opener), reading=Reading(server.without, server.also))
    try:
        found = tuple(CalendarFound(each.name, each.foreign, source.is_read(each)) for each in source.calendars())
    finally:
        source.close()
    if not any(each.read for each in found):
        raise SourceError(NONE)
    return found


def count(address: str, opener: Opener) -> int:
    """How many events a published calendar has. Nothing is kept. Raises as ``look``."""
    source = FeedSource(url_of(address), FEED, _asker(opener))
    try:
        (ref,) = source.collections()
        batch = next(islice(source.changes(ref, None), 1))
        return len(batch.items) + len(batch.refused) + (batch.left or 0)
    finally:
        source.close()


def begin(session: Session, sealer: Sealer, owner_id: UUID, new: NewCalendar, now: datetime) -> UUID:
    """Connect calendars, or give connected ones another place or secret; their reading is due at once."""
    provider = FEED if isinstance(new.at, Publisher) else CALDAV
    connection = connect(session, owner_id, Place(provider, new.label), now)
    history = new.history or History.of(connection.settings)
    connection.settings = new.at.as_settings() | history.as_settings()
    return begin_reading(session, sealer, connection, new.secret, now)


def place_of(session: Session, connection_id: UUID) -> CalendarServer | Publisher:
    """Where calendars of the transaction's user are.

    Raises:
        NotFound: they have no such calendars.
    """
    connection = connections.mine(session, connection_id)
    if connection.provider not in {CALDAV, FEED}:
        raise NotFound("There is no such calendar.")
    return (
        CalendarServer.of(connection.settings) if connection.provider == CALDAV else Publisher.of(connection.settings)
    )


def check(place: CalendarServer | Publisher, secret: str, opener: Opener) -> CalendarServer | Publisher:
    """Try a secret, as its owner enters it anew; where it leads. Raises as ``look``."""
    if isinstance(place, CalendarServer):
        look(place, secret, opener)
        return place
    count(secret, opener)
    return Publisher(url_of(secret).host)


def _asker(opener: Opener) -> Asker:
    return Asker(opener.guard, opener.trust, opener.patience)
