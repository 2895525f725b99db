"""The loop: what lines say, what is lost, what is done when, what other threads hand in."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Thread
from uuid import UUID, uuid4

import pytest

from ingest.errors import SourceError
from ingest.listen.lines import Line
from ingest.listen.switchboard import Switchboard
from ingest.sources.imap.idle import Begun, Waiting


@dataclass
class Told:
    changes: list[UUID] = field(default_factory=list)
    losses: list[UUID] = field(default_factory=list)

    def changed(self, key: UUID) -> None:
        self.changes.append(key)

    def lost(self, key: UUID, error: SourceError) -> None:
        assert str(error)
        self.losses.append(key)


@dataclass
class Party:
    """A line on the board and the server's end of it."""

    key: UUID
    line: Line
    server: socket.socket


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def board(told: Told) -> Iterator[Switchboard]:
    made = Switchboard(told)
    yield made
    made.close()
    while SERVERS:
        SERVERS.pop().close()


SERVERS: list[socket.socket] = []


def party(board: Switchboard, unread: bytes = b"") -> Party:
    ours, theirs = socket.socketpair()
    theirs.settimeout(5)
    SERVERS.append(theirs)
    line = Line(Begun(ours, Waiting(b"B1"), b""))
    made = Party(uuid4(), line, theirs)
    board.hold(made.key, line, unread)
    return made


def test_what_each_line_says_is_told_of_that_line(board: Switchboard, told: Told) -> None:
    parties = [party(board) for _ in range(20)]
    for each in parties[::2]:
        each.server.sendall(b"* 1 EXISTS\r\n")
    for each in parties[1::2]:
        each.server.sendall(b"* OK Still here\r\n")
    board.turn(1)
    assert sorted(told.changes) == sorted(each.key for each in parties[::2])
    assert len(board) == 20


def test_what_came_before_is_heard(board: Switchboard, told: Told) -> None:
    made = party(board, b"* 1 EXISTS\r\n")
    assert told.changes == [made.key]


def test_a_line_that_ends_or_says_nonsense_is_lost_alone(board: Switchboard, told: Told) -> None:
    closed, leaving, talking, well = (party(board) for _ in range(4))
    closed.server.close()
    leaving.server.sendall(b"* BYE\r\n")
    talking.server.sendall(b"x" * 10_000)
    board.turn(1)
    assert sorted(told.losses) == sorted([closed.key, leaving.key, talking.key])
    assert board.line(well.key) is well.line
    assert board.line(closed.key) is None
    assert board.drop(well.key)
    assert not board.drop(well.key)
    assert well.server.recv(10) == b""


def test_a_waiting_is_renewed_over_the_line(board: Switchboard) -> None:
    made = party(board)
    board.renew(made.key)
    assert made.server.recv(100) == b"DONE\r\n"
    assert not made.line.is_settled
    made.server.sendall(b"B1 OK\r\n")
    board.turn(1)
    assert made.server.recv(100) == b"W1 IDLE\r\n"
    made.server.sendall(b"+ idling\r\n")
    board.turn(1)
    assert made.line.is_settled


def test_a_renewal_into_a_closed_line_is_a_loss(board: Switchboard, told: Told) -> None:
    made = party(board)
    made.server.close()
    board.renew(made.key)
    assert told.losses == [made.key]


def test_a_new_line_takes_the_place_of_the_old_one(board: Switchboard) -> None:
    old = party(board)
    ours, theirs = socket.socketpair()
    board.hold(old.key, Line(Begun(ours, Waiting(b"B1"), b"")))
    assert old.server.recv(10) == b""
    assert len(board) == 1
    theirs.close()


def test_things_are_done_when_they_are_due_in_their_order(board: Switchboard) -> None:
    done: list[str] = []
    board.later(0.05, lambda: done.append("second"))
    board.later(0.0, lambda: done.append("first"))
    board.later(60, lambda: done.append("never"))
    began = time.monotonic()
    while len(done) < 2:
        board.turn()
    assert done == ["first", "second"]
    assert 0.05 <= time.monotonic() - began < 1
    assert board.turned_at >= began


def test_another_thread_wakes_it(board: Switchboard) -> None:
    done: list[int] = []
    Thread(target=lambda: board.call(lambda: done.append(1))).start()
    began = time.monotonic()
    board.turn(5)
    while not done:
        board.turn(5)
    assert time.monotonic() - began < 2
    for _ in range(100_000):  # more than the pipe that wakes it holds
        board.call(lambda: done.append(1))
    while len(done) < 100_001:
        board.turn(0)
