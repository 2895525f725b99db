"""Asks web servers that somebody outside named: over TLS alone, at an address that was looked at, with limits on all.

An answer is limited in bytes before it is allocated and in time as a whole; redirects are the caller's to follow, and
compressed answers are not taken, since a kilobyte of them can become a gigabyte.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from publicsuffixlist import PublicSuffixList

from ingest.errors import Busy, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard
from ingest.retry_after import seconds_of
from ingest.wire import Wire, connect

HTTPS: Final = 443
PORTS: Final = frozenset({HTTPS, 8443})
MOST_BYTES: Final = 16 * 1024 * 1024
MOST_HEADERS: Final = 100
HEADER: Final = 16 * 1024
WHOLE: Final = 10.0  # times the patience that a whole answer may take
MOVED: Final = frozenset({301, 302, 303, 307, 308})
TOO_MANY, DOWN, SERVER_ERROR = 429, 503, 500
NOT_HTTPS = "The address does not begin with https://. What is read from calendars goes over TLS alone."
NO_ADDRESS = "That is no web address. Give one that begins with https://."
ODD = "The server answers what no web server should."
PACKED = "The server sends compressed answers although nobody asked for any."
CROWDED = "The server has had too many questions. It is asked again by itself."
NOT_NOW = "The server cannot answer now. It is asked again by itself."


@dataclass(frozen=True, slots=True)
class Url:
    """A place on a server.

    Attributes:
        target: path and query, as they are asked for.
    """

    host: str
    port: int
    target: str = field(repr=False)

    @property
    def origin(self) -> tuple[str, int]:
        """Whom a question goes to (RFC 6454)."""
        return self.host, self.port

    @property
    def path(self) -> str:
        """Without the query."""
        return self.target.partition("?")[0]

    def __str__(self) -> str:
        """As an address."""
        return f"https://{self.host}{'' if self.port == HTTPS else f':{self.port}'}{self.target}"

    def join(self, reference: str) -> Url:
        """Where a reference in an answer leads (RFC 3986 section 5). Raises as ``url_of``."""
        try:
            return url_of(urljoin(str(self), reference.strip()))
        except ValueError as error:
            raise SourceError(NO_ADDRESS) from error


def url_of(text: str) -> Url:
    """An address as it was typed; webcal:// means https://.

    Raises:
        SourceError: it is none, or not over TLS.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port or HTTPS
    except ValueError as error:
        raise SourceError(NO_ADDRESS) from error
    if parts.scheme == "http":
        raise SourceError(NOT_HTTPS)
    if parts.scheme not in {"https", "webcal", "webcals"} or not host or parts.username or not host.isascii():
        raise SourceError(NO_ADDRESS)
    return Url(host, port, _target(parts))


def _target(parts: SplitResult) -> str:
    """Nothing that ends a line or a word stays in it (RFC 9112 section 3)."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else path


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one registered domain, or are one host."""
    suffixes = _suffixes()
    owner = suffixes.privatesuffix(one.casefold())
    return one.casefold() == other.casefold() or (
        owner is not None and owner == suffixes.privatesuffix(other.casefold())
    )


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how much may come."""

    method: str
    url: Url
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    most: int = MOST_BYTES


@dataclass(frozen=True, slots=True)
class Answer:
    """What came.

    Attributes:
        headers: by name in lower case; several of one name are a list (RFC 9110 section 5.3).
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server wants to be left alone (RFC 9110 section 10.2.3)."""
        return seconds_of(self.headers.get("retry-after", ""), datetime.now(UTC))


class Asker:
    """Asks servers, and keeps one connection open to whom it asked last. Used by one thread at a time.

    Attributes:
        patience: seconds of silence after which a server counts as not answering.
    """

    def __init__(self, guard: HostGuard, trust: ssl.SSLContext, patience: float) -> None:
        self._guard = replace(guard, ports=PORTS)
        self._trust = trust
        self.patience = patience
        self._open: tuple[tuple[str, int], Wire] | None = None

    def ask(self, question: Question) -> Answer:
        """One answer, whatever its status, unless the server is too busy to give one.

        Raises:
            RefusedHost: the server may not be asked.
            Busy, Unavailable: it does not answer, or not now.
            Malformed: it answers what is no answer, or too much.
        """
        written, kept = _written(question), self._kept(question.url.origin)
        try:
            answer = self._asked(question, written, kept or self._connected(question.url))
        except Unavailable:
            if kept is None:
                raise
            answer = self._asked(question, written, self._connected(question.url))  # it was closed while nobody used it
        return _told(answer)

    def close(self) -> None:
        """Hang up."""
        if self._open:
            self._open[1].close()
        self._open = None

    def _kept(self, origin: tuple[str, int]) -> Wire | None:
        """The connection that is open, if it leads there and nothing is left on it."""
        if self._open and self._open[0] == origin and not self._open[1].unread:
            wire, self._open = self._open[1], None
            return wire
        self.close()
        return None

    def _connected(self, url: Url) -> Wire:
        wire = connect(self._guard.target(url.host, url.port), self.patience)
        try:
            wire.secure(self._trust, url.host, HTTPS)
        except BaseException:
            wire.close()
            raise
        return wire

    def _asked(self, question: Question, written: bytes, wire: Wire) -> Answer:
        try:
            wire.within(self.patience * WHOLE)
            wire.send(written)
            answer, stays = _read(wire, question)
        except BaseException:
            wire.close()
            raise
        if stays:
            self._open = (question.url.origin, wire)
        else:
            wire.close()
        return answer


def _written(question: Question) -> bytes:
    url = question.url
    host = url.host if url.port == HTTPS else f"{url.host}:{url.port}"
    own = {"Host": host, "User-Agent": "Boswell", "Content-Length": str(len(question.body))}
    lines = [
        f"{question.method} {url.target} HTTP/1.1",
        *(f"{n}: {v}" for n, v in (own | dict(question.headers)).items()),
    ]
    if any(not line.isprintable() for line in lines):
        raise SourceError(NO_ADDRESS)
    return "\r\n".join([*lines, "", ""]).encode() + question.body


def _read(wire: Wire, question: Question) -> tuple[Answer, bool]:
    """The answer, and whether the connection may be used again."""
    status = _status(wire)
    headers = _headers(wire)
    while status < 200:  # noqa: PLR2004 - RFC 9110 section 15.2: more is to come
        status, headers = _status(wire), _headers(wire)
    if headers.get("content-encoding", "identity").strip().lower() not in {"identity", ""}:
        raise Malformed(PACKED)
    body, stays = _body(wire, headers, question.most, empty=status in {204, 304} or question.method == "HEAD")
    return Answer(status, headers, body), stays and headers.get("connection", "").strip().lower() != "close"


def _status(wire: Wire) -> int:
    version, _, rest = wire.line(HEADER).partition(b" ")
    if not version.startswith(b"HTTP/1.") or not rest[:3].isdigit():
        raise Malformed(ODD)
    return int(rest[:3])


def _headers(wire: Wire) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(MOST_HEADERS):
        name, colon, value = wire.line(HEADER).partition(b":")
        if not name and not colon:
            return found
        key, text = name.decode("latin-1").strip().lower(), value.decode("latin-1").strip()
        found[key] = f"{found[key]}, {text}" if key in found else text
    raise Malformed(ODD)


def _body(wire: Wire, headers: Mapping[str, str], most: int, *, empty: bool) -> tuple[bytes, bool]:
    """By RFC 9112 section 6.3."""
    said = headers.get("content-length", "")
    if empty:
        return b"", True
    if "transfer-encoding" in headers:
        return _chunks(wire, most), True
    if not said:
        return wire.rest(most), False
    if not (said.isascii() and said.isdigit()) or int(said[:12]) > most:
        raise Malformed(ODD)
    return wire.exactly(int(said)), True


def _chunks(wire: Wire, most: int) -> bytes:
    """RFC 9112 section 7.1."""
    parts, held = [], 0
    while size := _size(wire.line(HEADER)):
        held += size
        if held > most:
            raise Malformed(ODD)
        parts.append(wire.exactly(size))
        wire.line(2)
    _headers(wire)
    return b"".join(parts)


def _size(line: bytes) -> int:
    digits = line.partition(b";")[0].strip()
    if not digits or len(digits) > 8 or digits.strip(b"0123456789abcdefABCDEF"):  # noqa: PLR2004 - four gigabytes
        raise Malformed(ODD)
    return int(digits, 16)


def _told(answer: Answer) -> Answer:
    if answer.status in {TOO_MANY, DOWN}:
        raise Busy(CROWDED, answer.retry_after, whole=answer.status == DOWN)
    if answer.status >= SERVER_ERROR and answer.status not in {501, 505, 507, 508}:
        raise Unavailable(NOT_NOW, answer.retry_after)
    return answer
