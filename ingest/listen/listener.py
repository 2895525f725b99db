"""Holds the inboxes: opens them at their pace, waits in them, renews the waiting, and passes on what is pushed.

What is known of a mailbox belongs to the loop's thread. Signing in blocks, so it is done by a few threads of its own.
The listener decides nothing about a connection's state: what fails here is looked at by the worker, which does.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Event
from time import monotonic
from uuid import UUID

import structlog

from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.gate import NotYet
from ingest.listen.lines import Line
from ingest.listen.mailboxes import Mailbox
from ingest.listen.pace import LONGEST_WAIT, Pace, back_off, spread
from ingest.listen.pushes import Pushes
from ingest.listen.switchboard import Switchboard
from ingest.listen.watch import Watch
from ingest.mailboxes import Mailroom
from ingest.sources.imap.idle import Begun, CannotWait, begin
from ingest.tasks import ask_to_look
from ingest.wire import SLOW
from store.engine import Acting, Database
from store.failpoints import reach
from store.shares import share_of

RENEW = 25 * 60.0  # seconds; servers may end a silence of thirty minutes (RFC 2177 section 3)
RENEWED_WITHIN = 30.0
ASK_AGAIN = 6 * 3600.0  # a server that has no IDLE may have learned it
AT_MOST_EVERY = 1.0  # seconds between two looks at one mailbox
HANGS = 60.0
SIGNING_IN = 8  # threads
DATABASE_CONNECTIONS = SIGNING_IN + 2  # one for the pushes, one for the watch
log = structlog.get_logger()


@dataclass(slots=True)
class _Known:
    """A mailbox that is to be held. ``attempt`` tells what belongs to it from what belongs to an earlier one."""

    mailbox: Mailbox
    attempt: int = 0
    failures: int = 0
    held_since: float | None = None


class Listener:
    """The whole: ``run`` is the loop."""

    def __init__(self, database: Database, mailroom: Mailroom, pace: Pace, renew: float = RENEW) -> None:
        self._database = database
        self._mailroom = mailroom
        self._pace = pace
        self._renew_every = renew
        self._known: dict[UUID, _Known] = {}
        self._attempts = count(1)
        self._board = Switchboard(self)
        self._pushes = Pushes(self._ask)
        self._openers = ThreadPoolExecutor(SIGNING_IN, thread_name_prefix="signing-in")
        self._under_way = 0
        self._ticks = False

    def __len__(self) -> int:
        """How many inboxes are held."""
        return len(self._board)

    @property
    def turns(self) -> bool:
        """Whether the loop comes round."""
        return monotonic() - self._board.turned_at < HANGS

    def run(self, stop: Event) -> None:
        """Listen until ``stop`` is set."""
        with ExitStack() as stack:
            stack.callback(self._board.close)
            stack.callback(self._openers.shutdown, wait=False, cancel_futures=True)
            stack.enter_context(self._pushes)
            stack.enter_context(Watch(self._database, self))
            while not stop.is_set():
                self._board.turn()

    def hold(self, mailbox: Mailbox, *, first: bool) -> None:
        """Hold a mailbox as it is now. From any thread, as the next three."""
        self._board.call(partial(self._hold, mailbox, first=first))

    def let_go(self, connection_id: UUID) -> None:
        """Hold a mailbox no more."""
        self._board.call(partial(self._forget, connection_id))

    def only(self, connections: frozenset[UUID]) -> None:
        """Hold none but these."""
        self._board.call(partial(self._keep, connections.__contains__))

    def keep_shares(self, shares: frozenset[int], parts: int) -> None:
        """Hold nothing outside of these shares."""
        self._board.call(partial(self._keep, lambda each: share_of(each) in shares))
        self._pace.parts = parts

    def changed(self, key: UUID) -> None:
        """A push: a look at once; what is pushed within a second of it is one more look after that second."""
        known, line = self._known.get(key), self._board.line(key)
        if known is None or line is None or line.pushed_at > (now := monotonic()):
            return
        if now - line.pushed_at >= AT_MOST_EVERY:
            line.pushed_at = now
            self._push(known)
            return
        line.pushed_at += AT_MOST_EVERY
        self._board.later(line.pushed_at - now, partial(self._push, known))

    def lost(self, key: UUID, error: SourceError) -> None:
        """A line broke off: another one is opened after a while."""
        if known := self._known.get(key):
            if known.held_since is not None and monotonic() - known.held_since > LONGEST_WAIT:
                known.failures = 0
            self._failed(known, error)

    def _hold(self, mailbox: Mailbox, *, first: bool) -> None:
        known = self._known.get(mailbox.connection_id)
        if known and known.mailbox.version == mailbox.version:
            return
        self._forget(mailbox.connection_id)
        known = self._known[mailbox.connection_id] = _Known(mailbox)
        self._queue(known, first=first)

    def _forget(self, connection_id: UUID) -> None:
        if known := self._known.pop(connection_id, None):
            self._pace.remove(known.mailbox.host, connection_id)
            self._board.drop(connection_id)

    def _keep(self, wanted: Callable[[UUID], bool]) -> None:
        for connection_id in [each for each in self._known if not wanted(each)]:
            self._forget(connection_id)

    def _queue(self, known: _Known, *, first: bool = False) -> None:
        known.attempt, known.held_since = next(self._attempts), None
        self._pace.add(known.mailbox.host, known.mailbox.connection_id, first=first)
        if not self._ticks:
            self._ticks = True
            self._tick()

    def _tick(self) -> None:
        """Open the next mailbox whose turn it is; come again as long as any waits."""
        free = self._under_way < SIGNING_IN
        if free and (connection_id := self._pace.take(monotonic())):
            known = self._known[connection_id]
            self._under_way += 1
            future = self._openers.submit(self._open, known.mailbox)
            ended = partial(self._ended, known.mailbox, known.attempt)
            future.add_done_callback(lambda done: self._board.call(partial(ended, done)))
        self._ticks = len(self._pace) > 0
        if self._ticks:
            self._board.later(self._pace.gap, self._tick)

    def _open(self, mailbox: Mailbox) -> Begun:
        """In one of the threads."""
        session = self._mailroom.open(self._database, mailbox.owner_id, mailbox.connection_id)
        try:
            return begin(session)
        except BaseException:
            session.close()
            raise

    def _ended(self, mailbox: Mailbox, attempt: int, future: Future[Begun]) -> None:
        self._under_way -= 1
        self._pace.done(mailbox.host)
        known, error = self._known.get(mailbox.connection_id), future.exception()
        is_wanted = known is not None and known.attempt == attempt
        if error is None and not is_wanted:
            future.result().socket.close()
        elif error is None and known is not None:
            self._opened(known, future.result())
        elif is_wanted and known is not None and error is not None:
            self._failed(known, error)

    def _opened(self, known: _Known, begun: Begun) -> None:
        known.held_since = monotonic()
        connection_id, attempt = known.mailbox.connection_id, known.attempt
        self._board.hold(connection_id, Line(begun), begun.unread)
        self._board.later(spread(self._renew_every), partial(self._renew, connection_id, attempt))
        self.changed(connection_id)  # something may have come while nobody heard

    def _failed(self, known: _Known, error: BaseException) -> None:
        known.failures += 1
        known.attempt, known.held_since = next(self._attempts), None
        wait = self._wait(known, error)
        log.info("inbox not held", connection=str(known.mailbox.connection_id), error=type(error).__name__, wait=wait)
        self._board.later(wait, partial(self._again, known.mailbox.connection_id, known.attempt))

    def _wait(self, known: _Known, error: BaseException) -> float:
        if isinstance(error, CannotWait):
            return spread(ASK_AGAIN)
        if isinstance(error, CredentialsRejected):  # the worker finds out, and stops it; passwords are not tried often
            self._push(known)
            return spread(LONGEST_WAIT)
        if isinstance(error, NotYet):  # nothing failed
            known.failures -= 1
            return max(spread((error.at - self._mailroom.clock()).total_seconds()), 0.5)
        return back_off(known.failures, getattr(error, "retry_after", None))

    def _again(self, connection_id: UUID, attempt: int) -> None:
        known = self._known.get(connection_id)
        if known and known.attempt == attempt:
            self._queue(known)

    def _renew(self, connection_id: UUID, attempt: int) -> None:
        if self._holds(connection_id, attempt):
            self._board.renew(connection_id)
            self._board.later(RENEWED_WITHIN, partial(self._see_renewed, connection_id, attempt))
            self._board.later(spread(self._renew_every), partial(self._renew, connection_id, attempt))

    def _see_renewed(self, connection_id: UUID, attempt: int) -> None:
        line = self._board.line(connection_id)
        if line and self._holds(connection_id, attempt) and not line.is_settled:
            self._board.drop(connection_id)
            self.lost(connection_id, Unavailable(SLOW))

    def _holds(self, connection_id: UUID, attempt: int) -> bool:
        known = self._known.get(connection_id)
        return known is not None and known.attempt == attempt and self._board.line(connection_id) is not None

    def _push(self, known: _Known) -> None:
        self._pushes.add(known.mailbox.owner_id, known.mailbox.connection_id)

    def _ask(self, owner_id: UUID, connection_id: UUID) -> None:
        reach("push.heard")
        with self._database.transaction(Acting(owner_id)) as session:
            ask_to_look(session, owner_id, connection_id)
        reach("push.asked-for")
