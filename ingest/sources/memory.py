"""The reference source: a server in memory that does exactly what the protocol says, and nothing else.

It shows how a source is meant to behave, and stands in for a server where a test is about something else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from extract.raw import RawItem
from ingest.errors import CursorExpired, Unavailable
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, Refused

Change = RawItem | Refused | str


def remote_id_of(change: Change) -> str:
    """The pointer of an item, of a refused item or of one that is gone."""
    return change if isinstance(change, str) else change.remote_id


@dataclass(slots=True)
class Shelf:
    """One collection on the server: the last change of each item, by the number of the change.

    Attributes:
        validity: cursors of an earlier validity have expired.
    """

    ref: CollectionRef
    validity: int = 1
    changes: dict[int, Change] = field(default_factory=dict)
    number_of: dict[str, int] = field(default_factory=dict)

    def log(self, number: int, change: Change) -> None:
        """Note the newest change of an item; it replaces what was noted of it before."""
        remote_id = remote_id_of(change)
        self.changes.pop(self.number_of.get(remote_id, 0), None)
        self.number_of[remote_id] = number
        self.changes[number] = change

    def held(self) -> list[int]:
        """The numbers of the items that are still there."""
        return [number for number, change in self.changes.items() if not isinstance(change, str)]


class MemoryServer:
    """What outlives a MemorySource, as a mail server outlives a connection."""

    def __init__(self) -> None:
        self.shelves: dict[str, Shelf] = {}
        self.down = False
        self._numbers = count(1)

    def add_collection(self, ref: CollectionRef) -> None:
        """Open an empty folder or calendar."""
        self.shelves[ref.remote_id] = Shelf(ref)

    def put(self, collection: str, change: RawItem | Refused) -> None:
        """Add an item, or change the one with the same remote id."""
        self.shelves[collection].log(next(self._numbers), change)

    def remove(self, collection: str, remote_id: str) -> None:
        """Take an item away."""
        self.shelves[collection].log(next(self._numbers), remote_id)

    def expire(self, collection: str) -> None:
        """Forget every cursor handed out, as a server does that renumbers its folder."""
        self.shelves[collection].validity += 1


@dataclass(frozen=True, slots=True)
class Position:
    """What a cursor says: all changes up to ``seen`` are known, but of the first listing only those from ``below``.

    Attributes:
        below: the first listing continues under this change; 0 when it is complete.
    """

    validity: int
    seen: int
    below: int

    def cursor(self) -> Cursor:
        """As opaque text."""
        return Cursor(json.dumps([self.validity, self.seen, self.below]))


class MemorySource:
    """A Source over a MemoryServer."""

    def __init__(self, server: MemoryServer, limits: BatchLimits | None = None) -> None:
        self._server = server
        self._limits = limits or BatchLimits()

    def collections(self) -> Iterator[CollectionRef]:
        """In the order in which they were added."""
        self._answering()
        return iter([shelf.ref for shelf in self._server.shelves.values()])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """First what is new since the cursor, oldest first; then the rest of the first listing, newest first."""
        self._answering()
        shelf = self._server.shelves[collection.remote_id]
        position = _position(since, shelf)
        for numbers in self._runs(shelf, [n for n in sorted(shelf.changes) if n > position.seen]):
            position = replace(position, seen=numbers[-1])
            yield _batch(shelf, numbers, position)
        left = [n for n in sorted(shelf.held(), reverse=True) if n < position.below]
        for numbers in self._runs(shelf, left):
            below = 0 if numbers[-1] == left[-1] else numbers[-1]
            rest = len([n for n in left if n < numbers[-1]])
            yield replace(_batch(shelf, numbers, replace(position, below=below)), left=rest)
        if since is None and not left:
            yield replace(_batch(shelf, [], replace(position, below=0)), left=0)

    def close(self) -> None:
        """Nothing to let go of."""

    def _answering(self) -> None:
        if self._server.down:
            raise Unavailable("The server does not answer. It is tried again by itself.", retry_after=1)

    def _runs(self, shelf: Shelf, numbers: Iterable[int]) -> Iterator[list[int]]:
        run: list[int] = []
        size = 0
        for number in numbers:
            if number not in shelf.changes:
                continue  # it went while it was listed
            change = shelf.changes[number]
            weight = len(change.payload) if isinstance(change, RawItem) else 0
            if run and (len(run) == self._limits.items or size + weight > self._limits.size):
                yield run
                run, size = [], 0
            run.append(number)
            size += weight
        if run:
            yield run


def _position(since: Cursor | None, shelf: Shelf) -> Position:
    if since is None:
        newest = max(shelf.changes, default=0)
        return Position(shelf.validity, newest, newest + 1)
    position = Position(*json.loads(since))
    if position.validity != shelf.validity:
        raise CursorExpired("The folder was renumbered: it is listed again from the beginning.")
    return position


def _batch(shelf: Shelf, numbers: list[int], position: Position) -> Batch:
    changes = [shelf.changes[number] for number in numbers]
    return Batch(
        items=tuple(change for change in changes if isinstance(change, RawItem)),
        gone=tuple(change for change in changes if isinstance(change, str)),
        cursor=position.cursor(),
        refused=tuple(change for change in changes if isinstance(change, Refused)),
    )
