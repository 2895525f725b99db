"""What one pass writes: each batch with its cursor in one transaction, and nothing once a later pass has begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ingest.likeness import likeness_of
from ingest.protocol import Batch, CollectionRef, Survey
from ingest.switches import left_out
from store import asking_again, fence, places
from store.asking_again import Wanted
from store.called_off import call_off
from store.connections import Outcome, Place, collection_of, connect, report, report_state
from store.engine import Acting, Database
from store.errors import Superseded
from store.failpoints import reach
from store.gone import let_go, vanished
from store.inbound import Arrival, Kept, move, save
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Dropped, Inbound

After = Callable[[Session, UUID], None]


@dataclass(frozen=True, slots=True)
class Keeping:
    """The writing of one pass over one owner's connection.

    Attributes:
        fence: the pass's number.
        keyed_hash: the installation's keyed hash, for what is left out.
        after: called in each keeping transaction, with the owner: enqueues the reading.
        accept_gone: the owner said that what is gone was meant to go, however much it is.
        began: when it did.
    """

    database: Database
    connection: Connection
    fence: int
    keyed_hash: Callable[[str], bytes]
    after: After
    accept_gone: bool = False
    began: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def owner_id(self) -> UUID:
        """Whose it is."""
        return self.connection.owner_id

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A unit of work that is undone when a later pass has begun.

        Raises:
            Superseded: one has.
        """
        with self.database.transaction(Acting(self.owner_id)) as session:
            fence.hold(session, self.connection.id, self.fence)
            yield session

    @property
    def is_latest(self) -> bool:
        """Whether no later pass has begun."""
        try:
            with self.transaction():
                return True
        except Superseded:
            return False

    def collection(self, ref: CollectionRef) -> Collection:
        """The stored collection that a source lists, described as the source does."""
        with self.transaction() as session:
            found = collection_of(session, self.connection, ref.remote_id, ref.kind)
            found.name, found.special_use = ref.name, ref.special_use
            if found.cursor is None and not found.history_left:
                found.history_left = ref.items or 0
        return found

    def keep(self, collection: Collection, batch: Batch, cursor: str | None, *, placing: bool = False) -> Kept:
        """Keep a batch and move the cursor."""
        arrival = Arrival(
            items=batch.items,
            cursor=cursor,
            refused={each.remote_id: each.reason for each in batch.refused},
            likenesses=_words(batch),
            history_before=self.connection.history_before,
            left=batch.left,
            placing=placing,
        )
        with self.transaction() as session:
            kept = save(session, collection, arrival, self.keyed_hash)
            reach("batch.kept")
            if again := {each.remote_id for each in batch.refused if each.again}:
                asking_again.put_off(session, collection.id, again)
            if kept.fresh:
                self.after(session, self.owner_id)
            reach("batch.asked-for")
        reach("batch.committed")
        return kept

    def let_go(self, collection: Collection, gone: Sequence[str] | None, cursor: str | None) -> int:
        """Mark what is gone and move the cursor, or neither; how many are missed.

        Args:
            gone: pointers; None when the collection itself is gone.
        """
        with self.transaction() as session:
            sure = self.accept_gone or (gone is None and collection.name in left_out(self.connection.settings))
            missed = let_go(session, collection.id, gone, sure=sure)
            if not missed:
                move(session, collection, cursor, None if gone is not None else 0)
                if collection.kind == "calendar" and call_off(session, collection, gone, self.began):
                    self.after(session, self.owner_id)
            reach("gone.marked")
        reach("gone.committed")
        return missed

    def let_go_of_unplaced(self, collection: Collection) -> int:
        """Let go of what was not found again in a collection that was renumbered; how many are missed."""
        with self.transaction() as session:
            return let_go(session, collection.id, places.left_over(session, collection.id), sure=self.accept_gone)

    def forget_places(self, collection: Collection) -> None:
        """What is kept of a collection lies somewhere else in it now: it is found again while it is listed."""
        with self.transaction() as session:
            places.forget(session, collection.id)

    def unplaced(self) -> set[UUID]:
        """The collections in which something waits to be found again."""
        with self.transaction() as session:
            return places.unplaced(session, self.connection.id)

    def wanted(self) -> dict[str, Wanted]:
        """What is to be asked for again by now, by the remote name of its collection."""
        with self.transaction() as session:
            return asking_again.wanted(session, self.connection.id)

    def accounted(self, collection: Collection) -> set[str]:
        """The pointers of everything that is kept, set aside or left out of a collection."""
        with self.transaction() as session:
            asked = (
                select(kind.remote_id).where(kind.collection_id == collection.id, ~kind.gone)
                for kind in (Inbound, Dropped)
            )
            return {pointer for each in asked for pointer in session.scalars(each)}

    def note(self, collection: Collection, survey: Survey, now: datetime) -> None:
        """Write how a collection compares with what its source has."""
        here = self.accounted(collection)
        with self.transaction() as session:
            values = {
                "there": len(survey.there), "older": survey.older, "here": len(here & survey.there),
                "missing": len(survey.claimed - here), "compared_at": now,
            }  # fmt: skip
            session.execute(update(Collection).where(Collection.id == collection.id).values(values))

    def vanished(self, listed: Sequence[str]) -> list[Collection]:
        """Collections that hold something and are not listed any more."""
        with self.transaction() as session:
            return vanished(session, self.connection.id, listed)

    def tell(self, now: datetime, rate: float | None = None) -> None:
        """Say how far the history is, in the middle of it. ``rate`` in items a second."""
        with self.transaction() as session:
            self._measured(session, rate)
            report(session, self.connection.id, Outcome("reading history"), now)

    def end(self, now: datetime, missed: int, rate: float | None = None) -> None:
        """Say that the source was read, and what is missed."""
        with self.transaction() as session:
            self._measured(session, rate)
            report_state(session, self.connection.id, now, missed)
            reach("state.reported")

    def _measured(self, session: Session, rate: float | None) -> None:
        if rate:
            of_it = update(Connection).where(Connection.id == self.connection.id)
            session.execute(of_it.values(items_per_second=rate))


def _words(batch: Batch) -> dict[str, str]:
    """By what items are recognised without their bytes."""
    return {item.remote_id: alike for item in batch.items if (alike := likeness_of(item))} | dict(batch.versions)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose place is read, and with which role."""

    database: Database
    owner_id: UUID
    place: Place

    def begin(
        self, keyed_hash: Callable[[str], bytes], after: After, now: datetime, *, accept_gone: bool = False
    ) -> Keeping:
        """Take the next number of the connection; earlier passes may write no more."""
        with self.database.transaction(Acting(self.owner_id)) as session:
            connection = connect(session, self.owner_id, self.place, now)
            number = fence.take(session, connection.id)
        return Keeping(self.database, connection, number, keyed_hash, after, accept_gone, now)
