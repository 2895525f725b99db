"""What a mail's own domain says about its mail servers on the web, in the form that mail programs ask for.

Only two places under the domain are asked, over TLS that proves the name, and neither is told the address. What comes
is small, comes in time, holds no entities, leads to no other place, and decides nothing about safety: a server in the
clear is never taken from it.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from ingest.errors import Malformed, SourceError
from ingest.hosts import HostGuard
from ingest.wire import connect

TLS_PORT = 443
SECONDS = 5.0
MAX_BYTES = 64 * 1024
MAX_HEADERS = 100
MAX_REDIRECTS = 2
MOST = 8  # servers; a domain names one or two
PLACES = (
    ("autoconfig.{domain}", "/mail/config-v1.1.xml"),
    ("{domain}", "/.well-known/autoconfig/mail/config-v1.1.xml"),
)
ODD = "The page says nothing that can be read."
_STARTTLS = {"SSL": False, "STARTTLS": True}  # and nothing else: not "plain"


@dataclass(frozen=True, slots=True)
class Configured:
    """A server that a page names.

    Attributes:
        user: the name to sign in with, with the page's placeholders.
    """

    host: str
    port: int
    starttls: bool
    user: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Asks the pages, where connections may go and whom they trust."""

    guard: HostGuard
    trust: ssl.SSLContext
    port: int = TLS_PORT
    seconds: float = SECONDS

    def servers(self, domain: str) -> tuple[Configured, ...]:
        """The IMAP servers of the first page that names any."""
        for host, path in PLACES:
            try:
                found = configured(self._page(host.format(domain=domain), path), domain)
            except SourceError:
                continue
            if found:
                return found
        return ()

    def _page(self, host: str, path: str) -> bytes:
        for _ in range(MAX_REDIRECTS + 1):
            status, place, body = self._got(host, path)
            if status == 200:  # noqa: PLR2004 - the protocol's OK
                return body
            path = self._moved(host, path, place)
        raise Malformed(ODD)

    def _moved(self, host: str, path: str, place: str) -> str:
        """The path to which a page of the same origin moved."""
        origin = f"https://{host}:{self.port}"
        try:
            moved = urlsplit(urljoin(origin + path, place))
            same = f"{moved.scheme}://{moved.hostname}:{moved.port or TLS_PORT}" == origin
        except ValueError as error:
            raise Malformed(ODD) from error
        if not (place and same and moved.path.isascii() and moved.path.isprintable()) or " " in moved.path:
            raise Malformed(ODD)
        return moved.path or "/"

    def _got(self, host: str, path: str) -> tuple[int, str, bytes]:
        """The status of a page, where it went, and its body."""
        guard = replace(self.guard, ports=frozenset({self.port}))
        wire = connect(guard.target(host, self.port), self.seconds)
        try:
            wire.secure(self.trust, host)
            wire.send(f"GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept: text/xml\r\nConnection: close\r\n\r\n".encode())
            version, _, rest = wire.line().partition(b" ")
            if not version.startswith(b"HTTP/1.") or not rest[:3].isdigit():
                raise Malformed(ODD)
            place = ""
            for _ in range(MAX_HEADERS):
                name, _, value = wire.line().partition(b":")
                if not name:
                    return int(rest[:3]), place, wire.rest(MAX_BYTES)
                if name.lower() == b"location":
                    place = value.strip().decode("ascii", "replace")
            raise Malformed(ODD)
        finally:
            wire.close()


def configured(page: bytes, domain: str) -> tuple[Configured, ...]:
    """The IMAP servers with TLS that a page names, those with TLS from the first byte first.

    Raises:
        Malformed: it is no such page.
    """
    try:
        root = fromstring(page, forbid_dtd=True)
    except Exception as error:  # a parser and its guard raise whatever they like
        raise Malformed(ODD) from error
    found = [server for each in root.iterfind("./emailProvider/incomingServer") if (server := _server(each, domain))]
    return tuple(sorted(found[:MOST], key=lambda server: server.starttls))


def _server(told: Element, domain: str) -> Configured | None:
    text = {each.tag: (each.text or "").strip() for each in told}
    port = text.get("port", "")
    starttls = _STARTTLS.get(text.get("socketType", "").upper())
    if told.get("type") != "imap" or starttls is None or not port.isascii() or not port.isdigit():
        return None
    host = text.get("hostname", "").replace("%EMAILDOMAIN%", domain).casefold()
    return Configured(host, int(port), starttls, text.get("username", "")) if host and len(port) < 6 else None  # noqa: PLR2004
