"""Sessions with a server that is nothing but what a test lets it say."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from ingest.sources.imap.session import Session
from ingest.wire import Wire


@dataclass
class Server:
    """The other end of a session's wire."""

    end: socket.socket

    def heard(self) -> bytes:
        """What came so far."""
        self.end.settimeout(0)
        came = b""
        try:
            while part := self.end.recv(65536):
                came += part
        except BlockingIOError:
            pass
        return came


@contextmanager
def wired(*said: bytes, ended: bool = False) -> Iterator[tuple[Wire, Server]]:
    """A wire at whose other end somebody says all that at once; ``ended``: and hangs up."""
    mine, other = socket.socketpair()
    with mine, other:
        saying = Thread(target=_say, args=(other, b"".join(said)), kwargs={"ended": ended}, daemon=True)
        saying.start()
        wire = Wire(mine)
        wire.within(5)
        yield wire, Server(other)
        mine.close()
        saying.join(5)


@contextmanager
def hearing(*lines: str | bytes, capabilities: str = "IMAP4REV1") -> Iterator[tuple[Session, Server]]:
    """A session that hears these lines, whatever it asks for; its commands are tagged B1, B2 and so on."""
    said = b"".join(line if isinstance(line, bytes) else line.encode() + b"\r\n" for line in lines)
    with wired(said) as (wire, server):
        yield Session(wire, frozenset(capabilities.split())), server


def _say(end: socket.socket, said: bytes, *, ended: bool) -> None:
    try:
        end.sendall(said)
        if ended:
            end.shutdown(socket.SHUT_WR)
    except OSError:
        return
