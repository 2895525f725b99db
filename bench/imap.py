"""How fast mail is fetched from a real IMAP server, beside imapclient and mbsync in the same run.

All three fetch one folder over one connection from a Dovecot on this machine, first in the clear, where nothing but
the programs differ, then over TLS. Ours is all of the source: listing, sizes, contents, batches with their cursors.
Needs dovecot-imapd and, for its row, isync, both of Debian.
"""

from __future__ import annotations

import argparse
import imaplib
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from imapclient import IMAPClient

from bench.figures import Row, told
from ingest.hosts import HostGuard, Target, allowed_networks
from ingest.protocol import BatchLimits
from ingest.sources.imap.changes import Folder
from ingest.sources.imap.folders import labels
from ingest.sources.imap.handing import Handing
from ingest.sources.imap.heads import heads
from ingest.sources.imap.known import Nothing, OfFolder
from ingest.sources.imap.mailboxes import examine, search
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.session import Session
from ingest.sources.imap.signing_in import Password, sign_in
from ingest.sources.imap.source import ImapSource
from ingest.wire import connect
from tests.peers.dovecot import MISSING, PASSWORD, Dovecot, installed, running

MESSAGES, QUICK = 20_000, 4_000
ROUNDS = 3
SEED = 20261125
TOGETHER = 200
BATCH = 50  # how many imapclient is asked for at once
MEDIAN, SPREAD = 8.2, 1.6  # of the logarithm of a message's size: 3.6 KB, the hundredth 150 KB
SMALLEST, LARGEST = 600, 1_500_000

MBSYNC = """
FSync no

IMAPStore server
Host localhost
Port {port}
User {user}
Pass {password}
SSLType {tls}
SSLVersions TLSv1.3 TLSv1.2
CertificateFile {certificate}

MaildirStore here
Path {folder}/
Inbox {folder}/INBOX

Channel all
Far :server:
Near :here:
Patterns INBOX
Sync Pull New
Create Near
SyncState *
"""


@dataclass(frozen=True, slots=True)
class Filled:
    """A server with one user's inbox in it, spoken to with TLS or in the clear."""

    server: Dovecot
    user: str
    messages: int
    tls: bool = True

    @property
    def password(self) -> Password:
        """What the user signs in with."""
        return Password(self.user, PASSWORD)

    @property
    def account(self) -> Account:
        """The user's, over TLS."""
        return Account("localhost", self.server.tls_port, self.password)

    @property
    def opener(self) -> Opener:
        """What opens sessions with this server."""
        return Opener(HostGuard(allowed_networks(f"127.0.0.0/8={self.server.tls_port}")), self.server.trust())

    def source(self) -> ImapSource:
        """Our source, which always speaks TLS."""
        return ImapSource(self.account, self.opener)


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many messages."""
    parser.add_argument("--messages", type=int, default=None, help=f"how many there are; {MESSAGES:,} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print the rates; 1 when a target is missed."""
    if not installed():
        print(MISSING)
        return 1
    with running() as server:
        filled = fill(server, asked.messages or (QUICK if asked.quick else MESSAGES))
        fetch_ours(filled)  # so that the server has read its disk
        ways: dict[str, Callable[[Filled], int]] = {"ours": fetch_ours, "imapclient": fetch_imapclient}
        if shutil.which("mbsync"):
            ways["mbsync"] = fetch_mbsync
        clear = list(_rates(measured(ways, replace(filled, tls=False)), filled, "in the clear"))
        secure = list(_rates(measured(ways, filled), filled, "over TLS"))
        secure = [replace(row, target=None) for row in secure]  # there the server's own TLS is most of the time
        return told("imap", [*clear, *secure, _recognised(filled, secure[0].value)], asked.json)


def measured(ways: dict[str, Callable[[Filled], int]], filled: Filled) -> dict[str, list[float]]:
    """Messages a second of each way, each taking its turn in every round."""
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, fetch in ways.items():
            began = time.perf_counter()
            fetched = fetch(filled)
            if fetched != filled.messages:
                raise SystemExit(f"{name} fetched {fetched} of {filled.messages} messages")
            rates[name].append(filled.messages / (time.perf_counter() - began))
    return rates


def _rates(rates: dict[str, list[float]], filled: Filled, how: str) -> Iterator[Row]:
    middle = {name: statistics.median(found) for name, found in rates.items()}
    others = ", ".join(f"{name} {rate:,.0f}" for name, rate in middle.items() if name != "ours")
    certainty = f"{filled.messages:,} messages, {ROUNDS} rounds, {min(rates['ours']):,.0f} to {max(rates['ours']):,.0f}"
    yield Row(f"fetch {how}, one connection", middle["ours"], "messages a second", certainty, others)
    yield Row("… times imapclient as it comes", middle["ours"] / middle["imapclient"], "", certainty, target=2)
    mbsync = middle["ours"] / middle["mbsync"] if "mbsync" in middle else None
    yield Row("… times mbsync without fsync", mbsync, "", certainty, target=4)


def _recognised(filled: Filled, contents: float | None) -> Row:
    """Messages known by their heads alone, as in a folder that was renumbered, beside loading them over TLS."""
    session = filled.opener.open(filled.account)
    opened = examine(session, b"INBOX")
    uids = search(session, 1, opened.uid_next - 1)
    began = time.perf_counter()
    found = heads(session, opened.validity, uids)
    rate = len(found) / (time.perf_counter() - began)
    session.close()
    part = sum(len(head.header) for head in found) / sum(head.size for head in found)
    told_of = f"{len(found):,} messages, {100 * part:.1f} % of their bytes"
    return Row("recognised without contents", rate, "messages a second", told_of, f"loaded {contents or 0:,.0f}")


def fill(server: Dovecot, messages: int) -> Filled:
    """A new user with so many messages, the same in every run."""
    chance = random.Random(SEED)  # noqa: S311 - invented mail
    filled = Filled(server, server.add_user(), messages)
    client = client_of(filled)
    client.login(filled.user, PASSWORD)
    for start in range(0, messages, TOGETHER):
        together = [message(number, chance) for number in range(start, min(start + TOGETHER, messages))]
        client.send(b"A1 APPEND INBOX %s\r\n" % b" ".join(b"{%d+}\r\n%s" % (len(one), one) for one in together))
        while not client.readline().startswith(b"A1 "):
            pass
    client.shutdown()
    return filled


def message(number: int, chance: random.Random) -> bytes:
    """A message of a size as mail has it."""
    size = int(min(max(chance.lognormvariate(MEDIAN, SPREAD), SMALLEST), LARGEST))
    head = (
        f"From: ada{number % 97}@nordlicht.example\r\nSubject: Number {number}\r\nMessage-ID: <{number}@b.example>\r\n"
    )
    line = bytes(chance.choices(b"abcdefghijklmnopqrstuvwxyz ", k=74)) + b"\r\n"
    return head.encode() + b"\r\n" + line * (max(size - len(head), 0) // len(line))


def client_of(filled: Filled) -> imaplib.IMAP4:
    """A connection in the clear, not signed in."""
    return imaplib.IMAP4("localhost", filled.server.port)


def fetch_ours(filled: Filled) -> int:
    """The whole folder, as our source does it; how many messages."""
    if filled.tls:
        source = filled.source()
        ref = next(iter(source.collections()))
        fetched = sum(len(batch.items) for batch in source.changes(ref, None))
        source.close()
        return fetched
    session = Session(connect(Target("localhost", "127.0.0.1", filled.server.port), 20))
    session.greeting()
    sign_in(session, filled.password)
    opened = examine(session, b"INBOX")
    handing = Handing(session, opened.validity, BatchLimits(), partial(labels, None))
    folder = Folder(session, opened, handing, OfFolder(Nothing(), "INBOX"))
    fetched = sum(len(batch.items) for batch in folder.changes(None))
    session.close()
    return fetched


def fetch_imapclient(filled: Filled) -> int:
    """The whole folder as imapclient comes, with what our items hold: bytes and time."""
    port = filled.server.tls_port if filled.tls else filled.server.port
    trust = filled.server.trust() if filled.tls else None
    with IMAPClient("localhost", port, ssl=filled.tls, ssl_context=trust) as client:
        client.login(filled.user, PASSWORD)
        client.select_folder("INBOX", readonly=True)
        uids: Sequence[int] = client.search("ALL")
        return sum(
            len(client.fetch(uids[at : at + BATCH], ["BODY.PEEK[]", "INTERNALDATE"]))
            for at in range(0, len(uids), BATCH)
        )


def fetch_mbsync(filled: Filled) -> int:
    """The whole folder into a new Maildir by mbsync."""
    folder = Path(tempfile.mkdtemp(prefix="boswell-bench-"))
    try:
        written = MBSYNC.format(
            port=filled.server.tls_port if filled.tls else filled.server.port, tls="IMAPS" if filled.tls else "None",
            user=filled.user, password=PASSWORD, certificate=filled.server.certificate, folder=folder,
        )  # fmt: skip
        (folder / "settings").write_text(written)
        subprocess.run(["mbsync", "--quiet", "-c", folder / "settings", "all"], check=True, stderr=subprocess.PIPE)
        return sum(1 for path in folder.rglob("*") if path.parent.name in {"cur", "new"})
    finally:
        shutil.rmtree(folder, ignore_errors=True)
