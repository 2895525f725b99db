"""Taking a port before anything else is started on it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import NotReady


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket bound to ``host`` and ``port``.

    Raises:
        NotReady: the port is taken or not ours to take, or the host is not this machine.
    """
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.create_server(place[:2], family=family)
    except socket.gaierror as error:
        raise NotReady(f"{host} is not an address of this machine. Correct BOSWELL_HOST.") from error
    except OSError as error:
        raise NotReady(_sentence(error.errno, host, port)) from error
    with taken:
        yield taken


def _sentence(number: int | None, host: str, port: int) -> str:
    if number == errno.EADDRINUSE:
        return f"Port {port} is taken. Stop what uses it, or choose another one: --port {port + 1}"
    if number == errno.EACCES:
        return f"This user may not take port {port}. Choose one above 1023: --port 8080"
    if number == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine. Correct BOSWELL_HOST."
    return f"I cannot listen on {host}, port {port}. Choose another one with --port."
