"""What the store keeps of a mailbox, for its source: so that nothing is loaded twice."""

from __future__ import annotations

from collections.abc import Collection as Many
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ingest.likeness import likeness_of_head
from ingest.protocol import Cursor, Head
from ingest.sources.imap.known import Sample
from store import fence, places
from store.engine import Acting, Database
from store.models.private.connection import Collection
from store.models.private.inbound import Dropped, Inbound
from store.models.shared.connection_state import ConnectionState

SAMPLES = 5


@dataclass(frozen=True, slots=True)
class StoredFolders:
    """What the store keeps of a mailbox, for its source.

    Attributes:
        before: the number of the pass before this one (store.fence).
    """

    database: Database
    owner_id: UUID
    connection_id: UUID
    before: int

    def cursors(self) -> Mapping[str, Cursor | None]:
        """Each folder's cursor, by the folder's pointer."""
        asked = select(Collection.remote_name, Collection.cursor)
        with self.database.transaction(Acting(self.owner_id)) as session:
            rows = session.execute(asked.where(Collection.connection_id == self.connection_id)).all()
        return {name: Cursor(cursor) if cursor else None for name, cursor in rows}

    def stored(self, folder: str) -> Many[str] | None:
        """The pointers of everything that is known of a folder and was there last."""
        of_it = select(Collection.id).where(
            Collection.connection_id == self.connection_id, Collection.remote_name == folder
        )
        kept = select(Inbound.remote_id).where(Inbound.collection_id.in_(of_it), ~Inbound.gone)
        dropped = select(Dropped.remote_id).where(Dropped.collection_id.in_(of_it))
        with self.database.transaction(Acting(self.owner_id)) as session:
            return {*session.scalars(kept), *session.scalars(dropped)}

    def versions(self, collection: str) -> Mapping[str, str]:
        """The source's word for the content of everything that is known of a collection, as ``Versions`` has it."""
        of_it = select(Collection.id).where(
            Collection.connection_id == self.connection_id, Collection.remote_name == collection
        )
        kept = select(Inbound.remote_id, Inbound.likeness).where(Inbound.collection_id.in_(of_it), ~Inbound.gone)
        dropped = select(Dropped.remote_id).where(Dropped.collection_id.in_(of_it), ~Dropped.gone)
        with self.database.transaction(Acting(self.owner_id)) as session:
            words = {pointer: word or "" for pointer, word in session.execute(kept)}
            return dict.fromkeys(session.scalars(dropped), "") | words

    def samples(self, folder: str) -> Sequence[Sample]:
        """A few messages of a folder, the newest that were kept."""
        size = func.coalesce(Inbound.full_size, func.octet_length(Inbound.payload))
        asked = select(Inbound.remote_id, Inbound.received_at, size).join(
            Collection, Collection.id == Inbound.collection_id
        )
        asked = asked.where(
            Collection.connection_id == self.connection_id, Collection.remote_name == folder, ~Inbound.gone
        )
        with self.database.transaction(Acting(self.owner_id)) as session:
            rows = session.execute(asked.order_by(Inbound.id.desc()).limit(SAMPLES)).all()
        return [Sample(*row) for row in rows]

    def recognises(self, folder: str) -> bool:
        """Whether some of a listing may be known: the folder was renumbered, or is new in a mailbox that was read."""
        with self.database.transaction(Acting(self.owner_id)) as session:
            collection = self._collection(session, folder)
            if collection is None or collection.id in places.unplaced(session, self.connection_id):
                return collection is not None
            asked = select(ConnectionState.last_success_at).where(
                ConnectionState.connection_id == self.connection_id, ConnectionState.state != "reading history"
            )
            return collection.cursor is None and session.scalar(asked) is not None

    def recognise(self, folder: str, heads: Sequence[Head]) -> Many[str]:
        """Find again in a renumbered folder what is alike, or take it over from where else it lies.

        Raises:
            Superseded: a later pass has begun, so that the pointers may be old.
        """
        likenesses = {head.remote_id: alike for head in heads if (alike := likeness_of_head(head))}
        with self.database.transaction(Acting(self.owner_id)) as session:
            fence.hold_next(session, self.connection_id, self.before)
            collection = self._collection(session, folder)
            if collection is None:
                return ()
            found = places.find(session, collection.id, likenesses)
            rest = {pointer: alike for pointer, alike in likenesses.items() if pointer not in found}
            return found | places.copy(session, collection, rest)

    def _collection(self, session: Session, folder: str) -> Collection | None:
        asked = select(Collection).where(
            Collection.connection_id == self.connection_id, Collection.remote_name == folder
        )
        return session.scalar(asked)
