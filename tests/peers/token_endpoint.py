"""A provider's token endpoint (RFC 6749 section 6) over TLS: each refresh token is good once, and moods are levers."""

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
from threading import Lock, Thread
from typing import Literal
from urllib.parse import parse_qs

from tests.peers import certificates

Mood = Literal["ok", "revoked", "unknown client", "broken", "throttled", "odd", "large", "redirect"]
ANSWERS: dict[Mood, tuple[int, dict[str, str], bytes]] = {
    "revoked": (400, {}, b'{"error": "invalid_grant"}'),
    "unknown client": (401, {}, b'{"error": "invalid_client"}'),
    "broken": (503, {"Retry-After": "soon"}, b"<html>"),
    "throttled": (429, {"Retry-After": "90"}, b"{}"),
    "odd": (200, {}, b'["no object"]'),
    "large": (200, {}, b'{"access_token": "' + b"x" * 100_000 + b'"}'),
    "redirect": (302, {"Location": "https://localhost:1/"}, b'{"error": "elsewhere"}'),
}


@dataclass
class TokenService:
    """The endpoint.

    Attributes:
        user: whose access tokens it issues.
        holders: where they are put, for the mail server to ask: token to user.
        good: the refresh token that it takes next; every other one that was issued is taken for stolen.
        asked: the forms that it was sent.
        pause: seconds before an answer.
    """

    certificate: Path
    user: str
    holders: dict[str, str]
    port: int = 0
    good: str = "refresh-0"
    mood: Mood = "ok"
    seconds: int = 3600
    pause: float = 0.0
    asked: list[dict[str, str]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        time.sleep(self.pause)
        with self._lock:
            self.asked.append(form)
            if self.mood != "ok":
                return ANSWERS[self.mood]
            if form.get("refresh_token") != self.good:
                return ANSWERS["revoked"]
            number = len(self.asked)
            self.good, access = f"refresh-{number}", f"access-{number}-of-{self.user}"
            self.holders[access] = self.user
            told = {"access_token": access, "expires_in": self.seconds, "refresh_token": self.good}
            return 200, {}, json.dumps(told).encode()


@contextmanager
def token_service(user: str, holders: dict[str, str]) -> Iterator[TokenService]:
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = certificates.write(Path(folder))
        service = TokenService(certificate, user, holders)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                status, headers, body = service.answer({name: values[0] for name, values in parse_qs(sent).items()})
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing is logged."""

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            server.socket = context.wrap_socket(server.socket, server_side=True)
            service.port = server.server_port
            serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
            serving.start()
            yield service
            server.shutdown()
            serving.join()
