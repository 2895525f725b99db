"""Calendars on the real server, and published ones, connected for one person and followed as a worker does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from ingest.calendar_accounts import CalDavRoom, CalendarServer, FeedRoom, Publisher
from ingest.connect_calendars import CALDAV, FEED, NewCalendar, begin
from ingest.following import Follower
from ingest.gate import Gate
from ingest.hosts import HostGuard, allowed_networks
from ingest.rooms import Rooms
from ingest.sources.imap.opening import Opener, trusting
from store import due
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import SEALER, follow_due
from tests.ingest.letters import keyed_hash
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.peers.publishing import Server
from tests.peers.radicale import PASSWORD


def opener_for(port: int, certificate: Path) -> Opener:
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={port}"), refusing_seconds=0.2)
    return Opener(guard, trusting(certificate), 10.0)


def opener_of_account(calendars: CalendarAccount) -> Opener:
    return opener_for(calendars.radicale.port, calendars.radicale.certificate)


def opener_of_server(server: Server) -> Opener:
    return opener_for(server.port, server.certificate)


class Following:
    """One person's connected calendars, and the worker that follows them."""

    def __init__(self, person: Person, opener: Opener, new: NewCalendar, *, polite: bool = False) -> None:
        self.person, self.now, self.asked = person, LATER, 0
        gate = Gate(person.worker, keyed_hash, lambda: self.now, chance=lambda: 1.0) if polite else None
        rooms = Rooms({CALDAV: CalDavRoom(SEALER, opener, gate), FEED: FeedRoom(SEALER, opener, gate)})
        self.follower = Follower(
            person.worker, rooms, keyed_hash, lambda *_: self._ask(), lambda: self.now, lambda: 1.0
        )
        with person.app.transaction(person.acting) as session:
            self.connection_id = begin(session, SEALER, person.user_id, new, LATER)

    def _ask(self) -> None:
        self.asked += 1

    def look(self) -> None:
        """Follow what is due, as the worker's job does."""
        follow_due(self.person, self.follower)

    def again(self, now: datetime) -> None:
        """Have it looked at once more, at a time."""
        self.now = now
        with self.person.worker.transaction(self.person.acting) as session:
            due.put(session, self.person.user_id, "sync", str(self.connection_id), now)
        self.look()

    def state(self) -> tuple[str, str]:
        with self.person.app.transaction(self.person.acting) as session:
            row = session.scalars(
                select(ConnectionState).where(ConnectionState.connection_id == self.connection_id)
            ).one()
            return row.state, row.reason_code

    def here(self) -> dict[str, str]:
        """The state of everything that is kept and there, by pointer."""
        with self.person.app.transaction(self.person.acting) as session:
            rows: Iterable[Inbound] = session.scalars(select(Inbound).where(~Inbound.gone)).all()
            return {row.remote_id: row.state for row in rows}


def of_account(person: Person, calendars: CalendarAccount, password: str = PASSWORD) -> Following:
    new = NewCalendar(person.address, CalendarServer(calendars.url, calendars.user), password)
    return Following(person, opener_of_account(calendars), new)


def of_feed(person: Person, server: Server, path: str) -> Following:
    return Following(person, opener_of_server(server), NewCalendar("Team", Publisher("localhost"), server.url(path)))


def followed(person: Person, connection_id: UUID) -> bool:
    with person.app.transaction(person.acting) as session:
        return due.is_put(session, person.user_id, "sync", str(connection_id))
