"""What a place that holds mail or meetings looks like to the rest of Boswell.

A new provider is one module in ``ingest.sources``, one factory entry and one subclass of the shared contract suite;
nothing else knows what kind of source an item came from. The in-memory reference is ``ingest.sources.memory``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NewType, Protocol, runtime_checkable

from extract.raw import RawItem

Cursor = NewType("Cursor", str)
CollectionKind = Literal["mailbox_folder", "calendar"]

BATCH_ITEMS = 200
BATCH_BYTES = 4 * 1024 * 1024
MAX_ITEM_BYTES = 25 * 1024 * 1024
PART_BYTES = 4 * 1024 * 1024  # what a mail says stands before what is attached to it
HEAD_FIELDS = ("message-id", "date", "from", "subject", "received")


@dataclass(frozen=True, slots=True)
class CollectionRef:
    """What a source lists and a cursor belongs to.

    Attributes:
        remote_id: the source's own pointer, the same every time the source is opened.
        name: for people; may change while the pointer stays.
        kind: a mailbox folder or a calendar.
        special_use: the folder's use (RFC 6154 section 2), one of the names in ``extract.raw``, or None.
        items: how many items it holds, where the source says so along the way; None: it does not.
    """

    remote_id: str
    name: str
    kind: CollectionKind
    special_use: str | None = None
    items: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that is there but cannot be handed over, so that it is accounted for all the same.

    Attributes:
        remote_id: the source's pointer, as it would stand in a RawItem.
        reason: a sentence for the owner; it quotes neither content nor path.
        again: whether it may be handed over another time.
    """

    remote_id: str
    reason: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """A stretch of a collection, kept in one transaction together with its cursor.

    Attributes:
        items: new or changed items; a changed item comes under the remote id it had.
        gone: remote ids that the source no longer holds.
        cursor: where to resume once everything in this batch is kept.
        refused: items that are there but cannot be handed over.
        left: of a first listing so many items are still to come after this batch; None: it belongs to no such listing.
        versions: the place's own words for the items' content, such as ETags, by remote id; where it has any.
    """

    items: tuple[RawItem, ...]
    gone: tuple[str, ...]
    cursor: Cursor
    refused: tuple[Refused, ...] = ()
    left: int | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How much one batch may hold.

    Attributes:
        items: most items in one batch, refused ones included.
        size: most payload bytes in one batch, unless a single item is larger.
        item: a larger item, in bytes, is refused without being loaded, or read in part where the source can do that.
        part: how many bytes are read of such an item.
        history: how many items of a first listing are handed over in one go, so that what is new is looked for in
            between; None: all.
    """

    items: int = BATCH_ITEMS
    size: int = BATCH_BYTES
    item: int = MAX_ITEM_BYTES
    part: int = PART_BYTES
    history: int | None = None


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
        no batch at all when there is nothing. Repeating a batch is harmless. A first listing may end before its end:
        the last batch says what is ``left``.

        Raises:
            CursorExpired: the cursor no longer says what the caller knows: list from the beginning and compare.
        """
        ...

    def close(self) -> None:
        """Let go of connections and files. May be called more than once."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """By what an item is recognised without its content: the header fields HEAD_FIELDS and its size in bytes."""

    remote_id: str
    header: bytes = field(repr=False)
    size: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What a collection holds at this moment.

    Attributes:
        there: pointers of all its items.
        claimed: those of which the cursor says that they are known, whether they are or not.
        older: how many are older than what is wanted.
    """

    there: frozenset[str]
    claimed: frozenset[str]
    older: int = 0


@runtime_checkable
class Surveys(Protocol):
    """A source that can be compared with what is stored, without loading anything."""

    def survey(self, collection: CollectionRef, since: Cursor | None) -> Survey:
        """What is there, and what of it a cursor claims."""
        ...

    def items(self, collection: CollectionRef, remote_ids: Collection[str]) -> Iterator[Batch]:
        """These items, newest first; the batches have no cursor. What is not there any more is left out."""
        ...

    def slow_items(
        self, collection: CollectionRef, remote_ids: Collection[str], *, first_part: bool
    ) -> Iterator[Batch]:
        """The same of items that did not come in time before: each by itself.

        ``first_part``: of each no more than a little from its beginning, since more does not come.
        """
        ...


@runtime_checkable
class Waits(Protocol):
    """A source that can be told of changes instead of asking."""

    def wait(self, collection: CollectionRef, timeout: float) -> bool:
        """Block until something may have changed, at most ``timeout`` seconds; False when nothing was heard."""
        ...


class Versions(Protocol):
    """What the caller keeps of a source that cannot say by itself what changed."""

    def cursors(self) -> Mapping[str, Cursor | None]:
        """Each collection's cursor, by its remote id."""
        ...

    def versions(self, collection: str) -> Mapping[str, str] | None:
        """Of everything that is kept of a collection and was there last, the word for its content, by remote id.

        An empty one where none was given; None: it is not known what is kept.
        """
        ...


@dataclass(frozen=True, slots=True)
class NoVersions:
    """Of a caller that keeps nothing."""

    def cursors(self) -> Mapping[str, Cursor | None]:
        """None."""
        return {}

    def versions(self, collection: str) -> Mapping[str, str] | None:  # noqa: ARG002 - the protocol's
        """Not known."""
        return None
