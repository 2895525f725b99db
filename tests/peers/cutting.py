"""Stands between a client and a server and spoils the line: cut, reset, silent, slow, or closed altogether.

It sees bytes and no protocol, so it carries TLS as it is. A fault holds for the connections that begin while it is set;
a line that went silent stays silent, as one does whose other end lost power.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import Literal

RESET = struct.pack("ii", 1, 0)  # SO_LINGER: the other end hears a reset and not an end
NEVER = 2**62
PIECE = 65536
STEP = 0.05  # seconds between two pieces of a slow line
PATIENCE = 0.2  # seconds after which an idle line looks whether it is to end


@dataclass(frozen=True, slots=True)
class Fault:
    """How a line misbehaves.

    Attributes:
        after: bytes from the server that pass first.
        then: what happens then: the line ends, is reset, or says nothing more.
        latency: seconds that each piece takes in either direction.
        rate: bytes a second from the server; None: as fast as they come.
        pieces: so many pieces from the client pass before ``then``, in place of bytes from the server.
    """

    after: int = NEVER
    then: Literal["end", "reset", "silence"] = "end"
    latency: float = 0.0
    rate: int | None = None
    pieces: int = NEVER


SOUND = Fault()


@dataclass
class Cutting:
    """Where it listens, and what it does to lines that begin from now on.

    Attributes:
        after: bytes from the server after which the line is cut, for those that need nothing else.
        fault: all that can be wrong.
        refusing: new connections are closed at once.
        clogged: nothing passes, on any line, until it is unset.
    era: lines that began in an earlier one end.
        on_piece: called before a piece from the client goes on, with its number in its connection.
        carried: bytes from the server so far.
        lines: connections so far.
    """

    port: int
    server_port: int
    after: int = NEVER
    fault: Fault = SOUND
    refusing: bool = False
    clogged: bool = False
    era: int = 0
    on_piece: Callable[[int], None] = lambda _: None
    carried: int = 0
    lines: int = 0
    over: bool = field(default=False, repr=False)

    def now(self) -> Fault:
        """The fault for a line that begins now."""
        return self.fault if self.fault is not SOUND else Fault(after=self.after)


@contextmanager
def cutting(server_port: int, *, reset: bool = False) -> Iterator[Cutting]:
    """A proxy before a server on this machine until the end of the block; ``reset``: a cut line is reset."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    cut = Cutting(listening.getsockname()[1], server_port)

    def serve() -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            Thread(target=_carry, args=(client, cut), kwargs={"reset": reset}, daemon=True).start()

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield cut
    finally:
        cut.over = True
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def _carry(client: socket.socket, cut: Cutting, *, reset: bool) -> None:
    cut.lines += 1
    with client, suppress(OSError):
        if cut.refusing:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            return
        with socket.create_connection(("127.0.0.1", cut.server_port)) as server:
            fault = cut.now()
            line = _Line(client, server, cut, fault, cut.era)
            if line.carry_until_it_ends() and fault.then == "silence":
                line.say_nothing()
        if reset or fault.then == "reset":
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


@dataclass
class _Line:
    client: socket.socket
    server: socket.socket
    cut: Cutting
    fault: Fault
    era: int

    def carry_until_it_ends(self) -> bool:
        """Carry both ways; True when the fault ended it, False when one of the two did."""
        left, pieces = self.fault.after, 0
        while left > 0:
            for side in self._ready():
                if side is self.client:
                    if (pieces := pieces + 1) > self.fault.pieces:
                        self.client.recv(PIECE)  # what is not read turns an end into a reset
                        return True
                    self.cut.on_piece(pieces)
                    carried = self._carried(self.client, self.server, PIECE)
                else:
                    left -= (carried := self._carried(self.server, self.client, min(left, self._most())))
                if not carried:
                    return False
        return True

    def say_nothing(self) -> None:
        """Leave the client alone until it goes."""
        while not self.cut.over:
            if select.select([self.client], [], [], PATIENCE)[0] and not self.client.recv(PIECE):
                return

    def _ready(self) -> list[socket.socket]:
        while not self.cut.over and self.era == self.cut.era:
            if self.cut.clogged:
                time.sleep(PATIENCE)
                continue
            ready: list[socket.socket] = select.select([self.client, self.server], [], [], PATIENCE)[0]
            if ready and not self.cut.clogged:
                return ready
        raise OSError("the line is over")

    def _most(self) -> int:
        return PIECE if self.fault.rate is None else max(1, int(self.fault.rate * STEP))

    def _carried(self, source: socket.socket, sink: socket.socket, most: int) -> int:
        """How many bytes went over; 0 at the end of either side."""
        came = source.recv(most)
        if self.fault.latency:
            time.sleep(self.fault.latency)
        if self.fault.rate is not None and source is self.server:
            time.sleep(STEP)
        if source is self.server:
            self.cut.carried += len(came)
        sink.sendall(came)
        return len(came)
