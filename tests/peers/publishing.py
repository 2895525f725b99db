"""A small web server over TLS that publishes calendars, with ETags or dates, or answers as a test wants it."""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


@dataclass(frozen=True)
class Request:
    """What was asked."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    """What is answered; the length is said unless the headers say it or how the body is framed."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Request], Reply]


@dataclass
class Server:
    """Where it listens, what it publishes, and what was asked.

    Attributes:
        pages: calendars by path.
        answering: a test's own answers; None where the pages are.
        tags: whether it gives ETags; if not, it gives dates.
    """

    port: int = 0
    certificate: Path = Path()
    pages: dict[str, bytes] = field(default_factory=dict)
    answering: Callable[[Request], Reply | None] = lambda _: None
    tags: bool = True
    asked: list[Request] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"https://localhost:{self.port}{path}"

    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.certificate))

    def reply(self, request: Request) -> Reply:
        self.asked.append(request)
        return self.answering(request) or self._page(request)

    def _page(self, request: Request) -> Reply:
        page = self.pages.get(request.path)
        if page is None:
            return Reply(404)
        digest = hashlib.sha256(page).hexdigest()
        word = f'"{digest[:16]}"' if self.tags else formatdate(int(digest[:7], 16), usegmt=True)
        header, condition = ("ETag", "If-None-Match") if self.tags else ("Last-Modified", "If-Modified-Since")
        if request.headers.get(condition) == word:
            return Reply(304, headers={header: word})
        return Reply(200, page, {header: word})


@contextmanager
def serving(pair: tuple[Path, Path]) -> Iterator[Server]:
    """A server until the end of the block."""
    server = Server(certificate=pair[0])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            reply = server.reply(Request(self.command, self.path, dict(self.headers), body))
            headers = dict(reply.headers)
            if not {"Content-Length", "Transfer-Encoding", "Connection"} & headers.keys():
                headers["Content-Length"] = str(len(reply.body))
            self.send_response(reply.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            if "Content-Length" in reply.headers:  # it may be a lie: nothing more comes
                self.close_connection = True

        do_GET = do_PROPFIND = do_REPORT = answer  # noqa: N815 - the library's names

        def log_message(self, *_: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pair)
    listening.socket = context.wrap_socket(listening.socket, server_side=True, do_handshake_on_connect=False)
    server.port = listening.server_address[1]
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join(5)
