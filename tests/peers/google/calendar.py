"""Google Calendar: events of calendars, sync tokens that expire, and cancelled events that only an increment shows."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from ingest.google.service import scope
from tests.peers.google.gmail import Answer, Query, one
from tests.peers.google.levers import GONE, NOT_FOUND, FaultError, Levers, bad

SCOPES = {scope("calendar.v3", "calendar.readonly"), scope("calendar.v3", "calendar.events.readonly")}


@dataclass
class Calendar:
    """One calendar: the events as they are now, each with the number of its last change."""

    id: str
    name: str
    primary: bool = False
    events: dict[str, Answer] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    number: int = 0
    forgotten: int = 0

    def put(self, id_: str, **fields: object) -> None:
        """Add an event or change one: what is not named stays."""
        self.number += 1
        self.changed[id_] = self.number
        before = self.events.get(
            id_, {"kind": "calendar#event", "id": id_, "status": "confirmed", "iCalUID": f"{id_}@g"}
        )
        self.events[id_] = before | fields | {"etag": f'"{self.number}"', "updated": "2026-11-26T08:00:00.000Z"}

    def cancel(self, id_: str) -> None:
        """Gone from every full listing; of a series' instance and in increments it is told as cancelled."""
        self.put(id_, status="cancelled")

    def expire(self) -> None:
        """No sync token that was handed out until now is good."""
        self.forgotten = self.number = self.number + 1


@dataclass
class Calendars:
    """The calendars of one user, and the channels that were opened on them."""

    shelf: dict[str, Calendar] = field(default_factory=dict)
    channels: dict[str, Answer] = field(default_factory=dict)

    def add(self, id_: str, name: str, *, primary: bool = False) -> Calendar:
        return self.shelf.setdefault(id_, Calendar(id_, name, primary))

    def listed(self) -> Answer:
        told: list[Answer] = [
            {"kind": "calendar#calendarListEntry", "id": each.id, "summary": each.name, "accessRole": "owner",
             "timeZone": "Europe/Berlin"} | ({"primary": True} if each.primary else {})
            for each in self.shelf.values()
        ]  # fmt: skip
        return {"kind": "calendar#calendarList", "etag": '"1"', "nextSyncToken": "c1"} | (
            {"items": told} if told else {}
        )

    def events(self, id_: str, query: Query, levers: Levers) -> Answer:
        """One page; the sync token comes with the last one alone."""
        calendar = self._calendar(id_)
        token = one(query, "syncToken")
        if token and {"timeMin", "timeMax", "q", "updatedMin", "orderBy"} & query.keys():
            raise bad("Sync token cannot be used together with other filters.")
        since = _number(token)
        if token and since < calendar.forgotten:
            raise FaultError(GONE)
        found = _listed(calendar, since, everything=bool(token) or one(query, "showDeleted") == "true")
        begin = _number(one(query, "pageToken"))
        size = min(int(one(query, "maxResults", "250")), 2_500, levers.most)
        rest = [each for each in found if calendar.changed[str(each["id"])] > begin]
        told: Answer = {
            "kind": "calendar#events", "etag": '"1"', "summary": calendar.name, "updated": "2026-11-26T08:00:00.000Z",
            "timeZone": "Europe/Berlin", "accessRole": "owner", "items": rest[:size],
        }  # fmt: skip
        if len(rest) > size:
            return told | {"nextPageToken": _token(calendar.changed[str(rest[size - 1]["id"])])}
        return told | {"nextSyncToken": _token(calendar.number)}

    def watch(self, id_: str, asked: Answer, now: float) -> Answer:
        self._calendar(id_)
        told = {"kind": "api#channel", "id": asked["id"], "resourceId": f"r-{id_}", "resourceUri": f"/calendars/{id_}"}
        told |= {"expiration": str(int((now + 7 * 86_400) * 1000))} | (
            {"token": asked["token"]} if "token" in asked else {}
        )
        self.channels[str(asked["id"])] = told
        return told

    def stop(self, asked: Answer) -> None:
        if self.channels.pop(str(asked.get("id")), None) is None:
            raise FaultError(NOT_FOUND)

    def _calendar(self, id_: str) -> Calendar:
        if id_ not in self.shelf:
            raise FaultError(NOT_FOUND)
        return self.shelf[id_]


def _listed(calendar: Calendar, since: int, *, everything: bool) -> list[Answer]:
    found = [event for id_, event in calendar.events.items() if calendar.changed[id_] > since]
    kept = [each for each in found if everything or each["status"] != "cancelled" or "recurringEventId" in each]
    return sorted(kept, key=lambda each: calendar.changed[str(each["id"])])


def _token(number: int) -> str:
    return base64.urlsafe_b64encode(f"n{number}".encode()).decode()


def _number(token: str) -> int:
    return int(base64.urlsafe_b64decode(token).decode()[1:]) if token else 0
