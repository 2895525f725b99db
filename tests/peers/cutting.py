"""Stands between a client and a server and cuts the line after a number of bytes."""

from __future__ import annotations

import select
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: the other end hears a reset and not an end


@dataclass
class Cutting:
    """Where it listens, and after how many bytes from the server the line is cut."""

    port: int
    after: int = 2**62


@contextmanager
def cutting(server_port: int, *, reset: bool = False) -> Iterator[Cutting]:
    listening = socket.create_server(("127.0.0.1", 0))
    cut = Cutting(listening.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            Thread(target=_carry, args=(client, server_port, cut), kwargs={"reset": reset}, daemon=True).start()

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield cut
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def _carry(client: socket.socket, server_port: int, cut: Cutting, *, reset: bool) -> None:
    with client, socket.create_connection(("127.0.0.1", server_port)) as server:
        left = cut.after
        while left > 0:
            ready, _, _ = select.select([client, server], [], [], 10)
            if client in ready and not _carried(client, server, 65536):
                break
            if server in ready:
                carried = _carried(server, client, min(left, 65536))
                left -= carried
                if not carried:
                    break
        if reset:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def _carried(source: socket.socket, sink: socket.socket, most: int) -> int:
    """How many bytes went over; 0 at the end of either side."""
    try:
        came = source.recv(most)
        sink.sendall(came)
    except OSError:
        return 0
    return len(came)
