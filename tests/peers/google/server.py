"""The fake on its socket: who asks is told apart by their token, what they ask for by its path."""

from __future__ import annotations

import json
import ssl
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

from tests.peers import certificates
from tests.peers.google import batching, calendar, gmail
from tests.peers.google.calendar import Calendars
from tests.peers.google.grants import Access, Grants, Person
from tests.peers.google.levers import BROKEN, NO_SCOPE, NOT_FOUND, Fault, FaultError, Levers
from tests.peers.google.mailbox import Mailbox
from tests.peers.google.push import Push
from tests.peers.google.quota import Meter
from tests.peers.google.signing import Signer, new_key

SOMEBODY = "jo@boswell.example"
KEYS = [new_key("key-1")]
Answered = tuple[int, dict[str, object]]


@dataclass
class Google:
    """The whole of it. ``late``: seconds by which its clock is ahead of ours."""

    certificate: Path
    port: int = 0
    late: float = 0.0
    mailboxes: dict[str, Mailbox] = field(default_factory=dict)
    calendars: dict[str, Calendars] = field(default_factory=dict)
    levers: Levers = field(default_factory=Levers)

    def __post_init__(self) -> None:
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nobody has an account, and nothing goes wrong."""
        self.late, self.levers, self.mailboxes, self.calendars = 0.0, Levers(), {}, {}
        self.signer = Signer(self.clock, KEYS[:])
        self.grants = Grants(self.signer, self.clock, known=lambda address: address in self.mailboxes)
        self.meter = Meter(self.clock)
        self.push = Push(self.signer, self.clock)

    def clock(self) -> float:
        return time.time() + self.late

    @property
    def root(self) -> str:
        return f"https://localhost:{self.port}/"

    def add(self, address: str, subject: str = "1001") -> Mailbox:
        """A user with an empty mailbox and a calendar, who sits before the screen from now on."""
        self.grants.at_the_screen = Person(subject, address)
        self.mailboxes[address] = Mailbox(address)
        self.calendars[address] = Calendars()
        self.calendars[address].add(address, address, primary=True)
        return self.mailboxes[address]

    def token(self, address: str, *scopes: str) -> str:
        """An access token without the trouble of signing in."""
        token = f"ya29.given-{len(self.grants.access)}"
        scopes = scopes or (*gmail.SCOPES, *calendar.SCOPES)
        self.grants.access[token] = Access(address, frozenset(scopes), self.clock() + 3_600)
        return token

    def answer(self, verb: str, url: str, body: bytes, headers: dict[str, str]) -> Answered:
        """Raises FaultError."""
        split = urlsplit(url)
        query = parse_qs(split.query)
        self._up()
        if split.path == "/token":
            return self.grants.token({name: values[0] for name, values in parse_qs(body.decode()).items()})
        if split.path == "/oauth2/v1/certs":
            return 200, dict(self.signer.certificates())
        holder = self.grants.holder(headers.get("authorization", ""))
        sent = json.loads(body) if body else {}
        return 200, self._api(holder, verb, [unquote(part) for part in split.path.split("/")[1:]], query, sent)

    def batch(self, body: bytes, headers: dict[str, str]) -> bytes:
        """The parts answered one by one, each at its own cost."""
        self._up()
        self.grants.holder(headers.get("authorization", ""))
        if fault := self.levers.fault("batch"):
            raise FaultError(fault)

        def call(verb: str, url: str) -> Answered:
            try:
                return self.answer(verb, url, b"", headers)
            except FaultError as error:
                return error.fault.status, error.fault.body()

        return batching.answered(headers["content-type"], body, self.levers, call)

    def _up(self) -> None:
        if self.levers.down:
            raise FaultError(BROKEN)

    def _api(
        self, holder: Access, verb: str, path: list[str], query: gmail.Query, sent: dict[str, object]
    ) -> dict[str, object]:
        if path[:3] == ["gmail", "v1", "users"]:
            return self._gmail(holder, path[4:], query)
        if path[:2] == ["calendar", "v3"]:
            return self._calendar(holder, path[2:], query, sent)
        raise FaultError(NOT_FOUND)

    def _gmail(self, holder: Access, path: list[str], query: gmail.Query) -> dict[str, object]:
        gmail.allowed(set(holder.scopes), query)
        mailbox = self.mailboxes[holder.address]
        with mailbox.lock:
            if path[0] == "messages" and len(path) > 1:
                self._charged("messages.get", holder)
                return gmail.get_message(mailbox, query, path[1])
            if path[0] in {"watch", "stop"}:
                self._charged(path[0], holder)
                return self.push.watch(mailbox) if path[0] == "watch" else self._stopped(mailbox)
            method = gmail.METHODS[path[0]]
            self._charged(method.name, holder)
            told = method.answer(mailbox, query, self.levers)
        return self._paged(method.name, told)

    def _stopped(self, mailbox: Mailbox) -> dict[str, object]:
        self.push.stop(mailbox)
        return {}

    def _calendar(
        self, holder: Access, path: list[str], query: gmail.Query, sent: dict[str, object]
    ) -> dict[str, object]:
        lists = path == ["users", "me", "calendarList"]
        if not holder.scopes & (calendar.LISTS if lists else calendar.EVENTS):
            raise FaultError(NO_SCOPE)
        mine = self.calendars[holder.address]
        if lists:
            self._charged("calendarList.list", holder)
            return mine.listed(query, self.levers)
        if path == ["channels", "stop"]:
            self._charged("channels.stop", holder)
            mine.stop(sent)
            return {}
        if path[3:] == ["watch"]:
            self._charged("events.watch", holder)
            return mine.watch(path[1], sent, self.clock())
        if path[3:]:
            self._charged("events.get", holder)
            return mine.event(path[1], path[3])
        self._charged("events.list", holder)
        return self._paged("events.list", mine.events(path[1], query, self.levers))

    def _paged(self, method: str, told: dict[str, object]) -> dict[str, object]:
        if "nextPageToken" in told:
            self.levers.between_pages(method)
        return told

    def _charged(self, method: str, holder: Access) -> None:
        fault: Fault | None = self.levers.fault(method) or self.meter.charge(method, holder.address)
        if fault:
            raise FaultError(fault)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    google: Google

    def do_GET(self) -> None:
        if self.path.startswith("/o/oauth2/v2/auth?"):
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self._send(302, b"", "text/html", Location=self.google.grants.screen(asked))
            return
        self._answer("GET", b"")

    def do_POST(self) -> None:
        self._answer("POST", self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def _answer(self, verb: str, body: bytes) -> None:
        try:
            if self.path.startswith("/batch"):
                told = self.google.batch(body, self._sent())
                self._send(200, told, f"multipart/mixed; boundary={batching.BOUNDARY}")
            else:
                self._json(self.google.answer(verb, self.path, body, self._sent()))
        except FaultError as error:
            waits = error.fault.retry_after
            self._json((error.fault.status, error.fault.body()), **({"Retry-After": str(waits)} if waits else {}))

    def _sent(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def _json(self, told: Answered, **headers: str) -> None:
        self._send(told[0], json.dumps(told[1]).encode(), "application/json; charset=UTF-8", **headers)

    def _send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is what some tests are about."""


@contextmanager
def serving() -> Iterator[Google]:
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = certificates.write(Path(folder))
        google = Google(certificate)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        with _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"google": google})) as server:
            server.socket = context.wrap_socket(server.socket, server_side=True)
            google.port = server.server_port
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            thread.start()
            yield google
            server.shutdown()
            thread.join()
