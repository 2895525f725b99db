"""Turns what lies in one place now into batches, from a cursor that remembers no more than a few numbers.

Entries have an order of arrival, in which a later one never comes before an earlier one, and an age. A cursor says:
every entry up to this arrival is known, together they had this digest, and of the first listing those below this age
are still to come. When the digest no longer fits, something known has changed or gone: the cursor has expired.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Protocol, TypeVar

from extract.raw import RawItem
from ingest.errors import CursorExpired
from ingest.protocol import Batch, BatchLimits, Cursor, Refused

Key = tuple[int, str]
MEGABYTE = 1024 * 1024
_TOP: Key = (2**63, "")
_BOTTOM: Key = (-1, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is there.

    Attributes:
        pointer: the remote id.
        token: a short hash of the pointer, for cursors.
        arrival: later ones are larger.
        age: newer ones are larger.
        size: in bytes.
        refused: why it is not handed over at all.
    """

    pointer: str
    token: str
    arrival: int
    age: int
    size: int
    refused: str | None

    @property
    def arrived(self) -> Key:
        """Its place in the order of arrival."""
        return self.arrival, self.token

    @property
    def aged(self) -> Key:
        """Its place in the order of age."""
        return self.age, self.token

    @property
    def mark(self) -> bytes:
        """What changes when the entry does."""
        return f"{self.pointer}\0{self.arrival}\0{self.size}\n".encode()


def token_of(pointer: str) -> str:
    """A short hash of a pointer, which may itself name people."""
    return hashlib.sha256(pointer.encode()).hexdigest()[:16]


E = TypeVar("E", bound=Entry)


class Shelf(Protocol[E]):
    """A place whose entries can be listed and loaded."""

    def entries(self) -> Sequence[E]:
        """Everything there is, in any order."""
        ...

    def load(self, entry: E, limit: int) -> RawItem | Refused | None:
        """The item; why it cannot be handed over (more than ``limit`` bytes, say); None when it is no longer there."""
        ...


@dataclass(frozen=True, slots=True)
class Position:
    """What a cursor says.

    Attributes:
        seen: everything up to this arrival is known.
        known: digest of what is known.
        below: the first listing goes on under this age; None when it is complete.
    """

    seen: Key
    known: str
    below: Key | None

    def cursor(self) -> Cursor:
        """As opaque text."""
        return Cursor(json.dumps([self.seen, self.known, self.below], separators=(",", ":")))


def position_of(cursor: Cursor) -> Position:
    """What a cursor says.

    Raises:
        CursorExpired: it is not one of ours.
    """
    try:
        seen, known, below = json.loads(cursor)
        return Position((int(seen[0]), str(seen[1])), str(known), (int(below[0]), str(below[1])) if below else None)
    except (ValueError, TypeError, IndexError) as error:
        raise CursorExpired("The place was last read by another release: it is listed again.") from error


class Digest:
    """The running digest of entries in order of arrival."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self._hash = hashlib.sha256()
        self.add(entries)

    def add(self, entries: Sequence[Entry]) -> None:
        """Go on with these."""
        for entry in entries:
            self._hash.update(entry.mark)

    def text(self) -> str:
        """The digest so far."""
        return self._hash.hexdigest()[:32]


def batches(shelf: Shelf[E], since: Cursor | None, limits: BatchLimits) -> Iterator[Batch]:
    """What ``Source.changes`` yields for a shelf: arrivals first, then the rest of the first listing, newest first.

    Raises:
        CursorExpired: something known has changed or gone.
    """
    entries = sorted(shelf.entries(), key=attrgetter("arrived"))
    known, position, digest = _resume(entries, since)
    for run in runs(entries[known:], limits):
        digest.add(run)
        position = replace(position, seen=run[-1].arrived, known=digest.text())
        yield _batch(shelf, run, position, limits)
    below = position.below
    left = [] if below is None else [entry for entry in entries[:known] if entry.aged < below]
    left.sort(key=attrgetter("aged"), reverse=True)
    for run in runs(left, limits):
        rest = None if run[-1] is left[-1] else run[-1].aged
        yield _batch(shelf, run, replace(position, below=rest), limits)
    if since is None and not left:
        yield Batch((), (), replace(position, below=None).cursor())


def _resume(entries: Sequence[E], since: Cursor | None) -> tuple[int, Position, Digest]:
    """How many entries are known, where to go on, and the digest up to there."""
    if since is None:
        digest = Digest(entries)
        seen = entries[-1].arrived if entries else _BOTTOM
        return len(entries), Position(seen, digest.text(), _TOP), digest
    position = position_of(since)
    known = bisect_right(entries, position.seen, key=attrgetter("arrived"))
    digest = Digest(entries[:known])
    if digest.text() != position.known:
        raise CursorExpired("Something that was there has changed or gone: it is listed again.")
    return known, position, digest


def runs(entries: Sequence[E], limits: BatchLimits) -> Iterator[list[E]]:
    """Stretches that fit in a batch each."""
    run: list[E] = []
    size = 0
    for entry in entries:
        weight = 0 if entry.refused or entry.size > limits.item else entry.size
        if run and (len(run) == limits.items or size + weight > limits.size):
            yield run
            run, size = [], 0
        run.append(entry)
        size += weight
    if run:
        yield run


def _batch(shelf: Shelf[E], run: Sequence[E], position: Position, limits: BatchLimits) -> Batch:
    found = [_load(shelf, entry, limits.item) for entry in run]
    return Batch(
        items=tuple(each for each in found if isinstance(each, RawItem)),
        gone=(),
        cursor=position.cursor(),
        refused=tuple(each for each in found if isinstance(each, Refused)),
    )


def _load(shelf: Shelf[E], entry: E, limit: int) -> RawItem | Refused | None:
    if entry.refused:
        return Refused(entry.pointer, entry.refused)
    if entry.size > limit:
        return too_large(entry.pointer, limit)
    return shelf.load(entry, limit)


def too_large(pointer: str, limit: int) -> Refused:
    """An item over the limit, in bytes."""
    return Refused(pointer, f"It is larger than {limit // MEGABYTE} MB, the most that is read.")
