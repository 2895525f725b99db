"""What a place that holds mail or meetings looks like to the rest of Boswell.

A new provider is one module in ``ingest.sources``, one factory entry and one subclass of the shared contract suite;
nothing else knows what kind of source an item came from. The in-memory reference is ``ingest.sources.memory``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NewType, Protocol, runtime_checkable

from extract.raw import RawItem

Cursor = NewType("Cursor", str)
CollectionKind = Literal["mailbox_folder", "calendar"]

BATCH_ITEMS = 200
BATCH_BYTES = 4 * 1024 * 1024
MAX_ITEM_BYTES = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CollectionRef:
    """What a source lists and a cursor belongs to.

    Attributes:
        remote_id: the source's own pointer, the same every time the source is opened.
        name: for people; may change while the pointer stays.
        kind: a mailbox folder or a calendar.
        special_use: the folder's use (RFC 6154 section 2), one of the names in ``extract.raw``, or None.
    """

    remote_id: str
    name: str
    kind: CollectionKind
    special_use: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that is there but cannot be handed over, so that it is accounted for all the same.

    Attributes:
        remote_id: the source's pointer, as it would stand in a RawItem.
        reason: a sentence for the owner; it quotes neither content nor path.
    """

    remote_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """A stretch of a collection, kept in one transaction together with its cursor.

    Attributes:
        items: new or changed items; a changed item comes under the remote id it had.
        gone: remote ids that the source no longer holds.
        cursor: where to resume once everything in this batch is kept.
        refused: items that are there but cannot be handed over.
    """

    items: tuple[RawItem, ...]
    gone: tuple[str, ...]
    cursor: Cursor
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How much one batch may hold.

    Attributes:
        items: most items in one batch, refused ones included.
        size: most payload bytes in one batch, unless a single item is larger.
        item: a larger item, in bytes, is refused without being loaded.
    """

    items: int = BATCH_ITEMS
    size: int = BATCH_BYTES
    item: int = MAX_ITEM_BYTES


class Source(Protocol):
    """A place that holds mail or meetings. Read-only: it never writes there and marks nothing as read.

    Every method may raise the errors of ``ingest.errors``. A source is used by one thread at a time.
    """

    def collections(self) -> Iterator[CollectionRef]:
        """Every folder and calendar there is, in a stable order.

        One that is not listed any more is gone with all it held, so a place that cannot be reached raises.
        """
        ...

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What happened in a collection after ``since``.

        ``None`` means from the beginning: everything, newest first, in at least one batch, which is empty when the
        collection is. With a cursor: what is new, changed or gone, then what an unfinished first listing left over;
        no batch at all when there is nothing. Repeating a batch is harmless.

        Raises:
            CursorExpired: the cursor no longer says what the caller knows: list from the beginning and compare.
        """
        ...

    def close(self) -> None:
        """Let go of connections and files. May be called more than once."""
        ...


@runtime_checkable
class Waits(Protocol):
    """A source that can be told of changes instead of asking."""

    def wait(self, collection: CollectionRef, timeout: float) -> bool:
        """Block until something may have changed, at most ``timeout`` seconds; False when nothing was heard."""
        ...
