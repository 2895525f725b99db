"""Our way: the worker as it runs, following a connection."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from bench.installation import command, environment
from bench.pipeline.inbox import Inbox
from bench.pipeline.mix import Company
from bench.pipeline.usage import processor_seconds, server_pid
from ingest.connect import NewMailbox, begin
from ingest.mailboxes import Server
from ingest.tasks import ask_to_look
from store import people
from store.crypto import Sealer
from store.embedded import EmbeddedPostgres
from store.engine import Acting, Database
from store.keys import load
from store.models.private.inbound import Inbound
from store.models.private.suggestion import Suggestion
from tests.peers.dovecot import PASSWORD

LOOK_EVERY = 0.1
PATIENCE = 900


@dataclass(frozen=True, slots=True)
class Followed:
    """Seconds on the clock and of processors until the last message was judged, and the suggestions there are then."""

    wall: float
    processor: float
    suggestions: int


def timed(inbox: Inbox, rest: Sequence[bytes], home: Path, company: Company) -> Followed:
    """Follow a mailbox from the push to its last message."""
    _person(home, company)
    with EmbeddedPostgres(home) as postgres:
        database = Database(postgres.start().app)
        rep = _connected(database, inbox, home, company)
        asked = environment(home) | {
            "BOSWELL_ALLOWED_NETWORKS": f"127.0.0.0/8={inbox.server.tls_port}",
            "BOSWELL_MAIL_CA_FILE": str(inbox.server.certificate),
        }
        with subprocess.Popen(command("work"), env=asked, stderr=subprocess.DEVNULL) as worker:
            try:
                return _bulk(inbox, rest, rep, [worker.pid, server_pid()])
            finally:
                worker.terminate()
                database.close()


def _person(home: Path, company: Company) -> None:
    address, *aliases = company.addresses
    words = [word for alias in aliases for word in ("--alias", alias)]
    subprocess.run(
        command("user", "add", address, "--name", "Ines", *words), env=environment(home), check=True,
        capture_output=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rep:
    """Whose mailbox is followed."""

    database: Database
    owner_id: UUID
    connection_id: UUID

    def push(self) -> None:
        """Have the mailbox looked at as when its server tells that there is new mail."""
        with self.database.transaction(Acting(self.owner_id)) as session:
            if not ask_to_look(session, self.owner_id, self.connection_id):
                raise SystemExit("The mailbox is not followed.")

    def wait_until_read(self, wanted: int) -> None:
        """Until so many messages have been judged."""
        deadline = time.monotonic() + PATIENCE
        asked = select(func.count()).select_from(Inbound).where(Inbound.state != "waiting")
        while time.monotonic() < deadline:
            with self.database.transaction(Acting(self.owner_id)) as session:
                if session.execute(asked).scalar_one() >= wanted:
                    return
            time.sleep(LOOK_EVERY)
        raise SystemExit(f"Not read within {PATIENCE} s.")

    def suggestions(self) -> int:
        """How many there are."""
        with self.database.transaction(Acting(self.owner_id)) as session:
            return session.execute(select(func.count()).select_from(Suggestion)).scalar_one()


def _connected(database: Database, inbox: Inbox, home: Path, company: Company) -> Rep:
    sealer = Sealer(_key(home))
    server = Server("localhost", inbox.server.tls_port, inbox.user)
    with database.transaction() as session:
        owner = people.find_user(session, "ines").id
        ours = people.NewCompany("Skyline", company.domains, (), "http://localhost", "Europe/Berlin", "en")
        people.set_up(session, ours)
    with database.transaction(Acting(owner)) as session:
        new = NewMailbox("ines@company.example", server, PASSWORD)
        return Rep(database, owner, begin(session, sealer, owner, new, datetime.now(UTC)))


def _key(home: Path) -> bytes:
    key = load(home / "key")
    if key is None:
        raise SystemExit("The installation has no key.")
    return key.secret


def _bulk(inbox: Inbox, rest: Sequence[bytes], rep: Rep, processes: Sequence[int]) -> Followed:
    rep.wait_until_read(len(inbox.first))
    inbox.deliver(rest)
    began, used = time.monotonic(), processor_seconds(*processes)
    rep.push()
    rep.wait_until_read(len(inbox.first) + len(rest))
    took, used = time.monotonic() - began, processor_seconds(*processes) - used
    return Followed(took, used, rep.suggestions())
