"""A calendar server of a few lines, with everything that real ones do wrong: it says what a test makes it say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from ingest.calendar_reading import Reading
from ingest.hosts import HostGuard, allowed_networks
from ingest.https import Asker, url_of
from ingest.sources.caldav.conversation import Account, Conversation
from ingest.sources.caldav.source import CalDavSource
from tests.ingest.calendar_contract import Memory
from tests.peers.publishing import Reply, Request, Server

HOME, WORK = "/dav/jo/", "/dav/jo/work/"
SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"'
OK = "<status>HTTP/1.1 200 OK</status>"


def told(*responses: str, token: str = "") -> Reply:
    closing = f"<sync-token>{escape(token)}</sync-token>" if token else ""
    body = f'<?xml version="1.0"?><multistatus {SPACES}>{"".join(responses)}{closing}</multistatus>'
    return Reply(207, body.encode())


def has(href: str, properties: str) -> str:
    return f"<response><href>{escape(href)}</href><propstat><prop>{properties}</prop>{OK}</propstat></response>"


def gone(href: str) -> str:
    return f"<response><href>{escape(href)}</href><status>HTTP/1.1 404 Not Found</status></response>"


@dataclass
class LyingServer:
    """One user with one calendar.

    Attributes:
        log: every change: the event's name and its content, None when it went.
        first_token: tokens before it are refused; None: there are no tokens at all.
        lie: a test's own answer to a request; None where the server is honest.
    """

    server: Server
    log: list[tuple[str, bytes | None]] = field(default_factory=list)
    first_token: int | None = 0
    lie: Callable[[Request], Reply | None] = lambda _: None
    memory: Memory = field(default_factory=Memory)
    _askers: list[Asker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.answering = self.answer

    def put(self, name: str, content: bytes) -> None:
        self.log.append((f"{name}.ics", content))

    def remove(self, name: str) -> None:
        self.log.append((f"{name}.ics", None))

    @property
    def held(self) -> dict[str, bytes]:
        return {name: content for name, content in dict(self.log).items() if content is not None}

    def account(self, path: str = HOME) -> Account:
        return Account(url_of(self.server.url(path)), "jo", "secret")

    def asker(self) -> Asker:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={self.server.port}"), refusing_seconds=0.1)
        made = Asker(guard, self.server.trust(), 5.0)
        self._askers.append(made)
        return made

    def close(self) -> None:
        for asker in self._askers:
            asker.close()

    def conversation(self, path: str = HOME) -> Conversation:
        return Conversation(self.account(path), self.asker())

    def source(self, reading: Reading | None = None, path: str = HOME) -> CalDavSource:
        return CalDavSource(self.account(path), self.asker(), self.memory, reading)

    def asked(self, word: str) -> int:
        """How many questions hold a word."""
        return sum(word.encode() in request.body for request in self.server.asked)

    def answer(self, request: Request) -> Reply:
        if (lie := self.lie(request)) is not None:
            return lie
        assert request.method in {"PROPFIND", "REPORT", "GET"}
        if request.method == "GET":
            content = self.held.get(request.path.removeprefix(WORK))
            return Reply(404) if content is None else Reply(200, content)
        return self._report(request.body) if request.method == "REPORT" else self._properties(request)

    def _properties(self, request: Request) -> Reply:
        state = f"<S:getctag>c{len(self.log)}</S:getctag>"
        if self.first_token is not None:
            state += f"<sync-token>{len(self.log)}</sync-token>"
        if request.path == HOME and request.headers["Depth"] == "0":
            home = f"<C:calendar-home-set><href>{HOME}</href></C:calendar-home-set>"
            return told(has(HOME, f"<current-user-principal><href>{HOME}</href></current-user-principal>{home}"))
        if request.path == HOME:
            kind = "<resourcetype><collection/><C:calendar/></resourcetype><displayname>Work</displayname>"
            return told(has(HOME, "<resourcetype><collection/></resourcetype>"), has(WORK, kind + state))
        if request.headers["Depth"] == "0":
            return told(has(WORK, state))
        return told(has(WORK, ""), *(self._listed(name) for name in self.held))

    def _listed(self, name: str, more: str = "") -> str:
        return has(WORK + name, f"<getetag>&quot;{self._tag(self.held[name])}&quot;</getetag>{more}")

    def _tag(self, content: bytes) -> str:
        return hashlib.sha256(content).hexdigest()[:12]

    def _report(self, body: bytes) -> Reply:
        if b"calendar-multiget" in body:
            names = [part.split(b"</D:href>")[0].decode().removeprefix(WORK) for part in body.split(b"<D:href>")[1:]]
            return told(*(self._content(name) for name in names))
        if b"calendar-query" in body:
            return told(*(self._listed(name) for name, content in self.held.items() if b"DTSTART:2026" in content))
        since = int(body.split(b"<D:sync-token>")[1].split(b"<")[0])
        if self.first_token is None or since < self.first_token:
            return Reply(403, b'<error xmlns="DAV:"><valid-sync-token/></error>')
        changed = dict.fromkeys(name for name, _ in self.log[since:])
        listed = (self._listed(name) if name in self.held else gone(WORK + name) for name in changed)
        return told(*listed, token=str(len(self.log)))

    def _content(self, name: str) -> str:
        if name not in self.held:
            return gone(WORK + name)
        data = escape(self.held[name].decode())
        return self._listed(name, f"<C:calendar-data>{data}</C:calendar-data>")
