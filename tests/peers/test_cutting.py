"""The proxy does to a line what a test asks for, and nothing else."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.peers.cutting import Cutting, Fault, cutting
from tests.peers.scripted import Talk, serving

ANSWER = "x" * 998


def echo(talk: Talk) -> None:
    while talk.hear():
        talk.say(ANSWER)


@contextmanager
def through(fault: Fault) -> Iterator[tuple[Cutting, socket.socket]]:
    with serving(echo) as server, cutting(server.port) as cut:
        cut.fault = fault
        with socket.create_connection(("127.0.0.1", cut.port), 5) as client:
            client.settimeout(0.5)
            yield cut, client


def ask(client: socket.socket) -> bytes:
    client.sendall(b"ask\r\n")
    came = b""
    while len(came) < 1000 and (more := client.recv(1000)):
        came += more
    return came


def test_a_sound_line_carries_everything() -> None:
    with through(Fault()) as (cut, client):
        assert [len(ask(client)) for _ in range(3)] == [1000] * 3
        assert (cut.carried, cut.lines) == (3000, 1)


def test_a_line_ends_after_its_bytes() -> None:
    with through(Fault(after=1500)) as (_, client):
        assert [len(ask(client)) for _ in range(2)] == [1000, 500]


def test_a_line_is_reset_after_its_bytes() -> None:
    with through(Fault(after=1000, then="reset")) as (_, client):
        ask(client)
        with pytest.raises(ConnectionError):
            ask(client)


def test_a_line_falls_silent_and_stays_so() -> None:
    with through(Fault(after=1000, then="silence")) as (cut, client):
        ask(client)
        cut.fault = Fault()
        with pytest.raises(TimeoutError):
            ask(client)


def test_a_line_is_cut_before_a_piece_of_the_clients() -> None:
    with through(Fault(pieces=1)) as (_, client):
        assert len(ask(client)) == 1000
        assert ask(client) == b""


def test_a_line_drips() -> None:
    with through(Fault(rate=1000)) as (_, client):
        before = time.monotonic()
        assert len(ask(client)) == 1000
        assert time.monotonic() - before > 0.7


def test_a_line_lags() -> None:
    with through(Fault(latency=0.1)) as (_, client):
        before = time.monotonic()
        ask(client)
        assert time.monotonic() - before >= 0.2


def test_a_clogged_line_goes_on_afterwards() -> None:
    with through(Fault()) as (cut, client):
        cut.clogged = True
        with pytest.raises(TimeoutError):
            ask(client)
        cut.clogged = False
        client.settimeout(5)
        assert len(client.recv(1000)) == 1000


def test_lines_of_an_earlier_era_end() -> None:
    with through(Fault()) as (cut, client):
        ask(client)
        cut.era += 1
        client.settimeout(5)
        assert client.recv(1) == b""


def test_a_refused_connection_is_reset() -> None:
    with serving(echo) as server, cutting(server.port) as cut:
        cut.refusing = True
        with pytest.raises(ConnectionError), socket.create_connection(("127.0.0.1", cut.port), 5) as client:
            ask(client)
        cut.refusing = False
        with socket.create_connection(("127.0.0.1", cut.port), 5) as client:
            assert len(ask(client)) == 1000


def test_a_test_may_act_between_two_pieces() -> None:
    with through(Fault()) as (cut, client):
        heard: list[int] = []
        cut.on_piece = heard.append
        ask(client)
        ask(client)
        assert heard == [1, 2]
