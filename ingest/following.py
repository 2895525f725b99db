"""Follows a connection in the background: one pass, then its state and when the next one is due.

A place that cannot be reached is asked less and less often; one that takes the credential no more is not asked again
until its owner signs in. A long pass ends after a while and goes on when others had their turn.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ingest import quiet
from ingest.connect import EVERY
from ingest.errors import Busy, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.gate import NotYet
from ingest.history import History
from ingest.hosts import RefusedHost
from ingest.mailboxes import ACCEPT_GONE
from ingest.rooms import Room
from ingest.sync import After, Pass
from store import due
from store.connections import Outcome, Place, State, at_work, failures_of, may_be_read, mine, put_off, report
from store.crypto import DoesNotOpen
from store.engine import Acting, Database
from store.errors import NotFound, Superseded
from store.failpoints import reach
from store.judgement import pacing

# After which a pass that nobody ended is due again. While its job lives no second one over its connection begins,
# however long it takes; and a job of a worker that died is taken up again after fifteen seconds at the earliest, and
# has to find it due.
LEASE = timedelta(seconds=10)
SLICE = timedelta(minutes=10)  # of reading, after which others are served first
SPREAD = 0.2
SPREAD_OUT = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Follower:
    """What connections are followed with.

    Attributes:
        after: asks for the reading of what was kept.
        clock, chance: the time now, and numbers from 0 to 1.
        again: asks for a look at a connection of an owner now. Without it, who had to wait comes back when it is due.
    """

    database: Database
    mailroom: Room
    keyed_hash: Callable[[str], bytes]
    after: After
    clock: Callable[[], datetime]
    chance: Callable[[], float] = random.random
    again: Callable[[Session, UUID, UUID], object] = lambda *_: None

    def take(self, owner_id: UUID, connection_id: UUID) -> bool:
        """Whether a connection is due and may be read. It is due again after its lease, in case this worker dies."""
        now, reference = self.clock(), str(connection_id)
        with self._transaction(owner_id) as session:
            ready = due.take_one(session, owner_id, "sync", reference, now) and _may_be_read(session, connection_id)
            if ready:
                due.put(session, owner_id, "sync", reference, now + LEASE)
        reach("due.taken")
        return ready

    def follow(self, owner_id: UUID, connection_id: UUID, stopping: Callable[[], bool]) -> None:
        """One pass over a connection; what became of it is written down, and when to look again.

        Whoever asks for a look meanwhile has another one, and what became of this one counts no more.

        Args:
            stopping: whether the worker is to stop: then the pass ends after its batch, and goes on elsewhere at once.
        """
        with self._transaction(owner_id) as session:
            look = _Look(owner_id, connection_id, due.put_at(session, owner_id, "sync", str(connection_id)))
        try:
            self._pass(look, stopping)
        except Superseded:  # another worker reads it now, or its owner paused it: both say when it goes on
            return
        except NotFound:  # disconnected meanwhile
            with self._transaction(owner_id) as session:
                due.drop(session, owner_id, "sync", str(connection_id))
                due.drop(session, owner_id, quiet.KIND, str(connection_id))
        except NotYet as error:
            self._put_off(look, error)
        except (SourceError, DoesNotOpen) as error:
            self._failed(look, error)

    def _pass(self, look: _Look, stopping: Callable[[], bool]) -> None:
        began, owner_id, connection_id = self.clock(), look.owner_id, look.connection_id
        with self.mailroom.visit(self.database, owner_id, connection_id) as source:
            passing = self._passing(owner_id, connection_id, began)
            for _ in passing.over(source, self.clock()):
                if not self._goes_on(owner_id, connection_id):
                    return
                if stopping() or (self.clock() - began > SLICE and not passing.compare):
                    self._again(look, self.clock())
                    return
        reach("pass.ended")
        self._compared(owner_id, connection_id, compared=passing.compare)
        self._again(look, self.clock() + EVERY * spread())
        reach("pass.again")

    def _passing(self, owner_id: UUID, connection_id: UUID, now: datetime) -> Pass:
        """The pass, as its owner wants it: a history slowly, what went as meant (for one pass); compared at night."""
        with self._transaction(owner_id) as session:
            connection = mine(session, connection_id)
            place, slow = Place(connection.provider, connection.label), History.of(connection.settings).pace == "slow"
            accept_gone = ACCEPT_GONE in connection.settings
            connection.settings = {name: it for name, it in connection.settings.items() if name != ACCEPT_GONE}
            compare = quiet.is_due(session, owner_id, connection_id, now)
        return Pass(
            self.database, owner_id, place, self.keyed_hash, self.after, accept_gone, slow=slow, compare=compare
        )

    def _compared(self, owner_id: UUID, connection_id: UUID, *, compared: bool) -> None:
        if compared:
            with self._transaction(owner_id) as session:
                quiet.done(session, owner_id, connection_id, self.clock())

    def _goes_on(self, owner_id: UUID, connection_id: UUID) -> bool:
        """Whether its owner still wants it read."""
        with self._transaction(owner_id) as session:
            return at_work(session, connection_id, self.clock())

    def _put_off(self, look: _Look, error: NotYet) -> None:
        """It was not its turn: nothing failed, unless its server does not answer the others."""
        at = error.at + SPREAD_OUT * self.chance()
        with self._transaction(look.owner_id) as session:
            if look.put(session, at) and error.down:
                put_off(session, look.connection_id, "unavailable", at)
        if error.stand_in_line is not None:
            error.stand_in_line(partial(self._look_now, look))

    def _look_now(self, look: _Look) -> None:
        """There is a hand for it. A database that is lost now is no matter: it is due soon."""
        with suppress(SQLAlchemyError), self._transaction(look.owner_id) as session:
            self.again(session, look.owner_id, look.connection_id)

    def _failed(self, look: _Look, error: SourceError | DoesNotOpen) -> None:
        now = self.clock()
        state, code = told(error)
        with self._transaction(look.owner_id) as session:
            if state == "sign-in needed":
                if look.put(session, None):
                    report(session, look.connection_id, Outcome(state, code), now)
                return
            failures = failures_of(session, look.connection_id) + 1
            at = now + pacing.wait(failures, self.chance(), getattr(error, "retry_after", None))
            if look.put(session, at):
                report(session, look.connection_id, Outcome(state, code, at), now)

    def _again(self, look: _Look, at: datetime) -> None:
        with self._transaction(look.owner_id) as session:
            look.put(session, at)

    def _transaction(self, owner_id: UUID) -> AbstractContextManager[Session]:
        return self.database.transaction(Acting(owner_id))


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a connection; ``due_at``: when the next one was due as this one began."""

    owner_id: UUID
    connection_id: UUID
    due_at: datetime | None

    def put(self, session: Session, at: datetime | None) -> bool:
        """Make the next one due at a time, or never, unless somebody asked for one meanwhile; whether that was done."""
        reference = str(self.connection_id)
        if not due.stands(session, self.owner_id, "sync", reference, self.due_at):
            return False
        if at is None:
            due.drop(session, self.owner_id, "sync", reference)
        else:
            due.put(session, self.owner_id, "sync", reference, at)
        return True


def _may_be_read(session: Session, connection_id: UUID) -> bool:
    try:
        return may_be_read(session, connection_id)
    except NotFound:
        return False


def told(error: SourceError | DoesNotOpen) -> tuple[State, str]:
    """The state after an error and its reason code, which names nothing and nobody."""
    if isinstance(error, CredentialsRejected | DoesNotOpen):
        return "sign-in needed", "credential"
    codes = {RefusedHost: "refused host", Busy: "busy", Unavailable: "unavailable", Malformed: "malformed"}
    return "not reachable", codes.get(type(error), "declined")


def spread() -> float:
    """A factor near 1, so that those who failed together do not come back together."""
    return 1 + random.uniform(-SPREAD, SPREAD)  # noqa: S311 - no secret
