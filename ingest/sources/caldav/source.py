"""Calendars on a CalDAV server as a Source. It asks with PROPFIND, REPORT and GET alone: nothing there is changed.

What changed is told by the server's token (RFC 6578). Where it refuses the token or has none, everything is listed with
its ETags and compared with what is kept, so that only what differs is loaded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.raw import RawItem
from ingest.calendar_reading import Position, Reading, usable
from ingest.errors import CursorExpired, Unavailable
from ingest.https import Asker
from ingest.protocol import Batch, CollectionRef, Cursor, NoVersions, Refused, Survey, Versions
from ingest.sources.caldav import questions
from ingest.sources.caldav.calendars import Calendar, calendars_of
from ingest.sources.caldav.conversation import Account, Conversation
from ingest.sources.caldav.events import Changes, Entry, Events
from ingest.sources.caldav.multistatus import DAV, SERVER

TYPICAL: Final = 4 * 1024  # bytes of an event whose size the server does not say
AT_ONCE: Final = 50  # events that are asked for together
NOWHERE: Final = Cursor("")
NOT_THERE: Final = "A calendar that is read is not on the server any more, or was renamed just now. It is tried again."
LOST: Final = "The calendar server no longer knows how far the calendar was read: it is listed again."


class CalDavSource:
    """A Source over an account's calendars."""

    def __init__(
        self, account: Account, asker: Asker, known: Versions | None = None, reading: Reading | None = None
    ) -> None:
        self._account = account
        self._conversation = Conversation(account, asker)
        self._known = known or NoVersions()
        self._reading = reading or Reading()
        self._calendars: dict[str, Calendar] = {}
        self._states: dict[str, str] = {}

    def calendars(self) -> list[Calendar]:
        """Every calendar with events that the account may read, its own first."""
        found = calendars_of(self._conversation, self._account.url)
        return sorted(found, key=lambda calendar: calendar.foreign)

    def is_read(self, calendar: Calendar) -> bool:
        """Whether its owner wants it read."""
        return self._reading.wants(calendar.name, foreign=calendar.foreign)

    def collections(self) -> Iterator[CollectionRef]:
        """The calendars that are read."""
        found = [each for each in self.calendars() if self.is_read(each)]
        self._calendars = {each.remote_id: each for each in found}
        self._states = {each.remote_id: each.state for each in found}
        return iter([each.ref() for each in found])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What changed since the cursor, what went, and then the rest of the first listing, newest first."""
        state = self._states.pop(collection.remote_id, None)
        following = _Following(self._events(collection), self._known, self._reading)
        if since is None:
            yield from following.first()
            return
        position = Position.of(since)
        if not (position.is_complete and position.floor == self._reading.floor and state and state == position.token):
            yield from following.on(position)

    def survey(self, collection: CollectionRef, since: Cursor | None) -> Survey:
        """What is there, and what of it a cursor claims."""
        events = self._events(collection)
        everything = events.listed()
        wanted = events.wanted(everything, self._reading.since)
        claimed: frozenset[str] = frozenset()
        if since is not None:
            position = Position.of(since)
            claimed = frozenset(each.remote_id for each in wanted if _is_known(each, position))
        there = frozenset(each.remote_id for each in everything)
        return Survey(there, claimed, len(there) - len(wanted))

    def items(self, collection: CollectionRef, remote_ids: Collection[str]) -> Iterator[Batch]:
        """These events; what is not there any more is left out."""
        events = self._events(collection)
        wanted = [each for each in events.listed() if each.remote_id in set(remote_ids)] if remote_ids else []
        following = _Following(events, self._known, self._reading)
        for batch, _ in following.batches(wanted):
            yield replace(batch, gone=())

    def slow_items(
        self, collection: CollectionRef, remote_ids: Collection[str], *, first_part: bool
    ) -> Iterator[Batch]:
        """The same: an event is small, or not read at all."""
        yield from () if first_part else self.items(collection, remote_ids)

    def close(self) -> None:
        """Hang up."""
        self._conversation.close()

    def _events(self, collection: CollectionRef) -> Events:
        if collection.remote_id not in self._calendars:
            list(self.collections())
        calendar = self._calendars.get(collection.remote_id)
        if calendar is None:
            raise Unavailable(NOT_THERE)
        return Events(self._conversation, calendar)


@dataclass(frozen=True, slots=True)
class _Following:
    """Follows one calendar."""

    events: Events
    known: Versions
    reading: Reading

    def first(self) -> Iterator[Batch]:
        """Everything, in the order in which it changed; what changes meanwhile is told by the token from before."""
        yield from self._rest(
            Position(self._state(), self.reading.floor), self.events.wanted(self.events.listed(), self.reading.since)
        )

    def on(self, position: Position) -> Iterator[Batch]:
        """What happened since, then what is left of the first listing."""
        told = self._told(position)
        if told is None or position.floor != self.reading.floor:
            yield from self._compared(position)
            return
        after = replace(position, token=usable(told.token))
        for batch, last in self.batches(told.entries, told.gone):
            yield replace(batch, cursor=(after if last else position).cursor())
        if not (told.entries or told.gone) and after != position:
            yield Batch((), (), after.cursor())
        if not after.is_complete:
            left = self.events.wanted(self.events.listed(), self.reading.since)
            left = [each for each in left if each.place < after.where]
            yield from self._rest(after, left)

    def batches(self, entries: Sequence[Entry], gone: Sequence[str] = ()) -> Iterator[tuple[Batch, bool]]:
        """Batches that keep their limits, without cursors, each with whether it is the last."""
        made = self._made(entries, gone)
        held = next(made, None)
        while held is not None:
            following = next(made, None)
            yield held, following is None
            held = following

    def _made(self, entries: Sequence[Entry], gone: Sequence[str]) -> Iterator[Batch]:
        versions = {each.remote_id: each.version for each in entries}
        for run in self._runs(entries):
            for contents in self._fitting(self.events.contents(run)):
                yield _batch(contents, versions)
        for start in range(0, len(gone), self.reading.limits.items):
            yield Batch((), tuple(gone[start : start + self.reading.limits.items]), NOWHERE)

    def _runs(self, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
        """What is asked for together."""
        run: list[Entry] = []
        size, most = 0, min(self.reading.limits.items, AT_ONCE)
        for entry in entries:
            weight = entry.size or TYPICAL
            if run and (len(run) == most or size + weight > self.reading.limits.size):
                yield run
                run, size = [], 0
            run.append(entry)
            size += weight
        if run:
            yield run

    def _fitting(self, contents: Iterator[RawItem | Refused | str]) -> Iterator[list[RawItem | Refused | str]]:
        """What is handed over together, by the sizes that things have."""
        run: list[RawItem | Refused | str] = []
        size = 0
        for each in contents:
            weight = len(each.payload) if isinstance(each, RawItem) else 0
            if run and size + weight > self.reading.limits.size:
                yield run
                run, size = [], 0
            run.append(each)
            size += weight
        yield run

    def _rest(self, position: Position, entries: Sequence[Entry]) -> Iterator[Batch]:
        """A first listing, as much of it as is handed over in one go."""
        by_place = {each.remote_id: each.place for each in entries}
        most, left = self.reading.limits.history, len(entries)
        complete = replace(position, changed=0, mark="")
        if not entries:
            yield Batch((), (), complete.cursor(), left=0)
        for batch, last in self.batches(entries if most is None else entries[:most]):
            told = [*(each.remote_id for each in batch.items), *(each.remote_id for each in batch.refused), *batch.gone]
            left -= len(told)
            changed, mark = min(by_place[pointer] for pointer in told)
            at = complete if last and not left else replace(position, changed=changed, mark=mark)
            yield replace(batch, cursor=at.cursor(), left=left)

    def _told(self, position: Position) -> Changes | None:
        """What the server says of what happened; None where it cannot."""
        if not (position.token and self.events.calendar.syncs):
            return None
        try:
            return self.events.changes(position.token)
        except CursorExpired:
            return None

    def _compared(self, position: Position) -> Iterator[Batch]:
        """What differs between what is there and what is kept."""
        calendar = self.events.calendar.remote_id
        known = self.known.versions(calendar)
        if known is None:
            raise CursorExpired(LOST)
        after = Position(self._state(), self.reading.floor)
        listed = self.events.listed()
        wanted = self.events.wanted(listed, self.reading.since)
        differ = [each for each in wanted if not each.version or known.get(each.remote_id) != word_of(each.version)]
        gone = sorted(known.keys() - {each.remote_id for each in listed})
        for batch, last in self.batches(differ, gone):
            yield replace(batch, cursor=(after if last else position).cursor())
        if not (differ or gone) and after != position:
            yield Batch((), (), after.cursor())

    def _state(self) -> str:
        """The token of what is there now."""
        url = self.events.calendar.url
        _, told = self.events.conversation.properties(url, questions.properties(questions.STATE), "0")
        names = (f"{DAV}sync-token", f"{SERVER}getctag")
        return next((usable(each.text(name)) for each in told.answers[:1] for name in names if each.text(name)), "")


def word_of(version: str) -> str:
    """An ETag as it is kept: told apart from other words, and as short as any."""
    return f"etag {version}"[:200]


def _batch(contents: Sequence[RawItem | Refused | str], versions: dict[str, str]) -> Batch:
    items = tuple(each for each in contents if isinstance(each, RawItem))
    return Batch(
        items=items,
        gone=tuple(each for each in contents if isinstance(each, str)),
        cursor=NOWHERE,
        refused=tuple(each for each in contents if isinstance(each, Refused)),
        versions={each.remote_id: word_of(versions[each.remote_id]) for each in items if versions[each.remote_id]},
    )


def _is_known(entry: Entry, position: Position) -> bool:
    return position.is_complete or entry.place >= (position.changed, position.mark)
