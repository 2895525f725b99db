"""Which part of the mailboxes each of several listeners holds, by advisory locks of its own database session.

Mailboxes fall into a fixed number of shares. A listener locks its fair part of them; when its session ends, however it
ends, the locks are free at once and the others take them. There is no clock in it, and no row that outlives anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from store.signals import Ear

SHARES = 64
KIND = 0x62_6F_73_77  # "bosw": the first half of every lock's number; the second is 0 for presence, else the share + 1
LIVE = "select count(*) from pg_locks where locktype = 'advisory' and classid = %s and objid = 0 and granted"
LIVE += " and database = (select oid from pg_database where datname = current_database())"


def share_of(connection_id: UUID) -> int:
    """The share that a connection falls into."""
    return connection_id.int % SHARES


class Shares:
    """The shares that this process holds, over the session of its ear."""

    def __init__(self, ear: Ear, before: frozenset[int] = frozenset()) -> None:
        """``before``: what was held over an earlier session. Only that is taken at first: others come back as well."""
        self._ear = ear
        self._before = before
        self.held: frozenset[int] = frozenset()
        self.listeners = 1
        ear.ask("select pg_advisory_lock_shared(%s, 0)", KIND)

    def balance(self, letting_go: Callable[[frozenset[int]], None]) -> bool:
        """Come closer to a fair part: let go what is too much, take what is free. Whether anything changed.

        Args:
            letting_go: called with what is left, before the rest is free for others.

        Raises:
            Deaf: the session is gone, and all shares with it.
        """
        before = self.held
        self.listeners = max(1, _count(self._ear.ask(LIVE, KIND)))
        fair = -(-SHARES // self.listeners)
        if len(self.held) > fair:
            kept = frozenset(sorted(self.held)[:fair])
            letting_go(kept)
            for share in self.held - kept:
                self._ear.ask("select pg_advisory_unlock(%s, %s)", KIND, share + 1)
            self.held = kept
        for share in self._before or range(SHARES):
            if len(self.held) < fair and share not in self.held and self._taken(share):
                self.held |= {share}
        self._before = frozenset()
        return self.held != before

    def _taken(self, share: int) -> bool:
        return bool(self._ear.ask("select pg_try_advisory_lock(%s, %s)", KIND, share + 1)[0][0])


def is_listened(ear: Ear) -> bool:
    """Whether any listener is at work."""
    return _count(ear.ask(LIVE, KIND)) > 0


def _count(rows: list[tuple[object, ...]]) -> int:
    return int(str(rows[0][0]))
