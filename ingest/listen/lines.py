"""One connection in the loop: bytes between its socket, which never blocks, and what waits in it."""

from __future__ import annotations

import ssl

from ingest.errors import Unavailable
from ingest.sources.imap.idle import Begun, Heard
from ingest.wire import BROKEN

AT_ONCE = 16 * 1024  # bytes; a TLS record holds no more


class Line:
    """A connection in whose inbox is waited. One of thousands: it keeps nothing that it does not need."""

    __slots__ = ("_socket", "_waiting", "pushed_at")

    def __init__(self, begun: Begun) -> None:
        self._socket = begun.socket
        self._waiting = begun.waiting
        self.pushed_at = float("-inf")
        self._socket.settimeout(0)

    def fileno(self) -> int:
        """For the selector."""
        return self._socket.fileno()

    @property
    def is_settled(self) -> bool:
        """Whether the server has nothing to answer now."""
        return self._waiting.is_settled

    def take(self, came: bytes) -> bool:
        """Take what came; whether something may have changed.

        Raises:
            SourceError: the connection is of no use any more.
        """
        heard: Heard = self._waiting.take(came)
        if heard.answer:
            self._send(heard.answer)
        return heard.changed

    def read(self) -> bool:
        """Read what is there and no more, so that one that talks does not keep the others waiting. As ``take``."""
        changed = self.take(self._receive())
        while isinstance(self._socket, ssl.SSLSocket) and self._socket.pending():
            changed |= self.take(self._receive())
        return changed

    def renew(self) -> bool:
        """Begin the waiting anew, before the server takes the silence for absence. As ``take``."""
        self._send(self._waiting.renew())
        return False

    def close(self) -> None:
        """Let go of the connection without a word."""
        self._socket.close()

    def _receive(self) -> bytes:
        try:
            came = self._socket.recv(AT_ONCE)
        except (BlockingIOError, ssl.SSLWantReadError):
            return b""
        except OSError as error:
            raise Unavailable(BROKEN) from error
        if not came:
            raise Unavailable(BROKEN)
        return came

    def _send(self, said: bytes) -> None:
        """A few bytes; a connection that does not even take those is broken."""
        try:
            sent = self._socket.send(said)
        except OSError as error:
            raise Unavailable(BROKEN) from error
        if sent != len(said):
            raise Unavailable(BROKEN)
