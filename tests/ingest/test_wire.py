from __future__ import annotations

import resource
import socket
import time
from threading import Thread

import pytest

from ingest.errors import Malformed, Unavailable
from ingest.hosts import Target
from ingest.wire import MAX_LINE, Wire, connect
from tests.ingest.sources.imap.hearing import wired
from tests.peers.dovecot import free_ports


def test_lines_come_without_their_ends() -> None:
    with wired(b"* OK one\r\n* OK two\nrest") as (wire, _):
        assert [wire.line(), wire.line()] == [b"* OK one", b"* OK two"]
        assert wire.exactly(4) == b"rest"
        assert not wire.unread


def test_a_line_may_come_in_pieces() -> None:
    mine, other = socket.socketpair()
    with mine, other:
        wire = Wire(mine)
        wire.within(5)

        def say() -> None:
            for piece in (b"* 5 EXI", b"STS\r", b"\nnext"):
                other.sendall(piece)
                time.sleep(0.02)

        saying = Thread(target=say)
        saying.start()
        assert wire.line() == b"* 5 EXISTS"
        saying.join()


def test_bytes_come_exactly_however_they_are_cut() -> None:
    said = bytes(range(256)) * 5_000
    with wired(b"x\r\n", said, b"y\r\n") as (wire, _):
        assert wire.line() == b"x"
        assert wire.exactly(len(said)) == said
        assert wire.line() == b"y"


def test_a_line_without_an_end_is_cut_off() -> None:
    with wired(b"a" * (MAX_LINE + 300_000)) as (wire, _), pytest.raises(Malformed):
        wire.line()


def test_a_line_over_the_limit_is_refused_even_when_it_ends() -> None:
    with wired(b"a" * 101 + b"\r\n") as (wire, _), pytest.raises(Malformed):
        wire.line(limit=100)


def test_the_end_of_the_connection_is_told_and_not_silence() -> None:
    with wired(b"* OK half a li", ended=True) as (wire, _):
        with pytest.raises(Unavailable, match="broke off"):
            wire.line()
        with pytest.raises(Unavailable, match="broke off"):
            wire.line()


def test_silence_ends_at_the_deadline() -> None:
    with wired() as (wire, _):
        wire.within(0.05)
        with pytest.raises(Unavailable, match="too long"):
            wire.line()


def test_silence_ends_long_before_a_long_deadline() -> None:
    mine, other = socket.socketpair()
    with mine, other:
        wire = Wire(mine, silence=0.05)
        wire.within(60)
        other.sendall(b"* OK one\r\n* OK half")
        assert wire.line() == b"* OK one"
        began = time.monotonic()
        with pytest.raises(Unavailable, match="too long"):
            wire.line()
        assert time.monotonic() - began < 10


def test_a_byte_now_and_then_does_not_move_the_deadline() -> None:
    mine, other = socket.socketpair()
    with mine, other:
        wire = Wire(mine)

        def drip() -> None:
            try:
                for _ in range(200):
                    other.sendall(b"x")
                    time.sleep(0.02)
            except OSError:
                return

        dripping = Thread(target=drip)
        dripping.start()
        began = time.monotonic()
        wire.within(0.3)
        with pytest.raises(Unavailable, match="too long"):
            wire.line()
        assert time.monotonic() - began < 2
        mine.close()
        dripping.join()


def test_what_was_announced_is_not_allocated_before_it_comes() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with wired(b"little", ended=True) as (wire, _), pytest.raises(Unavailable):
        wire.exactly(3_000_000_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # KB


def test_the_rest_is_what_comes_until_the_end() -> None:
    with wired(b"x\r\n", b"rest" * 100_000, ended=True) as (wire, _):
        assert wire.line() == b"x"
        assert wire.rest(400_000) == b"rest" * 100_000
    with wired(b"rest" * 100_000, ended=True) as (wire, _), pytest.raises(Malformed):
        wire.rest(399_999)
    with wired(b"rest") as (wire, _):
        wire.within(0.1)
        with pytest.raises(Unavailable):
            wire.rest(1_000)


def test_what_is_sent_arrives() -> None:
    with wired() as (wire, server):
        wire.send(b"B1 NOOP\r\n")
        assert server.heard() == b"B1 NOOP\r\n"


def test_sending_to_somebody_who_does_not_listen_ends_at_the_deadline() -> None:
    with wired() as (wire, _):
        wire.within(0.1)
        with pytest.raises(Unavailable):
            wire.send(b"x" * 50_000_000)


def test_nobody_at_a_port_is_told_with_name_and_port() -> None:
    (port,) = free_ports(1)
    with pytest.raises(Unavailable, match=f"localhost does not accept connections on port {port}"):
        connect(Target("localhost", "127.0.0.1", port), 2)
