"""Starts the embedded PostgreSQL, or attaches to the one that runs, and stops what it started.

The server listens on a Unix socket alone. It stops with its parent: on Linux the kernel sees to that, elsewhere the
next start attaches to it. ``server.log`` holds neither statements nor values.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL

from store import home as home_folder
from store.embedded import cluster, passwords, programs, trampoline
from store.embedded.account import server_account
from store.embedded.furnish import DATABASE, furnish
from store.embedded.layout import Layout
from store.errors import NotReady, cannot_write, disk_full

START_SECONDS = 60.0
STOP_SECONDS = 30.0
ASK_EVERY = 0.02
LEAST_ROOM = 64 * 1024  # bytes
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "timezone": "UTC",
    "autovacuum_naptime": "10s",  # a new mailbox fills empty tables within seconds: plans for empty ones do not last
    "log_timezone": "UTC",
    "log_error_verbosity": "terse",  # the detail of an error quotes values
    "log_min_error_statement": "panic",  # and its statement holds them
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
FORGETFUL = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal",
    "max_wal_senders": "0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: one SQLAlchemy address for each role. ``attached``: somebody else started it."""

    owner: str = field(repr=False)
    app: str = field(repr=False)
    worker: str = field(repr=False)
    attached: bool


class EmbeddedPostgres:
    """The embedded PostgreSQL of one home.

    ``durable=False`` gives up what protects data from a power cut; only tests may. Start it from the main thread: the
    server ends with the thread that started it.
    """

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.home = home
        self.durable = durable
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """The server starts with ``start``; leaving the block stops it."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Stop the server if this object started it."""
        self.stop()

    def start(self) -> Server:
        """Create what is missing, start the server or attach to it, and give its addresses.

        Raises:
            NotReady: the machine is not as it must be; the sentence says what to do.
        """
        home_folder.prepare(self.home)
        layout = Layout(self.home, server_account())
        with _alone(layout):
            layout.prepare()
            binaries = programs.find(layout)
            keys = passwords.keep(layout.passwords, cluster_exists=cluster.exists(layout))
            if not cluster.exists(layout):
                cluster.create(layout, binaries, keys.postgres, sync=self.durable)
            cluster.check_version(layout, binaries)
            superuser = make_conninfo(host=str(layout.sockets), user="postgres", password=keys.postgres)
            attached = _answers(superuser)
            if not attached:
                self._launch(layout, binaries, superuser)
            furnish(superuser, keys)
        addresses = {
            name: address_of(f"boswell_{name}", getattr(keys, f"boswell_{name}"), layout)
            for name in ("owner", "app", "worker")
        }
        return Server(**addresses, attached=attached)

    def stop(self) -> None:
        """Stop the server if this object started it: running transactions are rolled back, nothing is lost."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.send_signal(signal.SIGINT)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)
            process.wait()

    @property
    def has_died(self) -> bool:
        """Whether the server that this object started is gone."""
        return self._process is not None and self._process.poll() is not None

    def why_died(self) -> NotReady | None:
        """What to do when the server that this object started is gone; None while it runs."""
        return _not_running(Layout(self.home, server_account()), "stopped") if self.has_died else None

    def _launch(self, layout: Layout, binaries: programs.Programs, superuser: str) -> None:
        _forget_dead(layout)
        settings = SETTINGS | ({} if self.durable else FORGETFUL) | {"unix_socket_directories": str(layout.sockets)}
        asked = [f"--{name.replace('_', '-')}={value}" for name, value in settings.items()]
        try:
            log = layout.log.open("wb")
        except OSError as error:
            raise cannot_write(error, layout.log) from error
        with log:
            self._process = subprocess.Popen(  # noqa: S603 - no outside input
                [*trampoline.command(layout.account), str(binaries.postgres), "-D", str(layout.data), *asked],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=layout.base, env={"LC_ALL": "C", "TZ": "UTC"},
                start_new_session=True,
            )  # fmt: skip
        try:
            self._wait(layout, superuser)
        except BaseException:
            self.stop()
            raise

    def _wait(self, layout: Layout, superuser: str) -> None:
        latest = time.monotonic() + START_SECONDS
        while not _answers(superuser):
            if self.has_died or time.monotonic() > latest:
                raise _not_running(layout, "did not start")
            time.sleep(ASK_EVERY)


def address_of(role: str, password: str, layout: Layout, database: str = DATABASE) -> str:
    """The SQLAlchemy address of a database on the embedded server."""
    url = URL.create("postgresql+psycopg", role, password, database=database, query={"host": str(layout.sockets)})
    return url.render_as_string(hide_password=False)


@contextmanager
def _alone(layout: Layout) -> Iterator[None]:
    try:
        lock = layout.lock.open("ab")
    except OSError as error:
        raise cannot_write(error, layout.lock) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _answers(superuser: str) -> bool:
    try:
        psycopg.connect(superuser, dbname="postgres", connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _forget_dead(layout: Layout) -> None:
    """Remove the pid file of a killed server whose number belongs to another program now: PostgreSQL would refuse."""
    note = layout.data / "postmaster.pid"
    try:
        pid = int(note.read_text().splitlines()[0])
        running = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError, IndexError):
        return
    if os.fsencode(layout.data) not in running.split(b"\0"):
        note.unlink(missing_ok=True)


def _not_running(layout: Layout, what: str) -> NotReady:
    said = layout.log.read_text(errors="replace") if layout.log.exists() else ""
    if cluster.NO_SPACE in said or shutil.disk_usage(layout.base).free < LEAST_ROOM:  # no room even for the log
        return disk_full(layout.base)
    return NotReady(f"The database {what}. {layout.log} says why; with that mended, start again.")
