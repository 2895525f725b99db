"""What every source must do, whatever stands behind it. Each source's tests subclass SourceContract.

A subclass gives a ``place``: something that a person could put mail into and take it out of, and a way to open a
source over it. Nothing here knows what kind of place it is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from extract.raw import MESSAGE, RawItem
from ingest.errors import CursorExpired, SourceError
from ingest.protocol import BATCH_BYTES, BATCH_ITEMS, PART_BYTES, Batch, CollectionRef, Cursor, Refused, Source

FIRST = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def sent_at(number: int) -> datetime:
    return FIRST + timedelta(minutes=number)


def payload(number: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> bytes:
    """A message that names its number; ``size`` pads it to that many bytes."""
    head = (
        f"From: Ada Brandt <ada@nordlicht.example>\nTo: Jo Reyes <jo@boswell.example>\nSubject: Number {number}\n"
        f"Date: {format_datetime(sent_at(number))}\nMessage-ID: <{number}@nordlicht.example>\n\n{body}\n"
    ).encode()
    lines = max(0, size - len(head)) // 61
    return head + (b"x" * 60 + b"\n") * lines


class Place(ABC):
    """Where a source reads from, seen by the person who owns it. Messages are known by their number."""

    @abstractmethod
    def open(self) -> Source: ...

    @abstractmethod
    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        """Add messages, or put another body into those that are there."""

    @abstractmethod
    def take(self, number: int) -> None: ...

    @abstractmethod
    def hide(self) -> None:
        """Make it unreachable: a disk that is not mounted, a server that is down."""

    @abstractmethod
    def fingerprint(self) -> str:
        """A hash of everything at the place, flags and times included."""


@dataclass(slots=True)
class Mirror:
    """What a caller knows of a collection by following the protocol, and nothing else."""

    source: Source
    collection: CollectionRef
    items: dict[str, RawItem] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    cursor: Cursor | None = None
    order: list[str] = field(default_factory=list)
    line_end: bytes = b"\n"

    def apply(self, batch: Batch) -> None:
        for item in batch.items:
            self.items[item.remote_id] = item
            self.refused.pop(item.remote_id, None)
            self.order.append(item.remote_id)
        for refused in batch.refused:
            self.refused[refused.remote_id] = refused.reason
        for remote_id in batch.gone:
            self.items.pop(remote_id, None)
            self.refused.pop(remote_id, None)
        self.cursor = batch.cursor

    def follow(self) -> list[Batch]:
        """Catch up; when the cursor has expired, list everything and drop what is no longer there."""
        try:
            return self._pass(self.cursor)
        except CursorExpired:
            self.items.clear()
            self.refused.clear()
            return self._pass(None)

    def _pass(self, since: Cursor | None) -> list[Batch]:
        batches = []
        for batch in self.source.changes(self.collection, since):
            self.apply(batch)
            batches.append(batch)
        return batches

    def payloads(self) -> list[bytes]:
        return sorted(self.as_put(item) for item in self.items.values())

    def as_put(self, item: RawItem) -> bytes:
        return item.payload.replace(self.line_end, b"\n")


def expected(*numbers: int) -> list[bytes]:
    return sorted(payload(number) for number in numbers)


class SourceContract:
    """The suite.

    ``many`` is the size of a large collection, ``several`` of one that does not fit into a batch; ``line_end`` is what
    the place's protocol ends lines with.
    """

    many = 10_000
    several = 450
    line_end = b"\n"

    @pytest.fixture
    def place(self) -> Place:
        raise NotImplementedError

    @pytest.fixture
    def source(self, place: Place) -> Source:
        return place.open()

    def collection(self, source: Source) -> CollectionRef:
        return next(iter(source.collections()))

    def mirror(self, source: Source) -> Mirror:
        return Mirror(source, self.collection(source), line_end=self.line_end)

    def test_lists_everything_once(self, place: Place, source: Source) -> None:
        place.put(*range(7))
        mirror = self.mirror(source)
        mirror.follow()
        assert mirror.payloads() == expected(*range(7))
        assert len(mirror.order) == len(set(mirror.order)) == 7

    def test_payloads_are_unchanged_and_typed(self, place: Place, source: Source) -> None:
        place.put(3)
        mirror = self.mirror(source)
        mirror.follow()
        (item,) = mirror.items.values()
        assert item.payload == payload(3).replace(b"\n", self.line_end)
        assert item.media_type == MESSAGE

    def test_the_first_listing_is_newest_first(self, place: Place, source: Source) -> None:
        place.put(*range(5))
        mirror = self.mirror(source)
        mirror.follow()
        assert [mirror.as_put(mirror.items[remote_id]) for remote_id in mirror.order] == [
            payload(n) for n in (4, 3, 2, 1, 0)
        ]

    def test_times_of_receipt_are_aware(self, place: Place, source: Source) -> None:
        place.put(1, 2)
        mirror = self.mirror(source)
        mirror.follow()
        for item in mirror.items.values():
            assert item.received_at is None or item.received_at.utcoffset() is not None

    def test_each_cursor_resumes_exactly_there(self, place: Place, source: Source) -> None:
        place.put(*range(self.several))
        collection = self.collection(source)
        batches = list(source.changes(collection, None))
        assert len(batches) > 1
        for done in range(1, len(batches) + 1):
            rest = [item for batch in batches[done:] for item in batch.items]
            again = place.open().changes(collection, batches[done - 1].cursor)
            assert [item for batch in again for item in batch.items] == rest

    def test_a_finished_collection_has_nothing_new(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        mirror = self.mirror(source)
        mirror.follow()
        assert mirror.follow() == []

    def test_repeating_a_batch_is_harmless(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        mirror = self.mirror(source)
        for batch in mirror.follow():
            mirror.apply(batch)
        assert mirror.payloads() == expected(*range(3))

    def test_listing_twice_gives_the_same(self, place: Place, source: Source) -> None:
        place.put(*range(20))
        collection = self.collection(source)
        assert list(source.changes(collection, None)) == list(place.open().changes(collection, None))

    def test_a_cursor_is_text_without_content(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        for batch in source.changes(self.collection(source), None):
            assert isinstance(batch.cursor, str)
            assert len(batch.cursor) < 1000
            assert "nordlicht" not in batch.cursor

    def test_what_arrives_later_comes_alone(self, place: Place, source: Source) -> None:
        place.put(*range(5))
        mirror = self.mirror(source)
        mirror.follow()
        mirror.order.clear()
        place.put(5, 6)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(*range(7))
        assert len(mirror.order) == 2

    def test_what_arrives_during_the_first_listing_is_not_lost(self, place: Place, source: Source) -> None:
        place.put(*range(self.several))
        mirror = self.mirror(source)
        mirror.apply(next(source.changes(mirror.collection, None)))
        place.put(self.several, self.several + 1)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(*range(self.several + 2))

    def test_what_is_gone_is_told(self, place: Place, source: Source) -> None:
        place.put(*range(5))
        mirror = self.mirror(source)
        mirror.follow()
        place.take(2)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(0, 1, 3, 4)

    def test_what_goes_during_the_first_listing_is_told(self, place: Place, source: Source) -> None:
        place.put(*range(self.several))
        mirror = self.mirror(source)
        mirror.apply(next(source.changes(mirror.collection, None)))
        place.take(self.several - 1)
        place.take(0)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(*range(1, self.several - 1))

    def test_what_changes_is_told(self, place: Place, source: Source) -> None:
        place.put(*range(5))
        mirror = self.mirror(source)
        mirror.follow()
        place.put(1, body="Friday suits me better.")
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == sorted(
            [payload(n) for n in (0, 2, 3, 4)] + [payload(1, body="Friday suits me better.")]
        )

    def test_what_goes_and_comes_back_is_there_once(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        mirror = self.mirror(source)
        mirror.follow()
        place.take(1)
        place.put(1)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(*range(3))

    def test_collections_are_the_same_each_time(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        first = list(source.collections())
        assert first == list(place.open().collections())
        assert len({ref.remote_id for ref in first}) == len(first)

    def test_a_place_that_cannot_be_reached_is_an_error_and_not_empty(self, place: Place, source: Source) -> None:
        place.put(*range(3))
        collection = self.collection(source)
        place.hide()
        with pytest.raises(SourceError) as listing:
            list(place.open().collections())
        with pytest.raises(SourceError) as reading:
            list(place.open().changes(collection, None))
        assert not any(isinstance(raised.value, CursorExpired) for raised in (listing, reading))

    def test_remote_ids_are_the_same_each_time(self, place: Place, source: Source) -> None:
        place.put(*range(30))
        first, second = self.mirror(source), self.mirror(place.open())
        first.follow()
        second.follow()
        assert first.items == second.items

    def test_remote_ids_fit_a_column(self, place: Place, source: Source) -> None:
        place.put(1)
        mirror = self.mirror(source)
        mirror.follow()
        for remote_id in mirror.items:
            assert 0 < len(remote_id.encode()) <= 512
            assert "\0" not in remote_id

    def test_an_empty_collection_still_gives_a_cursor(self, place: Place, source: Source) -> None:
        place.put(1)
        collection = self.collection(source)
        place.take(1)
        mirror = Mirror(place.open(), collection, line_end=self.line_end)
        (batch,) = mirror.follow()
        assert replace(batch, left=None) == Batch((), (), mirror.cursor or Cursor(""))
        place.put(2)
        mirror.source = place.open()
        mirror.follow()
        assert mirror.payloads() == expected(2)

    def test_batches_are_bounded_in_number(self, place: Place, source: Source) -> None:
        place.put(*range(self.many))
        seen: set[str] = set()
        batches = 0
        for batch in source.changes(self.collection(source), None):
            assert len(batch.items) + len(batch.refused) + len(batch.gone) <= BATCH_ITEMS
            seen.update(item.remote_id for item in batch.items)
            batches += 1
        assert len(seen) == self.many
        assert batches <= self.many // 50 + 1

    def test_batches_are_bounded_in_bytes(self, place: Place, source: Source) -> None:
        place.put(*range(12), size=900_000)
        sizes = [sum(len(i.payload) for i in b.items) for b in source.changes(self.collection(source), None)]
        assert max(sizes) <= BATCH_BYTES
        assert len(sizes) > 1

    def test_one_large_item_comes_whole(self, place: Place, source: Source) -> None:
        place.put(1, size=6_000_000)
        place.put(2)
        mirror = self.mirror(source)
        mirror.follow()
        assert mirror.payloads() == sorted([payload(1, size=6_000_000), payload(2)])

    def test_an_oversize_item_is_accounted_for(self, place: Place, source: Source) -> None:
        place.put(1, size=27_000_000)
        place.put(2)
        mirror = self.mirror(source)
        mirror.follow()
        whole = [mirror.as_put(item) for item in mirror.items.values() if item.full_size is None]
        assert whole == expected(2)
        parts = [item for item in mirror.items.values() if item.full_size is not None]
        assert all(len(part.payload) <= PART_BYTES < 27_000_000 <= (part.full_size or 0) for part in parts)
        assert all("25 MB" in reason for reason in mirror.refused.values())
        assert len(parts) + len(mirror.refused) == 1

    def test_nothing_is_written_at_the_place(self, place: Place, source: Source) -> None:
        place.put(*range(40))
        before = place.fingerprint()
        mirror = self.mirror(source)
        mirror.follow()
        mirror.follow()
        source.close()
        assert place.fingerprint() == before

    def test_closing_twice_and_early_is_allowed(self, place: Place, source: Source) -> None:
        place.put(*range(self.several))
        next(source.changes(self.collection(source), None))
        source.close()
        source.close()

    def test_two_sources_do_not_disturb_each_other(self, place: Place, source: Source) -> None:
        place.put(*range(self.several))
        other = place.open()
        collection = self.collection(source)
        pairs = zip(source.changes(collection, None), other.changes(collection, None), strict=True)
        assert all(mine == theirs for mine, theirs in pairs)


__all__ = ["Mirror", "Place", "Refused", "SourceContract", "expected", "payload", "sent_at"]
