"""The thread that knows which mailboxes this process holds: it hears of changes, and balances shares with others.

It begins with a look at everything, after a lost database too. While the database is away everything is held as it is,
for nobody can take it over from there; after a while it is let go, in case the database is away for us alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Thread
from time import monotonic
from typing import Protocol, Self
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError

from ingest.listen import mailboxes
from ingest.listen.mailboxes import Mailbox
from ingest.listen.pace import spread
from store.engine import Database
from store.shares import Shares, share_of
from store.signals import CONNECTION, Deaf, Ear, Signal, listening

BALANCE_EVERY = 3.0  # seconds
LOOK_EVERY = 15 * 60.0  # at everything, in case word was lost
HOLD_ALONE = 120.0  # seconds that everything is held while the database is away
TRY_AGAIN = 1.0
AT_MOST = 0.5  # seconds until it is noticed that nobody wants it any more
log = structlog.get_logger()


class Holder(Protocol):
    """Who holds the mailboxes. Its methods return at once."""

    @property
    def turns(self) -> bool:
        """Whether it is still at work."""
        ...

    def hold(self, mailbox: Mailbox, *, first: bool) -> None:
        """Hold a mailbox as it is now, before all that wait to be where ``first``."""
        ...

    def let_go(self, connection_id: UUID) -> None:
        """Hold a mailbox no more."""
        ...

    def only(self, connections: frozenset[UUID]) -> None:
        """Hold none but these."""
        ...

    def keep_shares(self, shares: frozenset[int], parts: int) -> None:
        """Hold nothing outside of these shares; ``parts`` processes hold all of them."""
        ...


class Watch:
    """The thread, from the beginning of the block to its end."""

    def __init__(self, database: Database, holder: Holder, balance_every: float = BALANCE_EVERY) -> None:
        self._database = database
        self._holder = holder
        self._balance_every = balance_every
        self._over = Event()
        self._thread = Thread(target=self._work, name="watch", daemon=True)
        self._shares: frozenset[int] = frozenset()
        self._heard_at = monotonic()

    def __enter__(self) -> Self:
        """Start the thread."""
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        """End it."""
        self._over.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._over.is_set():
            try:
                with listening(self._database.url, [CONNECTION]) as ear:
                    self._hear(ear)
            except (Deaf, DBAPIError) as error:
                log.warning("database away", error=type(error).__name__)
            if monotonic() - self._heard_at > HOLD_ALONE:
                self._holder.only(frozenset())
            self._over.wait(spread(TRY_AGAIN))

    def _hear(self, ear: Ear) -> None:
        """Until nobody wants it any more, or the holder hangs: then others have to take over."""
        shares, look_at = Shares(ear, self._shares), monotonic()
        while self._holder.turns and not self._over.is_set():
            changed = shares.balance(lambda kept: self._holder.keep_shares(kept, shares.listeners))
            self._shares = shares.held
            self._holder.keep_shares(shares.held, shares.listeners)
            if changed or monotonic() >= look_at:
                self._look()
                look_at = monotonic() + spread(LOOK_EVERY)
            self._heard_at = monotonic()
            self._listen(ear, monotonic() + spread(self._balance_every))

    def _listen(self, ear: Ear, end: float) -> None:
        while (left := end - monotonic()) > 0 and not self._over.is_set():
            for signal in ear.heard(min(left, AT_MOST)):
                self._look_at(signal)

    def _look(self) -> None:
        """At everything that is in our shares."""
        held: set[UUID] = set()
        for owner_id, connections in mailboxes.followed(self._database).items():
            held |= self._hold(owner_id, self._ours(connections), first=False)
            if self._over.is_set():
                return
        self._holder.only(frozenset(held))

    def _look_at(self, signal: Signal) -> None:
        owner, _, connection = signal.text.partition(" ")
        try:
            owner_id, connection_id = UUID(owner), UUID(connection)
        except ValueError:
            return  # no word of ours
        ours = self._ours([connection_id])
        if ours and not self._hold(owner_id, ours, first=True):
            self._holder.let_go(connection_id)

    def _hold(self, owner_id: UUID, ours: list[UUID], *, first: bool) -> set[UUID]:
        found = list(mailboxes.of_owner(self._database, owner_id, ours)) if ours else []
        for mailbox in found:
            self._holder.hold(mailbox, first=first)
        return {mailbox.connection_id for mailbox in found}

    def _ours(self, connections: Iterable[UUID]) -> list[UUID]:
        return [each for each in connections if share_of(each) in self._shares]
