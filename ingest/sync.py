"""One pass over a connection: what its source says has changed is kept, and the cursor moves with it.

When a cursor has expired the collection is listed from the beginning; what is stored and not listed any more is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.errors import CursorExpired
from ingest.protocol import Batch, CollectionRef, Cursor, Source
from store.connections import Place, collection_of, connect, report_state
from store.engine import Acting, Database
from store.inbound import Arrival, Kept, save
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Inbound

After = Callable[[Session, UUID], None]


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass over one owner's connection.

    Attributes:
        keyed_hash: the installation's keyed hash, for what is left out.
        after: called in each keeping transaction, with the owner: enqueues the reading.
    """

    database: Database
    owner_id: UUID
    place: Place
    keyed_hash: Callable[[str], bytes]
    after: After

    def over(self, source: Source, now: datetime) -> Iterator[Kept]:
        """Keep everything that the source has and the store lacks, batch by batch."""
        with self._transaction() as session:
            connection = connect(session, self.owner_id, self.place, now)
        for ref in source.collections():
            yield from self._collection(source, connection, ref)
        self.report(connection.id, now)

    def report(self, connection_id: UUID, now: datetime) -> None:
        """Write how the connection stands."""
        with self._transaction() as session:
            report_state(session, connection_id, now)

    def _collection(self, source: Source, connection: Connection, ref: CollectionRef) -> Iterator[Kept]:
        with self._transaction() as session:
            collection = collection_of(session, connection, ref.remote_id, ref.kind)
        since = Cursor(collection.cursor) if collection.cursor else None
        try:
            for batch in source.changes(ref, since):
                yield self._keep(collection, batch)
        except CursorExpired:
            yield from self._list_again(source, collection, ref)

    def _list_again(self, source: Source, collection: Collection, ref: CollectionRef) -> Iterator[Kept]:
        """List from the beginning. The cursor stays expired until the end: one that is broken off begins anew."""
        expired = Cursor(collection.cursor or "")
        listed: set[str] = set()
        for batch in source.changes(ref, None):
            listed |= {item.remote_id for item in batch.items} | {refused.remote_id for refused in batch.refused}
            yield self._keep(collection, replace(batch, cursor=expired))
            last = batch
        yield self._keep(collection, Batch((), tuple(sorted(self._stored(collection) - listed)), last.cursor))

    def _stored(self, collection: Collection) -> set[str]:
        with self._transaction() as session:
            asked = select(Inbound.remote_id).where(Inbound.collection_id == collection.id, ~Inbound.gone)
            return set(session.scalars(asked))

    def _keep(self, collection: Collection, batch: Batch) -> Kept:
        arrival = Arrival(
            items=batch.items,
            cursor=batch.cursor,
            gone=batch.gone,
            refused={refused.remote_id: refused.reason for refused in batch.refused},
        )
        with self._transaction() as session:
            kept = save(session, collection, arrival, self.keyed_hash)
            if kept.fresh:
                self.after(session, self.owner_id)
        return kept

    def _transaction(self) -> AbstractContextManager[Session]:
        return self.database.transaction(Acting(self.owner_id))
