"""Manners towards mail servers: who may visit one now, and what is learnt from how it answers.

Turns are kept in the store, for all workers together. Within this process no server may keep all hands busy, however
slow it is.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from random import random
from threading import Event, Lock, Thread

from sqlalchemy.exc import SQLAlchemyError

from ingest.errors import Busy, CredentialsRejected, Unavailable
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.session import Session
from store import turns
from store.engine import Database
from store.turns import Later, Server, Turn

TRIES, PATIENCE = 4, timedelta(seconds=0.5)  # of standing and waiting for a sign-in; longer is for another time
LONGEST_LINE = 1000  # who is not in it comes back by itself
STAYS = 5.0  # seconds between two words that one is still there
NOT_NOW = "It is not this mailbox's turn at its server. It is tried again by itself."


Wake = Callable[[], None]


class NotYet(Unavailable):
    """It is not one's turn.

    Attributes:
        at: when to come back in any case.
        down: because the server does not answer, or wants to be left alone.
        stand_in_line: takes what to do once there is a hand; None where hands are not what is missing.
    """

    def __init__(
        self, at: datetime, *, down: bool = False, stand_in_line: Callable[[Wake], None] | None = None
    ) -> None:
        super().__init__(NOT_NOW)
        self.at, self.down, self.stand_in_line = at, down, stand_in_line


class Hands:
    """How many of this process's hands are at servers, at one server never all: three quarters at most.

    Who finds none may stand in line, and is woken when one is given back.
    """

    def __init__(self, total: int) -> None:
        self._most, self._most_at_one = total, max(total * 3 // 4, 1)
        self._at: Counter[bytes] = Counter()
        self._line: deque[tuple[bytes, Wake]] = deque(maxlen=LONGEST_LINE)
        self._lock = Lock()

    def lend(self, host: bytes) -> bool:
        """A hand for a server, to be given back; False when there is none to spare."""
        with self._lock:
            if not self._has_one_for(host):
                return False
            self._at[host] += 1
            return True

    def take_back(self, host: bytes) -> None:
        """It is free again: who waits for it longest is woken."""
        with self._lock:
            self._at[host] -= 1
            woken = next((each for each in self._line if self._has_one_for(each[0])), None)
            if woken is not None:
                self._line.remove(woken)
        if woken is not None:
            woken[1]()

    def stand_in_line(self, host: bytes, wake: Wake) -> None:
        """Have ``wake`` called once there is a hand for a server, which may be now."""
        with self._lock:
            free = self._has_one_for(host)
            if not free:
                self._line.append((host, wake))
        if free:
            wake()

    def _has_one_for(self, host: bytes) -> bool:
        return self._at.total() < self._most and self._at[host] < self._most_at_one


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets visits to mail servers through, one by one.

    Attributes:
        keyed_hash: the installation's keyed hash, under which servers are remembered.
        clock, chance: the time, and numbers from 0 to 1.
    """

    database: Database
    keyed_hash: Callable[[str], bytes]
    clock: Callable[[], datetime]
    hands: Hands = field(default_factory=lambda: Hands(8))
    chance: Callable[[], float] = random

    def server(self, host: str, user: str) -> Server:
        """The keys of an account."""
        name = host.casefold().rstrip(".")
        return Server(self.keyed_hash(f"mail server {name}"), self.keyed_hash(f"mail account {name} {user}"))

    @contextmanager
    def visit(self, host: str, user: str) -> Iterator[None]:
        """A turn at a server for the length of a block. What the block meets there is learnt from.

        Raises:
            NotYet: it is not one's turn.
        """
        server = self.server(host, user)
        if not self.hands.lend(server.host):
            again = self.clock() + turns.LOOK_AGAIN * (0.5 + self.chance())
            raise NotYet(again, stand_in_line=partial(self.hands.stand_in_line, server.host))
        try:
            with self._turn(server):
                yield
        finally:
            self.hands.take_back(server.host)

    @contextmanager
    def _turn(self, server: Server) -> Iterator[None]:
        turn = self._taken(server)
        well = False
        try:
            with self._staying(turn):
                yield
            well = True
        except Busy as busy:
            with self.database.transaction() as session:
                turns.refused(session, server, self.clock(), whole=busy.whole, asked=busy.retry_after)
            raise
        finally:
            with self.database.transaction() as session:
                turns.give_back(session, turn)
                if well:
                    turns.went_well(session, server, self.clock())

    @contextmanager
    def _staying(self, turn: Turn) -> Iterator[None]:
        """Say all the time that a turn is still had: that of a process that died is free as soon as its jobs are."""
        over = Event()

        def say() -> None:
            while not over.wait(STAYS):
                with suppress(SQLAlchemyError), self.database.transaction() as session:  # lost: said the next time
                    turns.stay(session, turn, self.clock())

        saying = Thread(target=say, name="staying", daemon=True)
        saying.start()
        try:
            yield
        finally:
            over.set()
            saying.join()

    def _taken(self, server: Server) -> Turn:
        with self.database.transaction() as session:
            given = turns.take(session, server, self.clock())
        if isinstance(given, Later):
            raise NotYet(given.at, down=given.down)
        return given

    def sign_in(self, server: Server) -> None:
        """Wait a moment for a sign-in to be allowed.

        Raises:
            NotYet: it would take too long.
        """
        for _ in range(TRIES):
            with self.database.transaction() as session:
                at = turns.sign_in(session, server, now := self.clock())
            if at is None:
                return
            time.sleep(min(at - now, PATIENCE).total_seconds() * (1 + self.chance()))
        raise NotYet(self.clock() + turns.LOOK_AGAIN)

    def answered(self, server: Server) -> None:
        """The server answers."""
        with self.database.transaction() as session:
            turns.answered(session, server)

    def failed(self, server: Server, error: Unavailable) -> None:
        """The server does not answer."""
        with self.database.transaction() as session:
            turns.failed(session, server, self.clock(), self.chance(), error.retry_after)


@dataclass(frozen=True, slots=True)
class PoliteOpener(Opener):
    """Opens sessions no faster than a server is asked, and tells the gate whether it answers."""

    gate: Gate = field(kw_only=True)

    def open(self, account: Account) -> Session:
        """A session that is signed in. Raises as ``Opener.open``, and NotYet when there are too many sign-ins."""
        server = self.gate.server(account.host, account.credential.user)
        self.gate.sign_in(server)
        try:
            session = Opener.open(self, account)
        except (Busy, CredentialsRejected):
            self.gate.answered(server)
            raise
        except Unavailable as error:
            self.gate.failed(server, error)
            raise
        self.gate.answered(server)
        return session
