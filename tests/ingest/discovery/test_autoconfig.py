from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ingest.discovery.autoconfig import MAX_BYTES, Configured, Pages, configured
from ingest.errors import Malformed
from ingest.hosts import HostGuard, allowed_networks
from ingest.sources.imap.opening import trusting
from tests.peers import certificates, webserver
from tests.peers.webserver import page

DOMAIN = "halden.example"
SERVER = """<incomingServer type="{type}"><hostname>{host}</hostname><port>{port}</port>
<socketType>{socket}</socketType><username>%EMAILADDRESS%</username>
<authentication>OAuth2</authentication><authentication>password-cleartext</authentication></incomingServer>"""


def told(*servers: str) -> bytes:
    inside = "".join(servers)
    return f'<clientConfig version="1.1"><emailProvider id="x">{inside}</emailProvider></clientConfig>'.encode()


def server(host: str = "mail.halden.example", port: str = "993", socket: str = "SSL", kind: str = "imap") -> str:
    return SERVER.format(type=kind, host=host, port=port, socket=socket)


MAIL = Configured("mail.halden.example", 993, starttls=False, user="%EMAILADDRESS%")


def test_servers_with_tls_are_taken() -> None:
    starttls = server(port="143", socket="STARTTLS")
    assert configured(told(starttls, server("imap.%EMAILDOMAIN%"), server(kind="pop3")), DOMAIN) == (
        Configured("imap.halden.example", 993, starttls=False, user="%EMAILADDRESS%"),
        Configured("mail.halden.example", 143, starttls=True, user="%EMAILADDRESS%"),
    )


@pytest.mark.parametrize(
    "odd",
    [
        server(socket="plain"), server(socket=""), server(port="-1"), server(port="993993"), server(port="\u0663"),
        server(host=""), server(kind="smtp"), "<incomingServer/>",
    ],
)  # fmt: skip
def test_a_server_in_the_clear_or_of_another_kind_is_none(odd: str) -> None:
    assert configured(told(odd), DOMAIN) == ()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize("page", ["", "no page", "<open>", BOMB, EXTERNAL, "<!DOCTYPE html><html></html>"])
def test_what_is_no_page_is_refused(page: str) -> None:
    with pytest.raises(Malformed):
        configured(page.encode(), DOMAIN)


class Web:
    """A web server for both places of the domain, and the pages as they are asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self, answer: Callable[[bytes], bytes], *hosts: str) -> tuple[tuple[Configured, ...], list[bytes]]:
        def say(talking: ssl.SSLSocket, asked: bytes) -> None:
            talking.sendall(answer(asked))

        return self.found_by(say, *hosts)

    def found_by(self, say: webserver.Answer, *hosts: str) -> tuple[tuple[Configured, ...], list[bytes]]:
        pair = certificates.write(self.folder, hosts[0] if hosts else f"autoconfig.{DOMAIN}")
        with webserver.serving(pair, say) as web:
            allowed = allowed_networks(f"127.0.0.0/8={web.port}")
            guard = HostGuard(allowed, _here, refusing_seconds=0.01)
            found = Pages(guard, trusting(pair[0]), web.port, seconds=0.5).servers(DOMAIN)
        return found, [request.split(b"\r\n")[0] for request in web.asked]


def _here(host: str, port: int) -> Iterable[str]:
    assert host in {DOMAIN, f"autoconfig.{DOMAIN}"}, host
    return ["127.0.0.1"]


@pytest.fixture
def web(tmp_path: Path) -> Web:
    return Web(tmp_path)


def test_the_domain_is_asked_and_told_no_address(web: Web) -> None:
    found, asked = web.found(lambda _: page(told(server())))
    assert found == (MAIL,)
    assert asked == [b"GET /mail/config-v1.1.xml HTTP/1.0"]
    found, asked = web.found(lambda _: page(told(server())), DOMAIN)
    assert found == (MAIL,)
    assert asked == [b"GET /.well-known/autoconfig/mail/config-v1.1.xml HTTP/1.0"]


def test_a_page_may_move_at_its_place(web: Web) -> None:
    def answer(asked: bytes) -> bytes:
        if b"/new.xml" in asked:
            return page(told(server()))
        return page(b"", "302 Found", "Location: /new.xml")

    found, asked = web.found(answer)
    assert found == (MAIL,)
    assert len(asked) == 2


@pytest.mark.parametrize(
    "place",
    [
        "http://autoconfig.halden.example/new.xml", "https://evil.example/new.xml", "//evil.example/new.xml",
        "https://autoconfig.halden.example:1/new.xml", "https://autoconfig.halden.example:x/", "", "/a b",
        "https://autoconfig.halden.example@evil.example/", "/mail/config-v1.1.xml",
    ],
)  # fmt: skip
def test_a_page_that_moves_elsewhere_or_for_ever_is_none(web: Web, place: str) -> None:
    found, asked = web.found(lambda _: page(told(server()), "301 Moved", f"Location: {place}"))
    assert found == ()
    assert len(asked) <= 3


@pytest.mark.parametrize(
    "answer",
    [
        page(told(server()), "404 Not Found"),
        page(told(server()) + b" " * MAX_BYTES),
        b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 200 + b"\r\n" + told(server()),
        b"HTTP/1.1 OK\r\n\r\n",
        b"220 ESMTP\r\n\r\n",
        b"",
    ],
)
def test_an_odd_answer_is_none(web: Web, answer: bytes) -> None:
    assert web.found(lambda _: answer)[0] == ()


def test_a_page_that_does_not_come_is_waited_for_and_no_longer(web: Web) -> None:
    def drip(talking: ssl.SSLSocket, _: bytes) -> None:
        while True:
            talking.sendall(b"x")
            time.sleep(0.05)

    began = time.monotonic()
    assert web.found_by(drip)[0] == ()
    assert time.monotonic() - began < 5


def test_a_place_that_does_not_prove_its_name_is_not_asked(web: Web) -> None:
    found, asked = web.found(lambda _: page(told(server())), "evil.example")
    assert (found, asked) == ((), [])


def test_a_place_in_a_network_that_nobody_named_is_not_asked(tmp_path: Path) -> None:
    guard = HostGuard((), _here, refusing_seconds=0.01)
    assert Pages(guard, trusting(), seconds=0.5).servers(DOMAIN) == ()
