"""One pass over a connection: what its source says has changed is kept, and the cursor moves with it.

When a cursor has expired the collection is listed from the beginning; what is stored and not listed any more is gone,
and so is all that lay in a collection that is no longer there. When most of a collection is gone at once nothing is
marked and its cursor stays, until its owner says that it was meant or it is there again; what is new is kept meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.errors import CollectionUnavailable, CursorExpired, Malformed, SourceError
from ingest.protocol import Batch, CollectionRef, Cursor, Source
from store.connections import Place, collection_of, connect, report_state
from store.engine import Acting, Database
from store.failpoints import reach
from store.gone import let_go, vanished
from store.inbound import Arrival, Kept, move, save
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Inbound

After = Callable[[Session, UUID], None]


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass over one owner's connection.

    Attributes:
        keyed_hash: the installation's keyed hash, for what is left out.
        after: called in each keeping transaction, with the owner: enqueues the reading.
        accept_gone: the owner said that what is gone was meant to go, however much it is.
    """

    database: Database
    owner_id: UUID
    place: Place
    keyed_hash: Callable[[str], bytes]
    after: After
    accept_gone: bool = False

    def over(self, source: Source, now: datetime) -> Iterator[Kept]:
        """Keep everything that the source has and the store lacks, batch by batch."""
        with self._transaction() as session:
            connection = connect(session, self.owner_id, self.place, now)
        missed = 0
        for kept in self._everything(source, connection):
            missed += kept.missed
            yield kept
        reach("pass.listed")
        with self._transaction() as session:
            report_state(session, connection.id, now, missed)
            reach("state.reported")

    def _everything(self, source: Source, connection: Connection) -> Iterator[Kept]:
        listed = list(source.collections())
        failed: SourceError | None = None
        for ref in listed:
            try:
                yield from self._collection(source, connection, ref)
            except (CollectionUnavailable, Malformed) as error:  # the others are not made to wait for it
                failed = failed or error
        with self._transaction() as session:
            left = vanished(session, connection.id, [ref.remote_id for ref in listed])
        for collection in left:  # one that comes back is listed from the beginning
            yield self._let_go(collection, None, None)
        if failed:
            raise failed

    def _collection(self, source: Source, connection: Connection, ref: CollectionRef) -> Iterator[Kept]:
        with self._transaction() as session:
            collection = collection_of(session, connection, ref.remote_id, ref.kind)
        since = Cursor(collection.cursor) if collection.cursor else None
        try:
            yield from self._follow(collection, source.changes(ref, since))
        except CursorExpired:
            yield from self._list_again(source, collection, ref)

    def _follow(self, collection: Collection, batches: Iterator[Batch]) -> Iterator[Kept]:
        """Keep what changed. Batches in a row that tell of what went are looked at together, lest most go in parts."""
        reached, moves = collection.cursor, True
        for tells, run in groupby(batches, key=lambda batch: bool(batch.gone)):
            if tells:
                gone, last = yield from self._hear(collection, run, reached)
                kept = self._let_go(collection, gone, last if moves else reached)
                moves = moves and not kept.missed
                reached = last if moves else reached
                yield kept
                continue
            for batch in run:
                reached = batch.cursor if moves else reached
                yield self._keep(collection, batch, reached)

    def _hear(
        self, collection: Collection, run: Iterator[Batch], cursor: str | None
    ) -> Generator[Kept, None, tuple[set[str], str]]:
        """Keep what such batches bring without moving the cursor; what they say is gone, and the last one's cursor."""
        gone: set[str] = set()
        last = ""
        for batch in run:
            gone = (gone - _there(batch)) | set(batch.gone)
            last = batch.cursor
            yield self._keep(collection, batch, cursor)
        return gone, last

    def _list_again(self, source: Source, collection: Collection, ref: CollectionRef) -> Iterator[Kept]:
        """List from the beginning. The cursor stays expired until the end: one that is broken off begins anew."""
        listed: set[str] = set()
        for batch in source.changes(ref, None):
            listed |= _there(batch)
            yield self._keep(collection, batch, collection.cursor)
            last = batch
        yield self._let_go(collection, self._stored(collection) - listed, last.cursor)

    def _stored(self, collection: Collection) -> set[str]:
        with self._transaction() as session:
            asked = select(Inbound.remote_id).where(Inbound.collection_id == collection.id, ~Inbound.gone)
            return set(session.scalars(asked))

    def _keep(self, collection: Collection, batch: Batch, cursor: str | None) -> Kept:
        refused = {each.remote_id: each.reason for each in batch.refused}
        with self._transaction() as session:
            kept = save(session, collection, Arrival(batch.items, cursor, refused), self.keyed_hash)
            reach("batch.kept")
            if kept.fresh:
                self.after(session, self.owner_id)
            reach("batch.asked-for")
        reach("batch.committed")
        return kept

    def _let_go(self, collection: Collection, gone: set[str] | None, cursor: str | None) -> Kept:
        """Mark what is gone and move the cursor, or neither. ``gone`` is None when the collection itself is."""
        remote_ids = None if gone is None else sorted(gone)
        with self._transaction() as session:
            missed = let_go(session, collection.id, remote_ids, sure=self.accept_gone)
            if not missed:
                move(session, collection, cursor)
            reach("gone.marked")
        reach("gone.committed")
        return Kept(missed=missed)

    def _transaction(self) -> AbstractContextManager[Session]:
        return self.database.transaction(Acting(self.owner_id))


def _there(batch: Batch) -> set[str]:
    return {item.remote_id for item in batch.items} | {refused.remote_id for refused in batch.refused}
