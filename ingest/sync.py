"""One pass over a connection: what its source says has changed is kept, and the cursor moves with it.

A long history comes in stretches, and between two of them everything is looked at for what is new. When a cursor has
expired the collection is listed from the beginning; what is stored and not listed any more is gone, and so is all that
lay in a collection that is no longer there. When most of a collection is gone at once nothing is marked and its cursor
stays, until its owner says that it was meant or it is there again; what is new is kept meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, groupby
from time import monotonic
from uuid import UUID

from ingest.errors import CollectionUnavailable, CursorExpired, Malformed, SourceError
from ingest.keeping import After as After
from ingest.keeping import Keeping, Whose
from ingest.protocol import Batch, CollectionRef, Cursor, Source, Surveys
from store.asking_again import Wanted
from store.connections import Place
from store.engine import Database
from store.errors import Superseded
from store.failpoints import reach
from store.inbound import Kept
from store.models.private.connection import Collection

TELL_EVERY = 5.0  # seconds between two words about how far the history is


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass over one owner's connection.

    Attributes:
        keyed_hash: the installation's keyed hash, for what is left out.
        after: called in each keeping transaction, with the owner: enqueues the reading.
        accept_gone: the owner said that what is gone was meant to go, however much it is.
        slow: of a history only as much is read in this pass as comes in one go.
        compare: in the end everything that is here is compared with what the source has.
    """

    database: Database
    owner_id: UUID
    place: Place
    keyed_hash: Callable[[str], bytes]
    after: After
    accept_gone: bool = False
    slow: bool = False
    compare: bool = False

    def over(self, source: Source, now: datetime) -> Iterator[Kept]:
        """Keep everything that the source has and the store lacks, batch by batch.

        Raises:
            Superseded: a later pass has begun; nothing was written since, and nothing is to be done.
        """
        whose = Whose(self.database, self.owner_id, self.place)
        keeping = whose.begin(self.keyed_hash, self.after, now, accept_gone=self.accept_gone)
        try:
            yield from _Running(source, keeping, now, self.slow, self.compare).everything()
        except SourceError as error:
            if not keeping.is_latest:
                raise Superseded("a later pass reads this connection") from error
            raise


@dataclass(slots=True)
class _Running:
    """A pass on its way.

    Attributes:
        missed: by collection, how many items are gone that were kept as they were.
        left: collections whose first listing is not at its end.
        failed: what went wrong with single collections; the others are not made to wait for them.
        fresh, seconds: how much of a history was kept in this pass, and how long that took.
    """

    source: Source
    keeping: Keeping
    now: datetime
    slow: bool
    compare: bool = False
    missed: dict[str, int] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    fresh: int = 0
    seconds: float = 0.0
    told: float = field(default_factory=monotonic)
    failed: dict[str, SourceError] = field(default_factory=dict)

    def everything(self) -> Iterator[Kept]:
        """All collections in turn, again and again while a first listing has more to come."""
        refs = list(self.source.collections())
        listed = [ref.remote_id for ref in refs]
        while True:
            yield from self._round(refs)
            if self.slow or not any(not self.missed.get(each) for each in self.left - self.failed.keys()):
                break  # what is missed keeps its cursor, so that there is no more to come of it now
            refs = list(self.source.collections())
        if isinstance(self.source, Surveys):
            yield from self._asked_again(self.source, refs)
            yield from self._compared(self.source, refs) if self.compare else ()
        for collection in self.keeping.vanished(listed):  # one that comes back is listed from the beginning
            self.missed[collection.remote_name] = self.keeping.let_go(collection, None, None)
        if missed := sum(self.missed.values()):
            yield Kept(missed=missed)
        if self.failed:
            raise next(iter(self.failed.values()))
        reach("pass.listed")
        self.keeping.end(self.now, missed, self._rate())

    def _round(self, refs: list[CollectionRef]) -> Iterator[Kept]:
        """What is missed in one collection may have come to light in another: then it is looked at again."""
        unplaced = self.keeping.unplaced()
        for ref in refs:
            yield from self._attempt(ref, unplaced)
        again = [ref for ref in refs if self.missed.get(ref.remote_id)]
        unplaced = self.keeping.unplaced() if again else unplaced
        for ref in again:
            yield from self._attempt(ref, unplaced)

    def _attempt(self, ref: CollectionRef, unplaced: set[UUID]) -> Iterator[Kept]:
        if ref.remote_id in self.failed:
            return
        try:
            yield from self._collection(ref, unplaced)
        except (CollectionUnavailable, Malformed) as error:
            self.failed[ref.remote_id] = error

    def _collection(self, ref: CollectionRef, unplaced: set[UUID]) -> Iterator[Kept]:
        collection = self.keeping.collection(ref)
        self.missed[ref.remote_id] = 0
        since = Cursor(collection.cursor) if collection.cursor else None
        placing, finds_again = collection.id in unplaced, isinstance(self.source, Surveys)
        if placing and finds_again and since is None:  # a listing was broken off; what it found may lie elsewhere now
            self.keeping.forget_places(collection)
        try:
            yield from self._follow(collection, ref, self.source.changes(ref, since), placing=placing)
        except CursorExpired:
            placing = finds_again
            if not placing:
                yield from self._list_again(collection, ref)
                return
            self.keeping.forget_places(collection)
            collection.cursor = None
            yield from self._follow(collection, ref, self.source.changes(ref, None), placing=placing)
        if placing and ref.remote_id not in self.left:
            self.missed[ref.remote_id] += self.keeping.let_go_of_unplaced(collection)

    def _follow(
        self, collection: Collection, ref: CollectionRef, batches: Iterator[Batch], *, placing: bool
    ) -> Iterator[Kept]:
        """Keep what changed. Batches in a row that tell of what went are looked at together, lest most go in parts."""
        reached, moves = collection.cursor, True
        for tells, run in groupby(batches, key=lambda batch: bool(batch.gone)):
            if tells:
                gone, last = yield from self._hear(collection, run, reached)
                missed = self.keeping.let_go(collection, sorted(gone), last if moves else reached)
                self.missed[ref.remote_id] += missed
                moves = moves and not missed
                reached = last if moves else reached
                yield Kept()
                continue
            for batch in self._timed(run):
                reached = batch.cursor if moves else reached
                yield self.keeping.keep(collection, batch, reached, placing=placing)
                self._note(ref, batch)

    def _hear(
        self, collection: Collection, run: Iterator[Batch], cursor: str | None
    ) -> Generator[Kept, None, tuple[set[str], str]]:
        """Keep what such batches bring without moving the cursor; what they say is gone, and the last one's cursor."""
        gone: set[str] = set()
        last = ""
        for batch in run:
            gone = (gone - _there(batch)) | set(batch.gone)
            last = batch.cursor
            yield self.keeping.keep(collection, batch, cursor)
        return gone, last

    def _asked_again(self, source: Surveys, refs: list[CollectionRef]) -> Iterator[Kept]:
        """What was not handed over in time has another try, after everything else; what is slow again, later ones."""
        wanted = self.keeping.wanted()
        for ref in refs:
            if ref.remote_id in wanted and ref.remote_id not in self.failed:
                with suppress(CollectionUnavailable):
                    yield from self._some_asked_again(source, ref, wanted[ref.remote_id])

    def _some_asked_again(self, source: Surveys, ref: CollectionRef, of_it: Wanted) -> Iterator[Kept]:
        collection = self.keeping.collection(ref)
        whole = source.slow_items(ref, of_it.whole, first_part=False)
        for batch in chain(whole, source.slow_items(ref, of_it.first_part, first_part=True)):
            yield self.keeping.keep(collection, batch, collection.cursor)

    def _compared(self, source: Surveys, refs: list[CollectionRef]) -> Iterator[Kept]:
        for ref in refs:
            try:
                yield from self._compare(source, ref)
            except (CollectionUnavailable, Malformed, CursorExpired) as error:
                self.failed.setdefault(ref.remote_id, error)

    def _compare(self, source: Surveys, ref: CollectionRef) -> Iterator[Kept]:
        """Bring what is claimed to be known and is not here, let go of what is not there, and note how it stands."""
        collection = self.keeping.collection(ref)
        if collection.cursor is None or ref.remote_id in self.failed:
            return
        survey = source.survey(ref, Cursor(collection.cursor))
        known = self.keeping.accounted(collection)
        for batch in source.items(ref, survey.claimed - known):
            yield self.keeping.keep(collection, batch, collection.cursor)
        if not self.missed[ref.remote_id]:
            gone = sorted(known - survey.there)
            self.missed[ref.remote_id] = self.keeping.let_go(collection, gone, collection.cursor)
        self.keeping.note(collection, survey, self.now)

    def _list_again(self, collection: Collection, ref: CollectionRef) -> Iterator[Kept]:
        """List from the beginning. The cursor stays expired until the end: one that is broken off begins anew."""
        listed: set[str] = set()
        for batch in self.source.changes(ref, None):
            listed |= _there(batch)
            yield self.keeping.keep(collection, batch, collection.cursor)
            last = batch
        gone = sorted(self.keeping.accounted(collection) - listed)
        self.missed[ref.remote_id] += self.keeping.let_go(collection, gone, last.cursor)

    def _timed(self, run: Iterator[Batch]) -> Iterator[Batch]:
        """Measures how long a first listing takes, the keeping of it included."""
        began = monotonic()
        for batch in run:
            yield batch
            if batch.left is not None:
                self.fresh += len(batch.items)
                self.seconds += monotonic() - began
            began = monotonic()

    def _note(self, ref: CollectionRef, batch: Batch) -> None:
        """Whether there is more to come of a first listing; now and then the owner is told how far it is."""
        if batch.left is None:
            return
        (self.left.add if batch.left else self.left.discard)(ref.remote_id)
        if batch.left and monotonic() - self.told > TELL_EVERY:
            self.keeping.tell(self.now, self._rate())
            self.told = monotonic()

    def _rate(self) -> float | None:
        """Items of a first listing a second; None while that says nothing."""
        return self.fresh / self.seconds if self.seconds and self.fresh >= ENOUGH else None


ENOUGH = 100  # items by which a rate is measured


def _there(batch: Batch) -> set[str]:
    return {item.remote_id for item in batch.items} | {refused.remote_id for refused in batch.refused}
