"""A calendar at Google as the contract's place: an event for each number, as its owner's own page would write it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import timedelta

from ingest.calendar_reading import Reading
from ingest.google.allowance import Unlimited
from ingest.google.service import service
from ingest.sources.google_calendar.source import GoogleCalendarSource
from tests.ingest.calendar_contract import CalendarMirror, CalendarPlace
from tests.ingest.source_contract import payload, sent_at
from tests.peers.google.calendar import Calendar
from tests.peers.google.clients import Given, roots
from tests.peers.google.gmail import Answer
from tests.peers.google.quota import Limits
from tests.peers.google.server import SOMEBODY, Google

PLENTY = Limits(user=10**9, project=10**9, day=10**9)


def at(text: str, zone: str = "Europe/Berlin") -> Answer:
    """A time as Google gives one."""
    return {"dateTime": text, "timeZone": zone}


def times(number: int) -> dict[str, object]:
    """Start and end of a number's event."""
    start = sent_at(number) + timedelta(days=number)
    end = start + timedelta(minutes=30)
    return {"start": at(start.isoformat(), "UTC"), "end": at(end.isoformat(), "UTC")}


@dataclass
class GoogleShelf(CalendarPlace):
    """The primary calendar of somebody."""

    google: Google
    opened: list[GoogleCalendarSource] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.google.meter.limits = PLENTY

    def open(self, reading: Reading | None = None, *, remembers: bool = True) -> GoogleCalendarSource:
        calendar = service("calendar.v3", roots(self.google), Given(self.google.token(SOMEBODY)))
        known = self.memory if remembers else None
        self.opened.append(GoogleCalendarSource(calendar, Unlimited(), known, reading))
        return self.opened[-1]

    def mirror(self, reading: Reading | None = None) -> CalendarMirror:
        """A caller that remembers."""
        source = self.open(reading)
        return CalendarMirror(source, next(iter(source.collections())), memory=self.memory)

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        for number in numbers:
            description = base64.b64encode(payload(number, body, size)).decode()
            named = {"summary": f"Number {number}", "iCalUID": f"{number}@nordlicht.example", "status": "confirmed"}
            self.calendar.put(f"e{number}", **named, description=description, **times(number))

    def take(self, number: int) -> None:
        self.calendar.cancel(f"e{number}")

    def hide(self) -> None:
        self.google.levers.down = True

    def fingerprint(self) -> str:
        told = (self.calendar.events, self.calendar.changed, self.google.calendars[SOMEBODY].channels)
        return hashlib.sha256(repr(told).encode()).hexdigest()

    @property
    def calendar(self) -> Calendar:
        return self.google.calendars[SOMEBODY].shelf[SOMEBODY]

    def close(self) -> None:
        for each in self.opened:
            each.close()
