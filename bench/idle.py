"""How many inboxes one listener waits in, and what each costs: memory of its own, processor time, and are all heard.

A real Dovecot holds the mailboxes and ``boswell listen`` waits in them, over TLS, as it does anywhere. Memory is what
the process has for itself (private pages), beside what it had with a few: threads, pools and programs are in both.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, text

from api.cli import stack as stacks
from bench.figures import Row, told
from bench.installation import add_user, command, environment, folder
from ingest.connect import NewMailbox, Server, begin
from store import people
from store.engine import Acting
from store.settings import StoreSettings
from tests.peers.dovecot import MISSING, PASSWORD, Dovecot, account, installed, running

INBOXES, QUICK = 2_000, 120
FEW = 20
MAILS = 50
REST = 20.0  # seconds over which an idle listener is watched
LONGEST = 900.0
EXTRA = "mailbox_idle_check_interval = 5 secs\n"
ASKED = text("select count(*) from procrastinate_jobs where task_name = 'look'")
DONE = text("delete from procrastinate_jobs where task_name = 'look'")


@dataclass(frozen=True, slots=True)
class Used:
    """What a process has used: private memory in KiB, processor seconds."""

    memory: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A listener with a few inboxes, with all, after a rest, and how many of some mails it heard of."""

    few: Used
    full: Used
    rested: Used
    opening: float
    heard: int


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many."""
    parser.add_argument("--inboxes", type=int, default=None, help=f"how many there are; {INBOXES:,} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print what each costs; 1 when a target is missed."""
    if not installed():
        print(MISSING)
        return 1
    inboxes = asked.inboxes or (QUICK if asked.quick else INBOXES)
    with ExitStack() as stack:
        server = stack.enter_context(running(EXTRA, connections=inboxes + 100))
        base = stack.enter_context(folder())
        found = measured(base / "home", server, inboxes, 5.0 if asked.quick else REST)
    return told("idle", list(rows(found, inboxes, quick=asked.quick)), asked.json)


def rows(found: Measured, inboxes: int, *, quick: bool) -> Iterator[Row]:
    """The figures."""
    each = (found.full.memory - found.few.memory) / (inboxes - FEW)
    how = f"{inboxes:,} over TLS in one process, real Dovecot; {found.full.memory / 1024:.0f} MiB in all"
    bare = "a bare script with imapclient: 50 KiB over TLS, 18.5 in the clear"
    yield Row("inboxes waited in by one listener", inboxes, "", "", "", None if quick else INBOXES)
    yield Row("memory of each", each, "KiB", how, bare, 60, at_most=True)
    opening = 1000 * (found.full.seconds - found.few.seconds) / (inboxes - FEW)
    yield Row("processor time to open one", opening, "ms", how)
    yield Row("opened", inboxes / found.opening, "a second", how)
    rest = 5.0 if quick else REST
    idle = 100 * (found.rested.seconds - found.full.seconds) / rest
    yield Row("processor time while nothing happens", idle, "%", how)
    yield Row("mails heard of", found.heard, f"of {MAILS}", how, target=MAILS)


def measured(home: Path, server: Dovecot, inboxes: int, rest: float) -> Measured:
    """A listener on its own, so that nothing but it signs in."""
    add_user(home)
    settings = StoreSettings(boswell_home=home)
    with stacks.opened(settings) as opened:
        engine = create_engine(str(opened.addresses.owner))
        users = [server.add_user() for _ in range(inboxes)]
        with listener(home, server) as process:
            connect(opened, server, users[:FEW])
            until(engine, FEW)
            time.sleep(2)
            few, began = used(process.pid), time.monotonic()
            connect(opened, server, users[FEW:])
            until(engine, inboxes)
            opening = time.monotonic() - began
            time.sleep(2)
            full = used(process.pid)
            time.sleep(rest)
            rested = used(process.pid)
            heard = hears(engine, server, users)
        engine.dispose()
    return Measured(few, full, rested, opening, heard)


def connect(opened: stacks.Opened, server: Dovecot, users: list[str]) -> None:
    """Connect mailboxes as their owner does."""
    with opened.app.transaction() as session:
        owner_id = people.find_user(session, "Ines").id
    for at in range(0, len(users), 100):
        with opened.app.transaction(Acting(owner_id)) as session:
            for user in users[at : at + 100]:
                new = NewMailbox(f"{user}@company.example", Server("localhost", server.tls_port, user), PASSWORD)
                begin(session, opened.unlocked.sealer, owner_id, new, datetime.now(UTC))


@contextmanager
def listener(home: Path, server: Dovecot) -> Iterator[subprocess.Popen[bytes]]:
    """A listener that signs in as fast as the machine lets it."""
    fast = {"BOSWELL_SIGN_INS": "1000", "BOSWELL_SIGN_INS_PER_SERVER": "1000"}
    there = environment(home) | reaching(server) | fast
    with subprocess.Popen(command("listen"), env=there) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)


def reaching(server: Dovecot) -> dict[str, str]:
    """The settings by which an installation reaches a server of this machine."""
    return {
        "BOSWELL_ALLOWED_NETWORKS": f"127.0.0.0/8={server.tls_port} ::1/128={server.tls_port}",
        "BOSWELL_MAIL_CA_FILE": str(server.certificate),
    }


def until(engine: Engine, wanted: int) -> None:
    """Until so many inboxes are waited in: each one's beginning asks for a look."""
    end = time.monotonic() + LONGEST
    while asked_for(engine) < wanted:
        if time.monotonic() > end:
            raise SystemExit(f"{asked_for(engine)} of {wanted} inboxes are waited in after {LONGEST:.0f} s")
        time.sleep(0.2)


def asked_for(engine: Engine) -> int:
    """How many looks are asked for."""
    with engine.connect() as connection:
        return int(connection.execute(ASKED).scalar_one())


def hears(engine: Engine, server: Dovecot, users: list[str]) -> int:
    """Of how many mails to different mailboxes it is told within half a minute."""
    with engine.begin() as connection:
        connection.execute(DONE)
    who = account()
    for user in users[:: max(1, len(users) // MAILS)][:MAILS]:
        maildir = server.home / "mail" / user / "Maildir"
        file = maildir / "tmp" / "1.bench"
        file.write_bytes(b"Subject: x\r\n\r\nx\r\n")
        if os.geteuid() == 0:
            os.chown(file, who.pw_uid, who.pw_gid)
        file.rename(maildir / "new" / "1.bench")
    end = time.monotonic() + 30
    while asked_for(engine) < MAILS and time.monotonic() < end:
        time.sleep(0.1)
    return asked_for(engine)


def used(pid: int) -> Used:
    """What a process has for itself, and has used."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    memory = sum(int(number) for number in re.findall(r"^Private_\w+: +(\d+) kB", rollup, re.MULTILINE))
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return Used(memory, (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK"))
