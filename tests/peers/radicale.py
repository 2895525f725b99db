"""A real calendar server: Radicale, a process of its own on loopback with TLS, its calendars as files in a folder."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.peers import certificates

PASSWORD = "secret"
MOST_USERS = 400
CONFIG = """
[server]
hosts = 127.0.0.1:{port}
ssl = True
certificate = {certificate}
key = {key}
max_connections = 100
timeout = 30
[auth]
type = htpasswd
htpasswd_filename = {home}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = {home}/data
max_sync_token_age = 2592000
[web]
type = none
[logging]
level = error
"""


@dataclass
class Radicale:
    """Where it listens, and where its calendars lie."""

    home: Path
    port: int
    certificate: Path
    process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}/"

    def add_user(self) -> str:
        """A new user without calendars, whose password is PASSWORD."""
        return f"user{next(self._numbers)}"

    def folder(self, user: str) -> Path:
        """Where a user's calendars lie."""
        return self.home / "data" / "collection-root" / user

    def trust(self) -> ssl.SSLContext:
        """A client's TLS settings that trust this server and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def forget_tokens(self, user: str) -> None:
        """Forget every token that was handed out, as a server does after a while."""
        for cache in self.folder(user).glob("*/.Radicale.cache/sync-token"):
            shutil.rmtree(cache)


@contextmanager
def running() -> Iterator[Radicale]:
    """A server until the end of the block."""
    home = Path(tempfile.mkdtemp(prefix="bwcal", dir="/tmp"))
    certificate, key = certificates.write(home)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (home / "data").mkdir()
    (home / "users").write_text("".join(f"user{number}:{PASSWORD}\n" for number in range(MOST_USERS)))
    (home / "config").write_text(CONFIG.format(port=port, certificate=certificate, key=key, home=home))
    server = Radicale(home, port, certificate)
    with (home / "log").open("wb") as log:
        command = [sys.executable, "-m", "radicale", "--config", str(home / "config")]
        server.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        _wait_for(server)
        yield server
    finally:
        server.process.kill()
        server.process.wait()
        shutil.rmtree(home, ignore_errors=True)


def _wait_for(server: Radicale) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and server.process and server.process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.port), 1):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"Radicale did not start: {(server.home / 'log').read_text()[-2000:]}")
