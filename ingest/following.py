"""Follows a connection in the background: one pass, then its state and when the next one is due.

A place that cannot be reached is asked less and less often; one that takes the credential no more is not asked again
until its owner signs in.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest import quiet
from ingest.errors import CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.history import History
from ingest.hosts import RefusedHost
from ingest.mailboxes import Mailroom
from ingest.sync import After, Pass
from store import due
from store.connections import Outcome, Place, State, report
from store.crypto import DoesNotOpen
from store.engine import Acting, Database
from store.errors import NotFound, Superseded
from store.failpoints import reach
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState

EVERY = timedelta(minutes=5)
# After which a pass that nobody ended is due again. While its job lives no second one of its owner's begins, however
# long it takes; and a job of a worker that died is taken up again after fifteen seconds at the earliest, and has to
# find it due.
LEASE = timedelta(seconds=10)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
SPREAD = 0.2


@dataclass(frozen=True, slots=True)
class Follower:
    """What connections are followed with.

    Attributes:
        after: asks for the reading of what was kept.
        clock: the time now.
    """

    database: Database
    mailroom: Mailroom
    keyed_hash: Callable[[str], bytes]
    after: After
    clock: Callable[[], datetime]

    def take(self, owner_id: UUID) -> tuple[UUID, ...]:
        """The owner's connections that are due, each due again after its lease in case this worker dies."""
        now = self.clock()
        with self._transaction(owner_id) as session:
            references = due.take(session, owner_id, "sync", now)
            for reference in references:
                due.put(session, owner_id, "sync", reference, now + LEASE)
        reach("due.taken")
        return tuple(UUID(reference) for reference in references)

    def follow(self, owner_id: UUID, connection_id: UUID, stopping: Callable[[], bool]) -> None:
        """One pass over a connection; what became of it is written down, and when to look again.

        Args:
            stopping: whether the worker is to stop: then the pass ends after its batch, and goes on elsewhere at once.
        """
        try:
            self._pass(owner_id, connection_id, stopping)
        except Superseded:  # another worker reads it now, or its owner paused it: both say when it goes on
            return
        except NotFound:  # disconnected meanwhile
            with self._transaction(owner_id) as session:
                due.drop(session, owner_id, "sync", str(connection_id))
                due.drop(session, owner_id, quiet.KIND, str(connection_id))
        except (SourceError, DoesNotOpen) as error:
            self._failed(owner_id, connection_id, error)

    def _pass(self, owner_id: UUID, connection_id: UUID, stopping: Callable[[], bool]) -> None:
        source = self.mailroom.source(self.database, owner_id, connection_id)
        try:
            slow, compare = self._manner(owner_id, connection_id)
            place = self._place(owner_id, connection_id)
            passing = Pass(self.database, owner_id, place, self.keyed_hash, self.after, slow=slow, compare=compare)
            for _ in passing.over(source, self.clock()):
                if stopping():
                    self._again(owner_id, connection_id, self.clock())
                    return
        finally:
            source.close()
        reach("pass.ended")
        self._compared(owner_id, connection_id, compared=compare)
        self._again(owner_id, connection_id, self.clock() + EVERY * spread())
        reach("pass.again")

    def _manner(self, owner_id: UUID, connection_id: UUID) -> tuple[bool, bool]:
        """Whether a history is read slowly, and whether it is the hour to compare what is here with what is there."""
        with self._transaction(owner_id) as session:
            connection = session.get(Connection, connection_id)
            slow = connection is not None and History.of(connection.settings).pace == "slow"
            return slow, quiet.is_due(session, owner_id, connection_id, self.clock())

    def _compared(self, owner_id: UUID, connection_id: UUID, *, compared: bool) -> None:
        if compared:
            with self._transaction(owner_id) as session:
                quiet.done(session, owner_id, connection_id, self.clock())

    def _place(self, owner_id: UUID, connection_id: UUID) -> Place:
        with self._transaction(owner_id) as session:
            connection = session.get(Connection, connection_id)
            if connection is None:
                raise NotFound("no such connection")
            return Place(connection.provider, connection.label)

    def _failed(self, owner_id: UUID, connection_id: UUID, error: SourceError | DoesNotOpen) -> None:
        now = self.clock()
        state, code = told(error)
        with self._transaction(owner_id) as session:
            asked = select(ConnectionState.last_success_at, Connection.created_at).join(
                Connection, Connection.id == ConnectionState.connection_id
            )
            succeeded, created = session.execute(asked.where(Connection.id == connection_id)).one()
            at = now + wait(now - (succeeded or created), getattr(error, "retry_after", None))
            if state == "sign-in needed":
                due.drop(session, owner_id, "sync", str(connection_id))
                report(session, connection_id, Outcome(state, code), now)
            else:
                due.put(session, owner_id, "sync", str(connection_id), at)
                report(session, connection_id, Outcome(state, code, at), now)

    def _again(self, owner_id: UUID, connection_id: UUID, at: datetime) -> None:
        with self._transaction(owner_id) as session:
            due.put(session, owner_id, "sync", str(connection_id), at)

    def _transaction(self, owner_id: UUID) -> AbstractContextManager[Session]:
        return self.database.transaction(Acting(owner_id))


def told(error: SourceError | DoesNotOpen) -> tuple[State, str]:
    """The state after an error and its reason code, which names nothing and nobody."""
    if isinstance(error, CredentialsRejected | DoesNotOpen):
        return "sign-in needed", "credential"
    codes = {RefusedHost: "refused host", Unavailable: "unavailable", Malformed: "malformed"}
    return "not reachable", codes.get(type(error), "declined")


def wait(failing: timedelta, asked: float | None = None) -> timedelta:
    """How long to wait before the next try, after having failed for so long: half of that again, within bounds.

    Args:
        asked: the least number of seconds, where the place named one.
    """
    waiting = min(max(failing / 2, FIRST_WAIT), LONGEST_WAIT) * spread()
    return max(waiting, timedelta(seconds=asked or 0))


def spread() -> float:
    """A factor near 1, so that those who failed together do not come back together."""
    return 1 + random.uniform(-SPREAD, SPREAD)  # noqa: S311 - no secret
