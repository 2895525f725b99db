"""The events of one calendar: which there are, which changed, and what they say.

A series is an event, and so is each of its instances that was moved, changed or cancelled. Of a cancelled one Google
may tell no more than which it was: its UID stands in its series, and its revision is at least the one that is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Final

import re2

from extract.raw import CALENDAR, RawItem
from ingest.calendar_reading import Where, mark_of
from ingest.errors import CollectionUnavailable, SourceError
from ingest.google.service import Forgotten, NotThere
from ingest.protocol import Refused, Versions
from ingest.sources.google_calendar.calls import Calendar, Calls, Listed, Told
from ingest.sources.google_calendar.writing import Frame, last_day, sequence_of, updated, written

MOST: Final = 50_000
LARGEST: Final = 1024 * 1024  # bytes of an event that is read
POINTER: Final = 500
TOO_LARGE: Final = "This calendar entry is larger than 1 MB."
NO_TIME: Final = "This calendar entry has no time that can be read."
TOO_MANY: Final = f"The calendar holds more than {MOST:,} entries, the most that is read."
NOT_THERE: Final = "This calendar is not at Google any more. It is looked for again."
_INSTANCE: Final = re2.compile(r"(.+)_\d{8}(?:T\d{6}Z)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it is handed over.

    Attributes:
        changed: when it was changed last, where Google says so.
        version: by what it is known when it comes again: its revision number and Google's word for its content.
        over: the day on which it is over; None: it recurs.
    """

    handed: RawItem | Refused
    changed: datetime | None
    version: str
    over: date | None

    @property
    def remote_id(self) -> str:
        """The event's pointer."""
        return self.handed.remote_id

    @property
    def where(self) -> Where:
        """Where it stands among all: what changed last comes first."""
        return (int(self.changed.timestamp()) if self.changed else 0, mark_of(self.remote_id))


@dataclass(frozen=True, slots=True)
class Changes:
    """What there is or what happened, and the token to ask with next time."""

    entries: tuple[Entry, ...]
    gone: tuple[str, ...]
    token: str


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a calendar. ``kept``: what the caller keeps of them."""

    calls: Calls
    calendar: Calendar
    kept: Versions

    def listed(self) -> Changes:
        """Everything, what changed last first."""
        found = self._found(self._asked())
        return Changes(tuple(sorted(found.entries, key=lambda each: each.where, reverse=True)), (), found.token)

    def changes(self, token: str) -> Changes:
        """What happened since a token.

        Raises:
            Forgotten: Google does not know it any more.
        """
        return self._found(self._asked(token))

    def _asked(self, token: str = "") -> Listed:
        try:
            listed = self.calls.events(self.calendar.remote_id, token)
        except Forgotten:
            raise
        except NotThere as error:
            raise CollectionUnavailable(NOT_THERE) from error
        if len(listed.events) > MOST:
            raise SourceError(TOO_MANY)
        return listed

    def _found(self, listed: Listed) -> Changes:
        reading = _Reading(self, listed)
        entries: list[Entry] = []
        gone: list[str] = []
        for event_id, event in listed.events.items():
            entry = reading.entry(event_id, event)
            if entry is None:
                gone += [pointer_of(event_id), *reading.instances(event_id)]
            else:
                entries.append(entry)
        there = {each.remote_id for each in entries}
        return Changes(tuple(entries), tuple(dict.fromkeys(each for each in gone if each not in there)), listed.token)


@dataclass(slots=True)
class _Reading:
    """Reads one answer. ``series``: what was asked for besides it; None: it is not there."""

    events: Events
    listed: Listed
    series: dict[str, Told | None] = field(default_factory=dict)
    _known: Mapping[str, str] | None = None
    _of_series: dict[str, list[str]] | None = None

    def entry(self, event_id: str, event: Told) -> Entry | None:
        """What is handed over of an event; None where it is deleted."""
        frame = self._frame(event_id, event)
        if frame is None:
            return None
        changed, pointer = updated(event), pointer_of(event_id)
        sequence = max(sequence_of(event) or 0, frame.sequence)
        return Entry(
            _handed(event, frame, pointer, changed), changed, f"{sequence} {event.get('etag', '')}"[:200],
            last_day(event),
        )  # fmt: skip

    def instances(self, event_id: str) -> Sequence[str]:
        """What is kept of a series' instances: they go with it, whether Google says so or not."""
        if self._of_series is None:
            self._of_series = {}
            for pointer in self._kept():
                if found := _INSTANCE.fullmatch(pointer):
                    self._of_series.setdefault(found[1], []).append(pointer)
        return self._of_series.get(event_id, ())

    def _kept(self) -> Mapping[str, str]:
        """Looked up where it matters alone: most answers tell of nothing that went."""
        if self._known is None:
            self._known = self.events.kept.versions(self.events.calendar.remote_id) or {}
        return self._known

    def _frame(self, event_id: str, event: Told) -> Frame | None:
        """What the event does not say of itself; None: it is not there, or it cannot be known what it belongs to."""
        of_series = str(event.get("recurringEventId", ""))
        uid, zone = str(event.get("iCalUID", "")), self.listed.zone or self.events.calendar.zone
        if event.get("status") != "cancelled":
            return Frame(uid, zone) if uid else None
        series = self._series(of_series) if of_series else None
        if series is None:
            return None
        start = series.get("start")
        zone = str(start.get("timeZone") or zone) if isinstance(start, Mapping) else zone
        before = self._kept().get(pointer_of(event_id), "").partition(" ")[0]
        known = int(before) if before.isascii() and before.isdigit() else 0
        return Frame(uid or str(series.get("iCalUID", "")), zone, max(known, sequence_of(series) or 0))

    def _series(self, event_id: str) -> Told | None:
        """A series by its id, from the answer or asked for; None where it is deleted."""
        found = self.listed.events.get(event_id)
        if found is None:
            if event_id not in self.series:
                self.series[event_id] = self._asked(event_id)
            found = self.series[event_id]
        return None if found is None or found.get("status") == "cancelled" else found

    def _asked(self, event_id: str) -> Told | None:
        try:
            return self.events.calls.event(self.events.calendar.remote_id, event_id)
        except NotThere:
            return None


def pointer_of(event_id: str) -> str:
    """An event's id, as short as a pointer has to be."""
    return event_id if len(event_id) <= POINTER else f"sha256-{sha256(event_id.encode()).hexdigest()}"


def _handed(event: Told, frame: Frame, pointer: str, changed: datetime | None) -> RawItem | Refused:
    try:
        payload = written(event, frame)
    except ValueError:
        return Refused(pointer, NO_TIME)
    if len(payload) > LARGEST:
        return Refused(pointer, TOO_LARGE)
    return RawItem(CALENDAR, payload, changed, pointer)
