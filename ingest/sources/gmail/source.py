"""Gmail as a Source: all mail once, newest first, then what its history tells.

The history id is asked for before a listing begins, so that nothing falls between the two. Where Google has forgotten
the history, everything is listed again, and only what is not here is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from time import sleep
from typing import Any, Final, Protocol

from ingest.errors import CursorExpired, Malformed
from ingest.google.allowance import Allowance
from ingest.google.service import NotThere
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, Survey
from ingest.sources.gmail.calls import HIDDEN, Calls, Change
from ingest.sources.gmail.contents import Contents
from ingest.sources.gmail.handing import Handed, batches, told_gone
from ingest.sources.gmail.listing import Listing
from ingest.sources.gmail.position import Position, floor_of, query_of

ALL_MAIL: Final = "all"
FORGOTTEN = "Google has forgotten what happened since: everything is listed again and compared."


class Known(Protocol):
    """What the caller keeps of a mailbox."""

    def stored(self, collection: str) -> Collection[str] | None:
        """The pointers of what is kept; None: it is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Nothing:
    """Of a caller that keeps nothing."""

    def stored(self, collection: str) -> Collection[str] | None:  # noqa: ARG002 - the protocol's
        """Not known."""
        return None


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, and how much at once.

    Attributes:
        since: what Google received before that day is left alone; None: nothing is.
        pause: waits so many seconds.
        without: names of the owner's own labels, in lower case, under which nothing is read.
    """

    since: date | None = None
    limits: BatchLimits = field(default_factory=BatchLimits)
    pause: Callable[[float], None] = sleep
    without: frozenset[str] = frozenset()


class GmailSource:
    """A Source over one account."""

    def __init__(
        self,
        gmail: Any,  # noqa: ANN401 - made from a document
        allowance: Allowance,
        known: Known | None = None,
        reading: Reading | None = None,
    ) -> None:
        self._calls = Calls(gmail, allowance)
        self._known = known or Nothing()
        self._reading = reading or Reading()
        self._contents: Contents | None = None
        self._names: dict[str, str] | None = None
        self._total = 0

    def collections(self) -> Iterator[CollectionRef]:
        """All mail: what has which label is each message's to say."""
        self._total = self._calls.profile().messages
        return iter([CollectionRef(ALL_MAIL, "Gmail", "mailbox_folder", None, self._total)])

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What happened since the cursor, then the rest of the listing, newest first."""
        if since is None:
            position = self._beginning()
        else:
            position = yield from self._since(collection, Position.of(since))
        another = position.listing and position.floor != self._floor
        if another or not position.goes_back_to(self._floor):
            position = Position(position.history, self._floor)
        if position.listing:
            yield from self._listing(collection, position)

    def survey(self, collection: CollectionRef, since: Cursor | None) -> Survey:  # noqa: ARG002 - there is but one
        """What is there, and what of it a cursor claims: all, once a listing is at its end."""
        wanted = frozenset(self._calls.listed(self._query))
        everything = frozenset(self._calls.listed()) if self._query else wanted
        wanted -= self._left_out()
        complete = since is not None and not Position.of(since).listing
        return Survey(everything, wanted if complete else frozenset(), len(everything - wanted))

    def items(self, collection: CollectionRef, remote_ids: Collection[str]) -> Iterator[Batch]:  # noqa: ARG002 - as above
        """These messages; what is not there any more is left out."""
        nowhere = Position("")
        read = self._read().of(sorted(remote_ids, reverse=True), history=True)
        handed = (Handed(outcome, nowhere) for _, outcome in read)
        for batch in batches(handed, self._reading.limits):
            yield replace(batch, cursor=Cursor(""))

    def slow_items(
        self, collection: CollectionRef, remote_ids: Collection[str], *, first_part: bool
    ) -> Iterator[Batch]:
        """The same: Google has no messages in parts, so that there is nothing else to ask for."""
        if not first_part:
            yield from self.items(collection, remote_ids)

    def close(self) -> None:
        """End the connection."""
        self._calls.gmail.close()

    @property
    def labels(self) -> frozenset[str]:
        """The names of the owner's own labels, where there was reason to ask for them."""
        return frozenset((self._names or {}).values())

    def _own_labels(self) -> dict[str, str]:
        if self._names is None:
            self._names = self._calls.labels()
        return self._names

    def _hidden(self) -> frozenset[str]:
        """The ids of labels under which nothing is read."""
        without = self._reading.without
        named = self._own_labels().items() if without else ()
        return HIDDEN.union(id_ for id_, name in named if name.casefold() in without)

    def _left_out(self) -> frozenset[str]:
        """The messages under labels that their owner leaves out."""
        labels = sorted(self._hidden() - HIDDEN)
        return frozenset(id_ for label in labels for id_ in self._calls.listed(label=label))

    @property
    def _floor(self) -> int:
        return floor_of(self._reading.since)

    @property
    def _query(self) -> str:
        return query_of(self._floor)

    def _beginning(self) -> Position:
        profile = self._calls.profile()
        self._total = profile.messages
        return Position(profile.history, self._floor)

    def _read(self) -> Contents:
        if self._contents is None:
            limits, pause = self._reading.limits, self._reading.pause
            self._contents = Contents(self._calls, limits, self._own_labels(), pause, self._hidden())
        return self._contents

    def _since(self, collection: CollectionRef, position: Position) -> Generator[Batch, None, Position]:
        """What happened; the position after it."""
        try:
            return (yield from self._history(position))
        except NotThere as error:
            known = self._known.stored(collection.remote_id)
            if known is None:
                raise CursorExpired(FORGOTTEN) from error
        after = self._beginning()  # its history id is older than the listing that follows
        gone = set(known) - set(self._calls.listed())
        yield from told_gone(gone, position, after, self._reading.limits)
        return after

    def _history(self, position: Position) -> Generator[Batch, None, Position]:
        """Page by page; the cursor is at a page's end when all that it tells of was handed over."""
        start, token, reached = position.history, "", ""
        while True:
            page = self._calls.history(start, token, self._hidden())
            reached = reached or page.reached  # of the first page: what happens meanwhile is told another time
            if page.token and not page.last:
                raise Malformed(FORGOTTEN)
            at = replace(position, history=page.last if page.token else max(reached, page.last, key=_number))
            yield from self._happened(page.changes, position, at)
            position, token = at, page.token
            if not token:
                return position

    def _happened(self, changes: Mapping[str, Change], before: Position, after: Position) -> Iterator[Batch]:
        if before == after and not changes:
            return
        gone = {id_ for id_, change in changes.items() if change == "gone"}
        last = Batch((), (), before.cursor())
        for batch in batches(self._there(changes, gone, before, after), self._reading.limits):
            if last.items or last.refused:
                yield last
            last = batch
        if not gone:
            yield last
            return
        if last.items or last.refused:
            yield replace(last, cursor=before.cursor())
        yield from told_gone(gone, before, after, self._reading.limits)

    def _there(
        self, changes: Mapping[str, Change], gone: set[str], before: Position, after: Position
    ) -> Iterator[Handed]:
        """What is there; what went meanwhile is added to ``gone``."""
        there = [id_ for id_, change in changes.items() if change == "there"]
        for id_, outcome in self._read().of(there, history=False) if there else ():
            gone |= {id_} if outcome is None else set()
            yield Handed(outcome, before)
        yield Handed(None, after)

    def _listing(self, collection: CollectionRef, position: Position) -> Iterator[Batch]:
        """The rest of a listing, and after each stretch of it what is new; as much as is handed over in one go."""
        total, most = self._total or self._calls.profile().messages, self._reading.limits.history
        stops = None if most is None else position.done + most
        listing = Listing(self._calls, self._query, self._read, position, self._stored(collection), stops)
        while True:
            yield from batches(listing.stretch(), self._reading.limits, total)
            if listing.is_over:
                return
            position = yield from self._since(collection, listing.position)
            if position.done < listing.position.done:  # everything is listed again
                listing = replace(listing, position=position, known=self._stored(collection), stops=most)
            listing.position = position

    def _stored(self, collection: CollectionRef) -> frozenset[str]:
        return frozenset(self._known.stored(collection.remote_id) or ()) | self._left_out()


def _number(history: str) -> int:
    return int(history) if history.isdigit() else 0
