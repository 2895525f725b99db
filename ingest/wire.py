"""Bytes to and from a server: what may come is limited before it is allocated, and how long it may take, as well.

A server may announce four gigabytes, send a byte a second, or a line without an end. Python's imaplib believes the
announcement, and its time limit begins anew with every byte.
"""

from __future__ import annotations

import socket
import ssl
from time import monotonic

from ingest.errors import Malformed, Unavailable
from ingest.hosts import Target

MAX_LINE = 64 * 1024
AT_ONCE = 256 * 1024
IMAPS = 993
BROKEN = "The connection to the server broke off. It is tried again by itself."
SLOW = "The server takes too long to answer. It is tried again by itself."
LONG_LINE = "The server sent a line that is longer than its protocol's answers are."
UNREACHABLE = "The server {host} does not accept connections on port {port}. Check the name and the port."
NO_ANSWER = (
    "The server {host} does not answer on port {port}. Check the name and the port; a firewall in between lets "
    "nothing through, either. It is tried again by itself."
)
NO_TLS_HERE = "The server {host} does not speak TLS on this port. Port {usual} is the usual one for it."
OLD_TLS = (
    "The server {host} speaks no TLS 1.2 or newer, and older TLS is not safe. Whoever runs it has to switch it on."
)


class TimedOut(Unavailable):
    """Time is up: the server says nothing, or too slowly."""


class Wire:
    """A connection. Every wait ends at the deadline that ``within`` set for the whole operation.

    It also ends when nothing at all comes for ``silence`` seconds: a server that works on a long answer says so
    meanwhile (Dovecot every ten seconds), and a line that died half-open must not be held until a long deadline.
    """

    def __init__(self, connected: socket.socket, silence: float = float("inf")) -> None:
        self._socket = connected
        self._silence = silence
        self._came = b""
        self._at = 0
        self._deadline = monotonic()

    def within(self, seconds: float) -> None:
        """Give the operation that begins now so much time, however many bytes it takes."""
        self._deadline = monotonic() + seconds

    def send(self, data: bytes) -> None:
        """Send all of it.

        Raises:
            Unavailable: the connection is gone, or time is up.
        """
        try:
            self._socket.settimeout(self._left())
            self._socket.sendall(data)
        except OSError as error:
            raise _explained(error) from error

    def line(self, limit: int = MAX_LINE) -> bytes:
        """The next line without its end, of at most ``limit`` bytes.

        Raises:
            Malformed: it is longer.
            Unavailable: the connection is gone, or time is up.
        """
        end = self._came.find(b"\n", self._at)
        if end < 0:
            end = self._completed(limit)
        if end - self._at > limit:
            raise Malformed(LONG_LINE)
        line, self._at = self._came[self._at : end], end + 1
        return line[:-1] if line.endswith(b"\r") else line

    def _completed(self, limit: int) -> int:
        """Receive until a line ends; where. Each byte is looked at once, in however small pieces a long line comes."""
        parts = [self._came[self._at :]]
        held, end = len(parts[0]), -1
        while end < 0:
            if held > limit:
                raise Malformed(LONG_LINE)
            parts.append(self._receive())
            end = parts[-1].find(b"\n")
            held += len(parts[-1])
        end += held - len(parts[-1])
        self._came, self._at = b"".join(parts), 0
        return end

    def exactly(self, size: int) -> bytes:
        """The next ``size`` bytes; memory grows with what comes, not with what was announced."""
        taken = self._came[self._at : self._at + size]
        self._at += len(taken)
        if len(taken) == size:
            return taken
        parts, missing = [taken], size - len(taken)
        while missing:
            came = self._receive(min(missing, AT_ONCE))
            parts.append(came)
            missing -= len(came)
        self._came, self._at = b"", 0
        return b"".join(parts)

    def rest(self, limit: int) -> bytes:
        """Everything until the other side has said all, of at most ``limit`` bytes.

        Raises:
            Malformed: it is more.
            Unavailable: the connection is gone before its end, or time is up.
        """
        parts, held = [self._came[self._at :]], len(self._came) - self._at
        self._came, self._at = b"", 0
        while came := self._next():
            parts.append(came)
            held += len(came)
            if held > limit:
                break
        if held > limit:
            raise Malformed(LONG_LINE)
        return b"".join(parts)

    @property
    def unread(self) -> bool:
        """Whether bytes came that nobody has asked for yet."""
        return self._at < len(self._came)

    def secure(self, context: ssl.SSLContext, host: str, usual: int = IMAPS) -> None:
        """Speak TLS from here on, with a server that proves to be ``host``.

        Args:
            usual: the port on which such servers speak TLS, for whoever took another one.

        Raises:
            Unavailable: it does not prove it, or speaks no TLS that is safe.
        """
        try:
            self._socket.settimeout(self._left())
            self._socket = context.wrap_socket(self._socket, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            raise Unavailable(_certificate_sentence(error, host)) from error
        except ssl.SSLError as error:
            raise Unavailable(_tls_sentence(error).format(host=host, usual=usual)) from error
        except OSError as error:
            raise _explained(error) from error

    def release(self) -> tuple[socket.socket, bytes]:
        """Give the connection away, with what came on it and nobody has asked for."""
        unread, self._came, self._at = self._came[self._at :], b"", 0
        return self._socket, unread

    def close(self) -> None:
        """Let go of the connection, at once and without a word."""
        self._socket.close()

    def _receive(self, size: int = AT_ONCE) -> bytes:
        came = self._next(size)
        if not came:
            raise Unavailable(BROKEN)
        return came

    def _next(self, size: int = AT_ONCE) -> bytes:
        """What comes next; empty at the end."""
        try:
            self._socket.settimeout(self._left())
            return self._socket.recv(size)
        except OSError as error:
            raise _explained(error) from error

    def _left(self) -> float:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, self._silence)


def connect(target: Target, seconds: float) -> Wire:
    """A connection to an address that was looked at; ``seconds`` for it to open, and for any later silence.

    Raises:
        Unavailable: nobody answers there.
    """
    try:
        connected = socket.create_connection((target.address, target.port), timeout=seconds)
    except TimeoutError as error:
        raise Unavailable(NO_ANSWER.format(host=target.host, port=target.port)) from error
    except OSError as error:
        raise Unavailable(UNREACHABLE.format(host=target.host, port=target.port)) from error
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    wire = Wire(connected, seconds)
    wire.within(seconds)
    return wire


def _explained(error: OSError) -> Unavailable:
    return TimedOut(SLOW) if isinstance(error, TimeoutError) else Unavailable(BROKEN)


def _tls_sentence(error: ssl.SSLError) -> str:
    """Whether a server knows only old TLS, or none, by OpenSSL's word for it."""
    reason = error.reason or ""
    return OLD_TLS if "PROTOCOL_VERSION" in reason or "UNSUPPORTED_PROTOCOL" in reason else NO_TLS_HERE


def _certificate_sentence(error: ssl.SSLCertVerificationError, host: str) -> str:
    """What is wrong with a certificate, by OpenSSL's number for it."""
    reasons = {
        10: f"The certificate of {host} has expired. Whoever runs the server has to renew it.",
        18: f"The certificate of {host} is one that it signed itself. Install one from an authority, or name its file "
        "in BOSWELL_MAIL_CA_FILE.",
        19: f"The certificate of {host} comes from an authority that this machine does not know. Name the authority's "
        "file in BOSWELL_MAIL_CA_FILE.",
        20: f"The certificate of {host} comes from an authority that this machine does not know. Name the authority's "
        "file in BOSWELL_MAIL_CA_FILE.",
        62: f"The server answers with a certificate for another name than {host}. Use the name in its certificate.",
        64: f"The server answers with a certificate for another name than {host}. Use the name in its certificate.",
    }
    return reasons.get(error.verify_code, f"The certificate of {host} cannot be trusted: {error.verify_message}.")
