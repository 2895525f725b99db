"""What the watching thread tells the one who holds: everything at first, then what changed; nothing when he hangs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from sqlalchemy import text

from ingest.listen.mailboxes import Mailbox
from ingest.listen.watch import Watch
from store.engine import Database
from store.shares import SHARES, is_listened
from store.signals import listening
from tests.database import Urls
from tests.firm import Person
from tests.ingest.listen.hearing import until
from tests.ingest.listen.test_mailboxes import begun


@dataclass
class Holding:
    """Remembers what it is to hold."""

    turns: bool = True
    held: dict[UUID, bool] = field(default_factory=dict)
    shares: frozenset[int] = frozenset()
    looks: int = 0

    def hold(self, mailbox: Mailbox, *, first: bool) -> None:
        self.held[mailbox.connection_id] = first

    def let_go(self, connection_id: UUID) -> None:
        self.held.pop(connection_id, None)

    def only(self, connections: frozenset[UUID]) -> None:
        self.held = {each: first for each, first in self.held.items() if each in connections}
        self.looks += 1

    def keep_shares(self, shares: frozenset[int], parts: int) -> None:
        assert parts >= 1
        self.shares = shares


@pytest.fixture
def holding() -> Holding:
    return Holding()


@pytest.fixture
def watched(ines: Person, holding: Holding) -> Iterator[UUID]:
    """A mailbox that was there before the watch began."""
    one = begun(ines)
    with Watch(ines.worker, holding, balance_every=0.2):
        until(lambda: holding.looks == 1)
        yield one


def test_it_begins_with_a_look_at_everything(watched: UUID, holding: Holding) -> None:
    assert holding.held == {watched: False}
    assert len(holding.shares) == SHARES


def test_what_is_new_comes_first_and_what_stops_is_let_go(watched: UUID, holding: Holding, jonas: Person) -> None:
    other = begun(jonas)
    until(lambda: holding.held == {watched: False, other: True})
    with jonas.app.transaction(jonas.acting) as session:
        session.execute(text("update connection_state set state = 'paused by its owner'"))
    until(lambda: set(holding.held) == {watched})


def test_a_word_that_is_not_ours_does_no_harm(watched: UUID, holding: Holding, ines: Person) -> None:
    for said in ("", "x y", "drop table", f"{watched}", f"{watched} {watched}"):
        with ines.app.engine.begin() as connection:
            connection.execute(text("select pg_notify('boswell_connection', :said)"), {"said": said})
    other = begun(ines, host="other.example")
    assert other == watched
    until(lambda: holding.held.get(watched) is True)


def test_it_comes_back_after_a_lost_database_and_looks_again(watched: UUID, holding: Holding, ines: Person) -> None:
    end = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'boswell_worker'"
    with ines.worker.engine.begin() as connection:
        connection.execute(text(f"{end} and datname = current_database() and pid <> pg_backend_pid()"))
    until(lambda: holding.looks > 1)
    assert set(holding.held) == {watched}


@pytest.mark.usefixtures("watched")
def test_when_the_loop_hangs_others_may_take_over(holding: Holding, urls: Urls) -> None:
    with listening(urls.worker, []) as ear:
        assert is_listened(ear)
        holding.turns = False
        until(lambda: not is_listened(ear))


def test_a_database_that_is_away_is_waited_for(holding: Holding) -> None:
    away = Database("postgresql+psycopg://nobody@127.0.0.1:9/nothing")
    with Watch(away, holding):
        pass
    assert holding.looks == 0
