"""Questions to web servers: where they may go, what may come back, and how long it may take."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from ingest.errors import Busy, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, RefusedHost, allowed_networks
from ingest.https import Answer, Asker, Question, Url, same_site, url_of
from tests.peers import certificates
from tests.peers.webserver import WebServer, page, serving

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


class Peer:
    """A server that says what a test wants, and who asks it."""

    def __init__(self, pair: tuple[Path, Path], server: WebServer, say: list[bytes]) -> None:
        self.pair, self.server, self.say = pair, server, say
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={server.port}"), refusing_seconds=0.2)
        self.asker = Asker(guard, ssl.create_default_context(cafile=str(pair[0])), 1.0)

    def ask(self, said: bytes, method: str = "GET", most: int = 1_000) -> Answer:
        self.say[:] = [said]
        return self.asker.ask(Question(method, url_of(f"https://localhost:{self.server.port}/a"), most=most))


@pytest.fixture
def peer(tmp_path: Path) -> Iterator[Peer]:
    pair, say = certificates.write(tmp_path), [b""]

    def answer(talking: ssl.SSLSocket, _: bytes) -> None:
        talking.sendall(say[0])

    with serving(pair, answer) as server:
        made = Peer(pair, server, say)
        yield made
        made.asker.close()


def test_an_answer_is_status_headers_and_body(peer: Peer) -> None:
    answer = peer.ask(page(b"hello", "200 OK", "ETag: a", "X-Twice: 1", "X-Twice: 2"))
    assert (answer.status, answer.body, answer.headers["etag"], answer.headers["x-twice"]) == (
        200,
        b"hello",
        "a",
        "1, 2",
    )
    (asked,) = peer.server.asked
    assert asked.startswith(b"GET /a HTTP/1.1\r\nHost: localhost:")
    assert b"Accept-Encoding" not in asked


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=1\r\nde\r\n0\r\nX: y\r\n\r\n",
            b"abcde",
        ),
        (b"HTTP/1.0 200 OK\r\n\r\nuntil the end", b"until the end"),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 None\r\n\r\n", b""),
        (b"HTTP/1.1 304 Same\r\nContent-Length: 900\r\n\r\n", b""),
    ],
)
def test_bodies_are_framed_in_every_way(peer: Peer, said: bytes, body: bytes) -> None:
    assert peer.ask(said).body == body


@pytest.mark.parametrize(
    "said",
    [
        b"SSH-2.0-x\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n000000001\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200,
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 40_000,
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 2_000,
    ],
)
def test_what_is_no_answer_or_too_much_is_refused(peer: Peer, said: bytes) -> None:
    with pytest.raises(Malformed):
        peer.ask(said)


def test_an_answer_that_breaks_off_or_never_comes_is_an_error(peer: Peer) -> None:
    with pytest.raises(Unavailable, match="broke off"):
        peer.ask(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={silent.getsockname()[1]}"))
        asker = Asker(guard, ssl.create_default_context(cafile=str(peer.pair[0])), 0.2)
        with pytest.raises(Unavailable, match="too long"):
            asker.ask(Question("GET", url_of(f"https://localhost:{silent.getsockname()[1]}/")))


def test_a_connection_that_was_closed_meanwhile_is_opened_anew(peer: Peer) -> None:
    for _ in range(3):  # the server hangs up after each answer and does not say so
        assert peer.ask(page(b"x")).body == b"x"
    assert len(peer.server.asked) == 3
    assert peer.ask(page(b"x", "200 OK", "Connection: close")).body == b"x"
    assert peer.ask(page(b"y")).body == b"y"


@pytest.mark.parametrize(
    ("status", "headers", "error", "after"),
    [
        ("429 Slow", ["Retry-After: 90"], Busy, 90.0),
        ("503 Down", [], Busy, None),
        ("500 Broken", ["Retry-After: soon"], Unavailable, None),
        ("502 Broken", ["Retry-After: 7"], Unavailable, 7.0),
    ],
)
def test_a_server_that_cannot_answer_now_says_when(
    peer: Peer, status: str, headers: list[str], error: type[Unavailable], after: float | None
) -> None:
    with pytest.raises(error) as raised:
        peer.ask(page(b"", status, *headers))
    assert raised.value.retry_after == after


def test_a_time_to_come_back_may_be_a_date() -> None:
    at = datetime.now(UTC) + timedelta(minutes=5)
    assert 290 < (Answer(503, {"retry-after": format_datetime(at, usegmt=True)}, b"").retry_after or 0) <= 300
    assert Answer(503, {"retry-after": "Thu, 01 Jan 1970 00:00:00 -0000"}, b"").retry_after == 0


def test_tls_is_not_to_be_had_in_another_name(peer: Peer, tmp_path: Path) -> None:
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={peer.server.port}"), resolve=lambda *_: ["127.0.0.1"])
    asker = Asker(guard, ssl.create_default_context(cafile=str(peer.pair[0])), 1.0)
    with pytest.raises(Unavailable, match="another name"):
        asker.ask(Question("GET", url_of(f"https://calendars.example:{peer.server.port}/")))
    with pytest.raises(Unavailable, match="signed itself"):
        Asker(guard, ssl.create_default_context(), 1.0).ask(
            Question("GET", url_of(f"https://localhost:{peer.server.port}/"))
        )
    assert peer.server.asked == []


@pytest.mark.parametrize("port", ["22", "993", "80"])
def test_other_ports_are_not_asked(port: str) -> None:
    guard = HostGuard(resolve=lambda *_: ["93.184.216.34"], refusing_seconds=0.0)
    with pytest.raises(RefusedHost):
        Asker(guard, ssl.create_default_context(), 1.0).ask(Question("GET", url_of(f"https://example.com:{port}/")))


def test_nothing_can_be_slipped_into_a_question(peer: Peer) -> None:
    url = url_of(f"https://localhost:{peer.server.port}/a b\u00e9?c=d e")
    assert url.target == "/a%20b%C3%A9?c=d%20e"
    with pytest.raises(SourceError):
        peer.asker.ask(Question("GET", url, {"X": "a\r\nY: b"}))
    with pytest.raises(SourceError):
        peer.asker.ask(Question("GET", Url("localhost", peer.server.port, "/\r\nX: y")))
    assert peer.server.asked == []


def test_addresses_are_over_tls(peer: Peer) -> None:
    assert str(url_of(" webcal://Calendars.example/a.ics?k=1 ")) == "https://calendars.example/a.ics?k=1"
    assert str(url_of("https://example.com:8443")) == "https://example.com:8443/"
    assert url_of("https://example.com/a/b").join("../c").path == "/c"
    for wrong in ("http://a.example/", "ftp://a.example/", "https://", "https://u:p@a.example/", "https://a:x/", "a"):
        with pytest.raises(SourceError):
            url_of(wrong)
    with pytest.raises(SourceError):
        url_of("https://example.com/").join("https://[/")
    with pytest.raises(SourceError):
        url_of("https://bücher.example/")


def test_a_site_is_one_registered_domain() -> None:
    assert same_site("caldav.icloud.com", "p34-caldav.icloud.com")
    assert same_site("localhost", "LOCALHOST")
    assert not same_site("a.co.uk", "b.co.uk")
    assert not same_site("calendars.example.com", "169.254.169.254")
    assert not same_site("10.0.0.1", "10.0.0.2")
