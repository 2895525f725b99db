"""Reads what lies at a path into an owner's queue at once, and says how far it is.

Everything is kept first, then read; an import that was broken off goes on where it stopped when it is started again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from uuid import UUID

from ingest.history import RECENT
from ingest.pipeline import Desk, read_on
from ingest.sources.files import FilesSource
from ingest.sync import Pass
from ingest.tasks import ask_to_read
from store.connections import Place, connect, connections_of, report_state
from store.engine import Acting
from store.inbound import Accounts, Kept, Quarantine, accounts, quarantined

PROVIDER = "files"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is.

    Attributes:
        kept: items that were looked at so far; the total is not known while this still grows.
        done, total: items read or set aside in this run, of those that waited; total is 0 before reading begins.
        seconds: since reading began.
    """

    kept: int
    done: int = 0
    total: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Items a second."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float:
        """At the rate so far."""
        return (self.total - self.done) / self.rate if self.rate else 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import came to.

    Attributes:
        fresh: items that were new to the store.
        seconds: the whole run.
        accounts: what became of everything at the path, in this and earlier runs.
        set_aside: the quarantined items one by one.
        missed: items that are no longer at the path, so many at once that they were kept as they were.
    """

    fresh: int
    seconds: float
    accounts: Accounts
    set_aside: tuple[Quarantine, ...]
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Import:
    """An import for one owner.

    Attributes:
        keyed_hash: the installation's, for what is left out.
        accept_gone: what is gone from the path was meant to go, however much it is.
        history: what is older than 14 days is kept for the owner alone, who is not asked about it.
    """

    desk: Desk
    owner_id: UUID
    keyed_hash: Callable[[str], bytes]
    say: Callable[[Progress], None]
    accept_gone: bool = False
    history: bool = False

    def run(self, path: Path, now: datetime) -> Summary:
        """Keep and read everything at a path.

        Raises:
            SourceError: there is nothing at the path, or nothing that can be read.
        """
        began = monotonic()
        place = Place(PROVIDER, str(path.resolve()))
        source = FilesSource(path)
        source.collections()  # refuses what is no mail before a connection to it exists
        self._place(place, now)
        kept = self._keep(source, place, now)
        self._read(_looked_at(kept), now)
        with self.desk.database.transaction(Acting(self.owner_id)) as session:
            connection = connect(session, self.owner_id, place, now)
            report_state(session, connection.id, now, kept.missed)
            found, aside = accounts(session, connection.id), tuple(quarantined(session, connection.id))
        return Summary(kept.fresh, monotonic() - began, found, aside, kept.missed)

    def _place(self, place: Place, now: datetime) -> None:
        with self.desk.database.transaction(Acting(self.owner_id)) as session:
            connection = connect(session, self.owner_id, place, now)
            connection.history_before = (connection.history_before or now - RECENT) if self.history else None

    def _keep(self, source: FilesSource, place: Place, now: datetime) -> Kept:
        kept = Kept()
        over = Pass(self.desk.database, self.owner_id, place, self.keyed_hash, ask_to_read, self.accept_gone)
        for batch in over.over(source, now):
            kept += batch
            self.say(Progress(_looked_at(kept)))
        return kept

    def _read(self, kept: int, now: datetime) -> None:
        began, done, total = monotonic(), 0, self._waiting()
        for worked in read_on(self.desk, self.owner_id, lambda: now):
            done += worked.taken
            self.say(Progress(kept, done, max(total, done), monotonic() - began))

    def _waiting(self) -> int:
        with self.desk.database.transaction(Acting(self.owner_id)) as session:
            return sum(accounts(session, each).waiting for each in connections_of(session, self.owner_id))


def _looked_at(kept: Kept) -> int:
    return kept.fresh + kept.known + kept.dropped + kept.quarantined
