"""A web server of a few lines over TLS: it says what a test wants to whoever asks, and keeps what was asked."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

Answer = Callable[[ssl.SSLSocket, bytes], None]


@dataclass
class WebServer:
    """Where it listens, and the requests that came."""

    port: int
    asked: list[bytes] = field(default_factory=list)


def page(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """An answer."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


@contextmanager
def serving(pair: tuple[Path, Path], answer: Answer) -> Iterator[WebServer]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = WebServer(listening.getsockname()[1])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pair)

    def converse(client: socket.socket) -> None:
        client.settimeout(5)
        try:
            with context.wrap_socket(client, server_side=True) as talking:
                asked = b""
                while not asked.endswith(b"\r\n\r\n") and (came := talking.recv(4096)):
                    asked += came
                server.asked.append(asked)
                answer(talking, asked)
        except OSError:
            client.close()

    def accept() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            Thread(target=converse, args=(client,), daemon=True).start()

    thread = Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)
