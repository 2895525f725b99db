"""A mail server of a few lines that says what a test wants it to, on a real socket, with TLS or without."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

Script = Callable[["Talk"], None]


@dataclass
class Talk:
    """One conversation, from the server's side."""

    socket: socket.socket
    heard: list[bytes] = field(default_factory=list)

    def say(self, *lines: str) -> None:
        self.socket.sendall("".join(f"{line}\r\n" for line in lines).encode())

    def hear(self) -> bytes:
        """The next line from the client; empty when it has gone."""
        line = b""
        while not line.endswith(b"\n"):
            try:
                came = self.socket.recv(1)
            except OSError:
                return b""
            if not came:
                return b""
            line += came
        self.heard.append(line)
        return line

    def answer(self, *lines: str) -> bytes:
        """Hear a command, say lines, and that it went well; the command."""
        heard = self.hear()
        if heard:
            self.say(*lines, f"{heard.split()[0].decode()} OK done")
        return heard

    def start_tls(self, certificate: Path, key: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.heard = []  # from here on nobody else hears it


@dataclass
class Scripted:
    """The server: its port, and everything that any client ever sent to it in the clear."""

    port: int
    heard: list[bytes]


@contextmanager
def serving(script: Script) -> Iterator[Scripted]:
    """A server that talks to one client after another as the script says."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Scripted(listening.getsockname()[1], [])

    def serve() -> None:
        while True:
            try:
                connected, _ = listening.accept()
            except OSError:
                return
            connected.settimeout(5)
            talk = Talk(connected, server.heard)
            try:
                script(talk)
            except OSError:
                pass
            finally:
                talk.socket.close()

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(6)
