"""A user's calendars on the real server, as its owner's own calendar program sees them: filled, emptied, looked at."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from ingest.calendar_reading import Reading
from ingest.hosts import HostGuard, allowed_networks
from ingest.https import Asker, url_of
from ingest.sources.caldav.conversation import Account
from ingest.sources.caldav.source import CalDavSource
from tests.ingest.calendar_contract import CalendarPlace, event
from tests.peers.radicale import PASSWORD, Radicale

CLOSED_PORT = 9  # nothing listens there
FIRST = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def asker(radicale: Radicale) -> Asker:
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={radicale.port},{CLOSED_PORT}"), refusing_seconds=0.2)
    return Asker(guard, radicale.trust(), 20.0)


class CalendarAccount(CalendarPlace):
    """The contract's place: a new user's one calendar."""

    def __init__(self, radicale: Radicale) -> None:
        super().__init__()
        self.radicale = radicale
        self.user = radicale.add_user()
        self.url = radicale.url
        self.clock = FIRST
        self.calendar("Work")
        self._sources: list[CalDavSource] = []

    def calendar(self, name: str, kinds: str = "VEVENT", **more: str) -> Path:
        """A new calendar."""
        folder = self.radicale.folder(self.user) / name.lower()
        folder.mkdir(parents=True)
        properties = {"tag": "VCALENDAR", "D:displayname": name, "C:supported-calendar-component-set": kinds, **more}
        (folder / ".Radicale.props").write_text(json.dumps(properties))
        return folder

    @property
    def account(self) -> Account:
        return Account(url_of(self.url), self.user, PASSWORD)

    @property
    def work(self) -> Path:
        return self.radicale.folder(self.user) / "work"

    def open(self, reading: Reading | None = None) -> CalDavSource:
        made = CalDavSource(self.account, asker(self.radicale), self.memory, reading)
        self._sources.append(made)
        return made

    def close(self) -> None:
        for source in self._sources:
            source.close()

    def write(self, name: str, calendar: bytes, folder: Path | None = None) -> None:
        """One event, changed a second after the one before."""
        path = (folder or self.work) / f"{name}.ics"
        path.write_bytes(calendar)
        self.clock += timedelta(seconds=1)
        os.utime(path, (self.clock.timestamp(), self.clock.timestamp()))

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        for number in numbers:
            self.write(str(number), event(number, body, size))

    def take(self, number: int) -> None:
        (self.work / f"{number}.ics").unlink()

    def hide(self) -> None:
        self.url = f"https://localhost:{CLOSED_PORT}/"

    def fingerprint(self) -> str:
        """All that lies at the server but what it remembers for its own use."""
        home = self.radicale.folder(self.user)
        lying = sorted(path for path in home.rglob("*") if path.is_file() and ".Radicale.cache" not in path.parts)
        told = [(str(path), path.stat().st_mtime_ns, sha256(path.read_bytes()).hexdigest()) for path in lying]
        return repr(told)
