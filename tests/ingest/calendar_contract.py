"""The contract of sources for those that hold calendars: the same suite, where an item is an event.

Each of the suite's messages lies in an event as its description, so that what was put comes back to be compared. What
a calendar does otherwise than a mailbox is said here: an event is a calendar, and one of more than 1 MB is not read.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from extract.raw import CALENDAR, RawItem
from ingest.protocol import BATCH_BYTES, Batch, CollectionRef, Cursor, Source
from tests.ingest.source_contract import Mirror, Place, SourceContract, expected, payload, sent_at


def event(number: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> bytes:
    """The event of a number, which starts so many minutes after the others."""
    start = sent_at(number)
    written = base64.b64encode(payload(number, body, size)).decode()
    folded = "".join(f"\r\n {written[at : at + 60]}" for at in range(0, len(written), 60))
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nordlicht//EN\r\nBEGIN:VEVENT\r\nUID:{number}@nordlicht.example"
        f"\r\nDTSTAMP:20260301T080000Z\r\nDTSTART:{start + timedelta(days=number):%Y%m%dT%H%M%SZ}\r\nSUMMARY:Number "
        f"{number}\r\nDESCRIPTION:{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def put_in(calendar: bytes) -> bytes:
    """The message that lies in an event."""
    lines = calendar.replace(b"\r\n ", b"").replace(b"\n ", b"").splitlines()
    (written,) = (line.partition(b":")[2] for line in lines if line.startswith(b"DESCRIPTION"))
    return base64.b64decode(written)


@dataclass
class Memory:
    """What the caller of a source keeps, for one that has to be told."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    reached: dict[str, Cursor | None] = field(default_factory=dict)

    def cursors(self) -> Mapping[str, Cursor | None]:
        return self.reached

    def versions(self, collection: str) -> Mapping[str, str] | None:
        return self.words.get(collection)


@dataclass(slots=True)
class CalendarMirror(Mirror):
    """A caller that keeps what it was told, the words for its content included."""

    memory: Memory = field(default_factory=Memory)

    def apply(self, batch: Batch) -> None:
        Mirror.apply(self, batch)
        words = self.memory.words.setdefault(self.collection.remote_id, {})
        for pointer in batch.gone:
            words.pop(pointer, None)
        pointers = [*(each.remote_id for each in batch.items), *(each.remote_id for each in batch.refused)]
        words |= {pointer: batch.versions.get(pointer, "") for pointer in pointers}
        self.memory.reached[self.collection.remote_id] = batch.cursor

    def as_put(self, item: RawItem) -> bytes:
        return put_in(item.payload)


class CalendarPlace(Place):
    """A place whose caller remembers."""

    def __init__(self) -> None:
        self.memory = Memory()


class CalendarContract(SourceContract):
    many = 120
    several = 75

    def collection(self, source: Source) -> CollectionRef:
        return next(iter(source.collections()))

    def mirror(self, source: Source) -> Mirror:
        return CalendarMirror(source, self.collection(source), memory=self.memory)

    memory: Memory

    def test_payloads_are_unchanged_and_typed(self, place: Place, source: Source) -> None:
        place.put(3)
        mirror = self.mirror(source)
        mirror.follow()
        (item,) = mirror.items.values()
        assert mirror.as_put(item) == payload(3)
        assert item.media_type == CALENDAR
        assert b"UID:3@nordlicht.example\r\n" in item.payload

    def test_batches_are_bounded_in_bytes(self, place: Place, source: Source) -> None:
        place.put(*range(5), size=700_000)
        sizes = [sum(len(i.payload) for i in b.items) for b in source.changes(self.collection(source), None)]
        assert max(sizes) <= BATCH_BYTES
        assert len(sizes) > 1

    def test_one_large_item_comes_whole(self, place: Place, source: Source) -> None:
        place.put(1, size=700_000)
        place.put(2)
        mirror = self.mirror(source)
        mirror.follow()
        assert mirror.payloads() == sorted([payload(1, size=700_000), payload(2)])

    def test_an_oversize_item_is_accounted_for(self, place: Place, source: Source) -> None:
        place.put(1, size=1_100_000)
        place.put(2)
        mirror = self.mirror(source)
        mirror.follow()
        assert mirror.payloads() == expected(2)
        assert list(mirror.refused.values()) == ["This calendar entry is larger than 1 MB."]

    def test_an_empty_collection_still_gives_a_cursor(self, place: Place, source: Source) -> None:
        place.put(1)
        collection = self.collection(source)
        place.take(1)
        mirror = CalendarMirror(place.open(), collection, memory=self.memory)
        (batch,) = mirror.follow()
        assert (batch.items, batch.gone, batch.refused, batch.left) == ((), (), (), 0)
        place.put(2)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(2)
