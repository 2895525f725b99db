"""The ground that faults are played on: a real database, a real mail server, workers to start and kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from bench.faults import pretences
from bench.faults.boxes import Box
from bench.installation import folder
from ingest.connect import NewMailbox, Server, begin
from ingest.tasks import ask_to_look
from store import keys, people
from store.crypto import Sealer
from store.embedded import EmbeddedPostgres, passwords, trampoline
from store.embedded.account import server_account
from store.embedded.layout import Layout
from store.engine import WORKER_LIMITS, Acting, Database
from store.errors import NotReady
from store.installation import Unlocked, unlock
from store.migrate import migrate
from tests.peers import certificates
from tests.peers.cutting import Cutting, cutting
from tests.peers.dovecot import PASSWORD, Dovecot, running
from tests.peers.small_disk import mounted

DOMAIN = "alder.example"
WORKER = ("-m", "bench.faults.worker")
STATE = "select state from connection_state where connection_id = %(connection)s"
ROOT = Path(__file__).parents[2]
STARTING = 60.0  # seconds that a server which was killed may take to look through its log


@dataclass(frozen=True, slots=True)
class Rep:
    """One of us and their mailbox behind a proxy of its own."""

    user_id: UUID
    address: str
    box: Box
    proxy: Cutting
    connection_id: UUID


@dataclass
class Ground:
    """A running installation without its workers.

    Attributes:
        home: its folder; what workers print is in ``workers.log`` there.
        authorities: certificates that workers trust.
        disk: the small disk that all of it is on, where it is.
    """

    home: Path
    postgres: EmbeddedPostgres
    dovecot: Dovecot
    authorities: Path
    app: Database
    worker: Database
    unlocked: Unlocked
    stack: ExitStack
    ports: set[int] = field(default_factory=set)
    disk: Path | None = None
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def rep(self, until: ExitStack, dovecot: Dovecot | None = None) -> Rep:
        """Somebody new whose mailbox is connected through a proxy. No worker may run yet that is to reach it.

        Args:
            until: ends our own session there, of which the server holds only so many.
        """
        server = dovecot or self.dovecot
        address = f"rep{next(self._numbers)}@{DOMAIN}"
        proxy = self.stack.enter_context(cutting(server.tls_port))
        self.ports.add(proxy.port)
        box = Box(server, address)
        until.callback(box.close)
        new = people.NewUser(address, address.partition("@")[0], ("rep",), "Europe/Berlin", "en")
        with self.app.transaction() as session:
            user_id = people.add_user(session, new)
        return Rep(user_id, address, box, proxy, self.connect(user_id, address, box.user, proxy.port))

    def connect(self, user_id: UUID, address: str, user: str, port: int, secret: str = PASSWORD) -> UUID:
        """Connect a mailbox, or give a connected one another server or password; it is due at once."""
        return self.begin(user_id, NewMailbox(address, Server("localhost", port, user), secret))

    def begin(self, user_id: UUID, new: NewMailbox) -> UUID:
        """The same, for mailboxes that are signed in to in another way."""
        with self.app.transaction(Acting(user_id)) as session:
            return begin(session, self.unlocked.sealer, user_id, new, datetime.now(UTC))

    def push(self, rep: Rep) -> None:
        """What a listener does when the server tells of news; a mailbox that is not reachable has none."""
        told = self.rows(STATE, {"connection": rep.connection_id})
        if told and told[0][0] not in {"not reachable", "sign-in needed"}:
            with self.worker.transaction(Acting(rep.user_id)) as session:
                ask_to_look(session, rep.user_id, rep.connection_id)

    def rows(
        self, statement: str, values: Mapping[str, object] | None = None, within: float = STARTING
    ) -> list[tuple[Any, ...]]:
        """What the database holds, past row-level security and past the application.

        Args:
            within: seconds that its start is waited for.
        """
        layout = Layout(self.home, server_account())
        superuser = passwords.keep(layout.passwords, cluster_exists=True).postgres
        dsn = make_conninfo(host=str(layout.sockets), user="postgres", password=superuser, dbname="boswell")
        with _patiently(dsn, within) as connection:
            done = connection.execute(statement.encode(), values or {})
            return done.fetchall() if done.description else []

    def forget(self) -> None:
        """Let nothing of earlier scenarios run on or stay dead, and nothing that was learnt of servers count."""
        self.start_database()
        self.rows("delete from due")
        self.rows("delete from mail_turn")
        self.rows("delete from mail_server")
        self.rows("delete from procrastinate_jobs where status in ('todo', 'doing')")

    def work(self, *arguments: str, **environment: str) -> Worker:
        """A worker, or with ``listen`` a listener, with further variables in its environment."""
        ports = ",".join(map(str, sorted(self.ports | {self.dovecot.tls_port})))
        env = {
            **os.environ, "BOSWELL_HOME": str(self.home), "BOSWELL_ALLOWED_NETWORKS": f"127.0.0.0/8={ports}",
            "BOSWELL_MAIL_CA_FILE": str(self.authorities), "BOSWELL_CHILDREN": "2", "BOSWELL_CONCURRENCY": "8",
            **environment,
        }  # fmt: skip
        with (self.home / "workers.log").open("ab") as log:
            command = [*trampoline.command(None), sys.executable, *WORKER, *arguments]
            return Worker(subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log))

    def trust(self, dovecot: Dovecot) -> None:
        """Have workers trust one more server."""
        with self.authorities.open("ab") as file:
            file.write(dovecot.certificate.read_bytes())

    @property
    def postmaster(self) -> Path:
        """The file whose first line is the number of PostgreSQL's first process."""
        return Layout(self.home, server_account()).data / "postmaster.pid"

    def kill_database(self) -> None:
        """SIGKILL to PostgreSQL's first process, as a power cut would end it."""
        pretences.kill_process_of(self.postmaster)

    def start_database(self) -> None:
        """Start it again, where it does not run; processes that a killed one left may be in its way for a moment."""
        for _ in range(10):
            with suppress(NotReady):
                self.postgres.start()
                return
            time.sleep(1)
        self.postgres.start()


def _patiently(dsn: str, seconds: float) -> psycopg.Connection[Any]:
    latest = time.monotonic() + seconds
    while True:
        try:
            return psycopg.connect(dsn, connect_timeout=5)
        except psycopg.OperationalError:
            if time.monotonic() > latest:
                raise
            time.sleep(0.2)


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker process."""

    process: subprocess.Popen[bytes]

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process.poll() is None

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self.process.wait()

    def asleep_within(self, seconds: float) -> bool:
        """Wait until it has stopped where it stands, as on a machine that sleeps."""
        latest = time.monotonic() + seconds
        while time.monotonic() < latest and self.alive:
            state = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state == "T":
                return True
            time.sleep(0.1)
        return False

    def resume(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def died_within(self, seconds: float) -> bool:
        """Wait for its end."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> None:
        """SIGTERM, and SIGKILL when that takes too long."""
        self.process.send_signal(signal.SIGCONT)
        self.process.terminate()
        if not self.died_within(10):
            self.kill()


@contextmanager
def ground(home: Path | None = None, megabytes: int = 0) -> Iterator[Ground]:
    """A ground until the end of the block.

    Args:
        home: where, in place of a temporary folder.
        megabytes: of a small disk that it is to be on; 0: on none.

    Raises:
        OSError: this system does not let us mount one.
    """
    with ExitStack() as stack:
        base = home or stack.enter_context(folder()) / "home"
        if megabytes:
            disk = base.with_name("disk")
            if not stack.enter_context(mounted(disk, megabytes)):
                raise OSError("only root on Linux may mount a small disk")
            base = disk / "home"
        dovecot = stack.enter_context(running())
        postgres = stack.enter_context(EmbeddedPostgres(base))
        server = postgres.start()
        migrate(server.owner)
        app, worker = Database(server.app, pool_size=20), Database(server.worker, limits=WORKER_LIMITS)
        stack.callback(app.close)
        stack.callback(worker.close)
        sealer = Sealer(keys.load_or_create(base / "key").secret)
        with app.transaction() as session:
            company = people.NewCompany("Alder", (DOMAIN,), (), "http://localhost:8080", "Europe/Berlin", "en")
            people.set_up(session, company)
            unlocked = unlock(session, sealer)
        made = Ground(base, postgres, dovecot, authorities(base, dovecot), app, worker, unlocked, stack)
        made.disk = base.parent if megabytes else None
        yield made


def authorities(base: Path, dovecot: Dovecot) -> Path:
    """Certificates that workers trust: the server's own, an expired one of its name, one of another name."""
    place = base / "certificates"
    place.mkdir()
    trusted = [dovecot.certificate.read_bytes()]
    for name, (host, days) in {"expired": ("localhost", -1), "elsewhere": ("elsewhere.example", 365)}.items():
        (place / name).mkdir()
        trusted.append(certificates.write(place / name, host, days)[0].read_bytes())
    (base / "authorities.pem").write_bytes(b"".join(trusted))
    return base / "authorities.pem"
