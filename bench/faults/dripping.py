"""One message that its server sends a byte at a time, whatever else it sends at once."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread

from bench.faults.stage import Scenario, Stage
from tests.peers.dovecot import Dovecot

MARK = b"X-Drip: yes"
PATIENCE = "4"  # seconds; the worker's setting
LATER = 100.0  # seconds within which it is asked for again: thirty, or ninety on a busy machine


@dataclass
class Dripping:
    """A server in front of another one; ``on``: from the mark on a conversation drips."""

    port: int
    on: bool = True


@contextmanager
def before(dovecot: Dovecot) -> Iterator[Dripping]:
    """It ends TLS, since it has to see what is said."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(dovecot.certificate, dovecot.home / "localhost.key")
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        dripping = Dripping(listening.getsockname()[1])

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    Thread(target=_converse, args=(context, client, dovecot.port, dripping), daemon=True).start()

        Thread(target=accept, daemon=True).start()
        yield dripping
        listening.shutdown(socket.SHUT_RDWR)


def _converse(context: ssl.SSLContext, client: socket.socket, port: int, dripping: Dripping) -> None:
    with (
        suppress(OSError),
        context.wrap_socket(client, server_side=True) as secure,
        socket.create_connection(("127.0.0.1", port)) as server,
    ):
        Thread(target=_to_server, args=(secure, server), daemon=True).start()
        seen = b""
        while came := server.recv(65_536):
            seen = seen[-len(MARK) :] + came
            (_drip if dripping.on and MARK in seen else ssl.SSLSocket.sendall)(secure, came)


def _to_server(secure: ssl.SSLSocket, server: socket.socket) -> None:
    with suppress(OSError, ValueError):
        while came := secure.recv(65_536):
            server.sendall(came)
        server.shutdown(socket.SHUT_RDWR)


def _drip(secure: ssl.SSLSocket, came: bytes) -> None:
    """Until the other side has had enough."""
    for byte in came:
        secure.sendall(bytes([byte]))
        time.sleep(0.2)


def one_message(stage: Stage) -> None:
    """The other messages, and the other folders, do not wait for it; it comes when it drips no more."""
    stage.fill()
    with before(stage.ground.dovecot) as dripping:
        for rep in stage.reps:
            rep.box.put([rep.box.letter(stage.chance).replace(b"Subject:", MARK + b"\r\nSubject:")], "INBOX")
            rep.proxy.server_port = dripping.port
        stage.start(BOSWELL_MAIL_PATIENCE=PATIENCE)
        stage.deliver()
        if not stage.some_are_stored(1):
            stage.complain("others waited for a message that drips")
        dripping.on = False
        latest = time.monotonic() + LATER
        while any(stage.set_aside(rep) for rep in stage.reps) and time.monotonic() < latest:
            stage.push()
            time.sleep(2)
        for rep in stage.reps:
            rep.proxy.server_port = stage.ground.dovecot.tls_port
            rep.proxy.era += 1
        stage.heal()


SCENARIOS = (Scenario("a message that drips", "F06", one_message, "left aside", mailboxes=2),)
