"""Google Calendar: events of calendars, sync tokens that expire, and cancelled events that only an increment shows."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from ingest.google.service import scope
from tests.peers.google.gmail import Answer, Query, one
from tests.peers.google.levers import FORBIDDEN, GONE, NOT_FOUND, FaultError, Levers, bad

EVENTS = {scope("calendar.v3", "calendar.readonly"), scope("calendar.v3", "calendar.events.readonly")}
LISTS = {scope("calendar.v3", "calendar.readonly"), scope("calendar.v3", "calendar.calendarlist.readonly")}
SCOPES = EVENTS | LISTS
FILTERS = {"iCalUID", "timeMin", "timeMax", "q", "updatedMin", "orderBy", "privateExtendedProperty"}
SAME = ("eventTypes", "singleEvents", "maxAttendees")
FIRST = datetime(2026, 11, 26, 8, tzinfo=UTC)
WEEK = 7 * 86_400


@dataclass
class Calendar:
    """One calendar: the events as they are now, each with the number of its last change."""

    id: str
    name: str
    primary: bool = False
    role: str = "owner"
    events: dict[str, Answer] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    number: int = 0
    forgotten: int = 0
    closed: bool = False

    def put(self, id_: str, **fields: object) -> None:
        """Add an event or change one: what is not named stays. An instance has its series' UID."""
        self.number += 1
        self.changed[id_] = self.number
        uid = self.events.get(str(fields.get("recurringEventId")), {}).get("iCalUID", f"{id_}@g")
        before = self.events.get(id_, {"kind": "calendar#event", "id": id_, "status": "confirmed", "iCalUID": uid})
        updated = f"{FIRST + timedelta(seconds=self.number):%Y-%m-%dT%H:%M:%S}.000Z"
        self.events[id_] = before | fields | {"etag": f'"{self.number}"', "updated": updated}

    def cancel(self, id_: str) -> None:
        """Gone from every listing that does not ask for what was deleted; what changed in a series goes with it."""
        self.put(id_, status="cancelled")
        for of_it in [each for each, event in self.events.items() if event.get("recurringEventId") == id_]:
            del self.events[of_it], self.changed[of_it]

    def told(self, id_: str) -> Answer:
        """As it is listed: of what is cancelled little more than which it was."""
        event = self.events[id_]
        if event["status"] != "cancelled":
            return event
        return {name: event[name] for name in CANCELLED if name in event}

    def expire(self) -> None:
        """No sync token that was handed out until now is good."""
        self.forgotten = self.number = self.number + 1


CANCELLED = ("kind", "etag", "id", "status", "recurringEventId", "originalStartTime")


@dataclass
class Calendars:
    """The calendars of one user, and the channels that were opened on them."""

    shelf: dict[str, Calendar] = field(default_factory=dict)
    channels: dict[str, Answer] = field(default_factory=dict)
    sent: int = 0

    def add(self, id_: str, name: str, *, primary: bool = False, role: str = "owner") -> Calendar:
        return self.shelf.setdefault(id_, Calendar(id_, name, primary, role))

    def listed(self, query: Query, levers: Levers) -> Answer:
        told: list[Answer] = [
            {"kind": "calendar#calendarListEntry", "id": each.id, "summary": each.name, "accessRole": each.role,
             "timeZone": "Europe/Berlin"} | ({"primary": True} if each.primary else {})
            for each in self.shelf.values()
        ]  # fmt: skip
        begin = int(one(query, "pageToken", "0"))
        end = begin + min(int(one(query, "maxResults", "100")), 250, levers.most)
        following: Answer = {"nextPageToken": str(end)} if end < len(told) else {"nextSyncToken": "c1"}
        return {"kind": "calendar#calendarList", "etag": '"1"', "items": told[begin:end]} | following

    def events(self, id_: str, query: Query, levers: Levers) -> Answer:
        """One page; the sync token comes with the last one alone."""
        calendar = self._calendar(id_)
        token, deleted = one(query, "syncToken"), one(query, "showDeleted")
        if token and (FILTERS & query.keys() or deleted == "false" or _asked(token) != _filters(query)):
            raise bad("Sync token cannot be used together with other filters.")
        since = _number(token)
        if token and since < calendar.forgotten:
            raise FaultError(GONE)
        found = _listed(calendar, since, everything=bool(token) or deleted == "true")
        found = [each for each in found if _is_of_type(calendar, each, query)]
        begin = _number(one(query, "pageToken"))
        size = min(int(one(query, "maxResults", "250")), 2_500, levers.most)
        rest = [each for each in found if calendar.changed[each] > begin]
        told: Answer = {
            "kind": "calendar#events", "etag": '"1"', "summary": calendar.name, "updated": "2026-11-26T08:00:00.000Z",
            "timeZone": "Europe/Berlin", "accessRole": calendar.role,
            "items": [calendar.told(each) for each in rest[:size]],
        }  # fmt: skip
        if levers.blank:
            levers.blank -= 1
            return told | {"items": [], "nextPageToken": _token(begin)}
        if len(rest) > size:
            return told | {"nextPageToken": _token(calendar.changed[rest[size - 1]])}
        return told | {"nextSyncToken": _token(calendar.number, _filters(query))}

    def event(self, id_: str, event_id: str) -> Answer:
        """One event, whether it is cancelled or not."""
        calendar = self._calendar(id_)
        if event_id not in calendar.events:
            raise FaultError(NOT_FOUND)
        return calendar.events[event_id]

    def watch(self, id_: str, asked: Answer, now: float) -> Answer:
        self._calendar(id_)
        if not str(asked.get("address", "")).startswith("https://"):
            raise bad("WebHook callback must be HTTPS")
        if asked["id"] in self.channels:
            raise bad("Channel id not unique")
        told = {"kind": "api#channel", "id": asked["id"], "resourceId": f"r-{id_}", "resourceUri": f"/calendars/{id_}"}
        told |= {"expiration": str(int((now + WEEK) * 1000))} | ({"token": asked["token"]} if "token" in asked else {})
        self.channels[str(asked["id"])] = told | {"address": asked["address"]}
        return told

    def stop(self, asked: Answer) -> None:
        if self.channels.pop(str(asked.get("id")), None) is None:
            raise FaultError(NOT_FOUND)

    def notice(self, channel_id: str, now: float, state: str = "exists") -> dict[str, str] | None:
        """The headers of a notice, which has no body; None where the channel has ended."""
        channel = self.channels.get(channel_id)
        if channel is None or int(str(channel["expiration"])) < now * 1000:
            return None
        self.sent += 1
        told = {
            "Channel-ID": channel_id, "Channel-Token": str(channel.get("token", "")), "Resource-State": state,
            "Resource-ID": str(channel["resourceId"]), "Message-Number": str(self.sent),
        }  # fmt: skip
        return {f"X-Goog-{name}": value for name, value in told.items() if value}

    def _calendar(self, id_: str) -> Calendar:
        if id_ not in self.shelf:
            raise FaultError(NOT_FOUND)
        if self.shelf[id_].closed:
            raise FaultError(FORBIDDEN)
        return self.shelf[id_]


def _listed(calendar: Calendar, since: int, *, everything: bool) -> list[str]:
    found = [id_ for id_ in calendar.events if calendar.changed[id_] > since]
    kept = [
        each
        for each in found
        if everything or calendar.events[each]["status"] != "cancelled" or "recurringEventId" in calendar.events[each]
    ]
    return sorted(kept, key=lambda each: calendar.changed[each])


def _is_of_type(calendar: Calendar, id_: str, query: Query) -> bool:
    wanted = query.get("eventTypes")
    return not wanted or str(calendar.events[id_].get("eventType", "default")) in wanted


def _filters(query: Query) -> str:
    return "|".join(",".join(query.get(name, ())) for name in SAME)


def _token(number: int, filters: str = "") -> str:
    return base64.urlsafe_b64encode(f"n{number} {filters}".encode()).decode()


def _number(token: str) -> int:
    return int(_text(token).partition(" ")[0][1:]) if token else 0


def _asked(token: str) -> str:
    return _text(token).partition(" ")[2]


def _text(token: str) -> str:
    return base64.urlsafe_b64decode(token).decode()
