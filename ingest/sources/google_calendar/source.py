"""Calendars at Google as a Source, which asks and changes nothing.

A calendar is listed once and without a window, since Google tells what changes only of what was asked for at first. Its
token comes with the last page, so that everything is at hand before anything is kept. Where Google does not know the
token any more, the calendar is listed beside what is kept, and only what differs is handed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from extract.raw import RawItem
from ingest.calendar_reading import Position, Reading, usable
from ingest.errors import CursorExpired, Unavailable
from ingest.google.allowance import Allowance
from ingest.google.service import Forgotten
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, NoVersions, Refused, Survey, Versions
from ingest.sources.google_calendar.calls import Calendar, Calls
from ingest.sources.google_calendar.events import Changes, Entry, Events

NOWHERE: Final = Cursor("")
NOT_THERE: Final = "A calendar that is read is not in the account's list any more. It is tried again."
LOST: Final = "Google no longer knows how far the calendar was read: it is listed again."


class GoogleCalendarSource:
    """A Source over one account's calendars."""

    def __init__(
        self,
        calendar: Any,  # noqa: ANN401 - made from a document
        allowance: Allowance,
        known: Versions | None = None,
        reading: Reading | None = None,
    ) -> None:
        self._calls = Calls(calendar, allowance)
        self._known = known or NoVersions()
        self._reading = reading or Reading()
        self._calendars: dict[str, Calendar] = {}

    def calendars(self) -> list[Calendar]:
        """Every calendar that the account may read, its own first."""
        return self._calls.calendars()

    def is_read(self, calendar: Calendar) -> bool:
        """Whether its owner wants it read."""
        return self._reading.wants(calendar.name, foreign=calendar.foreign)

    def collections(self) -> Iterator[CollectionRef]:
        """The calendars that are read."""
        self._calendars = {each.remote_id: each for each in self.calendars() if self.is_read(each)}
        return iter([CollectionRef(each.remote_id, each.name, "calendar") for each in self._calendars.values()])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What changed since the cursor, what went, and then the rest of a first listing, newest first."""
        following = _Following(self._events(collection), self._reading)
        if since is None:
            yield from following.first()
        else:
            yield from following.on(Position.of(since))

    def survey(self, collection: CollectionRef, since: Cursor | None) -> Survey:
        """What is there, and what of it a cursor claims."""
        everything = self._events(collection).listed().entries
        wanted = _recent(everything, self._reading)
        claimed: frozenset[str] = frozenset()
        if since is not None:
            position = Position.of(since)
            claimed = frozenset(each.remote_id for each in wanted if _is_known(each, position))
        return Survey(frozenset(each.remote_id for each in everything), claimed, len(everything) - len(wanted))

    def items(self, collection: CollectionRef, remote_ids: Collection[str]) -> Iterator[Batch]:
        """These events; what is not there any more is left out."""
        asked = set(remote_ids)
        listed = self._events(collection).listed().entries if asked else ()
        for run in _runs([each for each in listed if each.remote_id in asked], self._reading.limits):
            yield _batch(run)

    def slow_items(
        self, collection: CollectionRef, remote_ids: Collection[str], *, first_part: bool
    ) -> Iterator[Batch]:
        """The same: an event is small, or not read at all."""
        yield from () if first_part else self.items(collection, remote_ids)

    def close(self) -> None:
        """End the connection."""
        self._calls.calendar.close()

    def _events(self, collection: CollectionRef) -> Events:
        if collection.remote_id not in self._calendars:
            list(self.collections())
        calendar = self._calendars.get(collection.remote_id)
        if calendar is None:
            raise Unavailable(NOT_THERE)
        return Events(self._calls, calendar, self._known)


@dataclass(frozen=True, slots=True)
class _Following:
    """Follows one calendar."""

    events: Events
    reading: Reading

    def first(self) -> Iterator[Batch]:
        """Everything; what happens meanwhile is told by the token that came with it."""
        listed = self.events.listed()
        position = Position(usable(listed.token), self.reading.floor)
        yield from self._rest(position, _recent(listed.entries, self.reading))

    def on(self, position: Position) -> Iterator[Batch]:
        """What happened since, then what is left of a first listing."""
        told = self._told(position)
        if told is None:
            yield from self._compared(position)
            return
        after = replace(position, token=usable(told.token))
        yield from self._handed(told.entries, told.gone, position, after)
        if not after.is_complete:
            left = _recent(self.events.listed().entries, self.reading)
            yield from self._rest(after, [each for each in left if each.where < after.where])

    def _told(self, position: Position) -> Changes | None:
        """What Google says of what happened; None where everything has to be compared."""
        if not position.token or position.floor != self.reading.floor:
            return None
        try:
            return self.events.changes(position.token)
        except Forgotten:
            return None

    def _compared(self, position: Position) -> Iterator[Batch]:
        """What differs between what is there and what is kept."""
        known = self.events.kept.versions(self.events.calendar.remote_id)
        if known is None:
            raise CursorExpired(LOST)
        listed = self.events.listed()
        differ = [each for each in _recent(listed.entries, self.reading) if known.get(each.remote_id) != each.version]
        gone = sorted(known.keys() - {each.remote_id for each in listed.entries})
        yield from self._handed(differ, gone, position, Position(usable(listed.token), self.reading.floor))

    def _handed(
        self, entries: Sequence[Entry], gone: Sequence[str], before: Position, after: Position
    ) -> Iterator[Batch]:
        """What changed, then what went. The cursor moves with the last of it."""
        most = self.reading.limits.items
        batches = [_batch(run) for run in _runs(entries, self.reading.limits)]
        batches += [Batch((), tuple(gone[at : at + most]), NOWHERE) for at in range(0, len(gone), most)]
        if not batches and after != before:
            batches = [Batch((), (), NOWHERE)]
        for number, batch in enumerate(batches, start=1):
            yield replace(batch, cursor=(after if number == len(batches) else before).cursor())

    def _rest(self, position: Position, entries: Sequence[Entry]) -> Iterator[Batch]:
        """A first listing, or what is left of it."""
        left = len(entries)
        complete = replace(position, changed=0, mark="")
        if not entries:
            yield Batch((), (), complete.cursor(), left=0)
        for run in _runs(entries, self.reading.limits):
            left -= len(run)
            changed, mark = run[-1].where
            at = replace(position, changed=changed, mark=mark) if left else complete
            yield replace(_batch(run), cursor=at.cursor(), left=left)


def _recent(entries: Sequence[Entry], reading: Reading) -> list[Entry]:
    """Those that are not over since long."""
    return [each for each in entries if reading.since is None or each.over is None or each.over >= reading.since]


def _runs(entries: Sequence[Entry], limits: BatchLimits) -> Iterator[list[Entry]]:
    """What is handed over together."""
    run: list[Entry] = []
    size = 0
    for each in entries:
        weight = len(each.handed.payload) if isinstance(each.handed, RawItem) else 0
        if run and (len(run) == limits.items or size + weight > limits.size):
            yield run
            run, size = [], 0
        run.append(each)
        size += weight
    if run:
        yield run


def _batch(run: Sequence[Entry]) -> Batch:
    handed = [each.handed for each in run]
    items = tuple(each for each in handed if isinstance(each, RawItem))
    refused = tuple(each for each in handed if isinstance(each, Refused))
    return Batch(items, (), NOWHERE, refused, versions={each.remote_id: each.version for each in run})


def _is_known(entry: Entry, position: Position) -> bool:
    return position.is_complete or entry.where >= position.where
