"""Says which access tokens hold (RFC 7662), for servers that ask: tokens and the service's own mood are levers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs


@dataclass
class Tokens:
    """Whose token is whose. ``broken``: the service answers 500 whatever it is asked."""

    port: int = 0
    holders: dict[str, str] = field(default_factory=dict)
    broken: bool = False

    def answer(self, token: str) -> dict[str, object]:
        user = self.holders.get(token)
        return {"active": True, "username": user, "scope": "imap"} if user else {"active": False}


@contextmanager
def introspection() -> Iterator[Tokens]:
    tokens = Tokens()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            told = json.dumps(tokens.answer(parse_qs(asked).get("token", [""])[0])).encode()
            self.send_response(500 if tokens.broken else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        tokens.port = server.server_port
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        serving.start()
        yield tokens
        server.shutdown()
        serving.join()
