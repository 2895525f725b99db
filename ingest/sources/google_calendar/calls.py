"""Google Calendar's methods as typed answers, each paid for before it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from ingest.errors import Malformed
from ingest.google.allowance import Allowance
from ingest.google.service import ODD, asked

PAGE: Final = 500
ROUNDS: Final = 500  # pages of one answer
OWNER: Final = "owner"
UNREADABLE: Final = frozenset({"freeBusyReader", "none"})
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar in the owner's list.

    Attributes:
        foreign: somebody else's, which they may read.
        zone: for times that say none.
    """

    remote_id: str
    name: str
    foreign: bool
    zone: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An answer to its last page: every event in it once, as it was said last, and the token to ask with next time."""

    events: Mapping[str, Told]
    token: str
    zone: str


@dataclass(frozen=True, slots=True)
class Channel:
    """Where Google says that something changed in a calendar, until when."""

    id: str
    resource: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Calls:
    """Of one account."""

    calendar: Any
    allowance: Allowance

    def calendars(self) -> list[Calendar]:
        """The calendars whose events the owner may read, their own first."""
        found: list[Calendar] = []
        token = ""
        for _ in range(ROUNDS):
            self.allowance.spend("calendarList.list")
            told = asked(self.calendar.calendarList().list(maxResults=250, pageToken=token or None).execute)
            found += _calendars(told)
            token = str(told.get("nextPageToken", ""))
            if not token:
                return sorted(found, key=lambda each: each.foreign)
        raise Malformed(ODD)

    def events(self, calendar_id: str, since: str = "") -> Listed:
        """All events, or what happened since a token. What was deleted is told as well, lest it went meanwhile.

        Raises:
            Forgotten: Google does not know the token any more.
        """
        found: dict[str, Told] = {}
        token = ""
        for _ in range(ROUNDS):
            told = self._page(calendar_id, since, token)
            found |= {_text(each, "id"): each for each in told.get("items", ())}
            token = str(told.get("nextPageToken", ""))
            if not token:
                return Listed(found, _text(told, "nextSyncToken"), str(told.get("timeZone", "")))
        raise Malformed(ODD)

    def event(self, calendar_id: str, event_id: str) -> Told:
        """One event. Raises NotThere where there is none."""
        self.allowance.spend("events.get")
        return asked(self.calendar.events().get(calendarId=calendar_id, eventId=event_id).execute)

    def watch(self, calendar_id: str, channel_id: str, address: str, token: str) -> Channel:
        """Have Google say at an address when something changes, as long as it likes to."""
        self.allowance.spend("events.watch")
        body = {"id": channel_id, "type": "web_hook", "address": address, "token": token}
        told = asked(self.calendar.events().watch(calendarId=calendar_id, body=body, eventTypes="default").execute)
        until = datetime.fromtimestamp(int(_text(told, "expiration")) / 1000, UTC)
        return Channel(channel_id, _text(told, "resourceId"), until)

    def stop(self, channel_id: str, resource: str) -> None:
        """End a channel."""
        self.allowance.spend("channels.stop")
        body = {"id": channel_id, "resourceId": resource}
        asked(lambda: {"": self.calendar.channels().stop(body=body).execute()})  # the answer is empty

    def _page(self, calendar_id: str, since: str, token: str) -> Told:
        """Meetings alone: birthdays, places of work and the like are events of other types."""
        self.allowance.spend("events.list")
        listing = self.calendar.events().list(
            calendarId=calendar_id, maxResults=PAGE, showDeleted=True, eventTypes="default",
            syncToken=since or None, pageToken=token or None,
        )  # fmt: skip
        return asked(listing.execute)


def _calendars(told: Told) -> Iterator[Calendar]:
    for each in told.get("items", ()):
        role = str(each.get("accessRole", ""))
        if role in UNREADABLE or each.get("deleted") is True:
            continue
        remote_id = _text(each, "id")
        name = str(each.get("summaryOverride") or each.get("summary") or remote_id)[:200]
        yield Calendar(remote_id, name, role != OWNER, str(each.get("timeZone", "")))


def _text(told: Told, name: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found:
        raise Malformed(ODD)
    return found
