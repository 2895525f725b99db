"""How long from mail on the server to word of it on its reader's open page, and on the page when asked for.

A real Dovecot, a whole installation (``boswell up``: database, pages, worker, listener) and a page open in Chromium.
Mail is delivered as a mail transfer agent delivers it, into the Maildir. Beside ours stands what a bare IDLE connection
to the same mailbox is told in the same run: Dovecot itself waits about half a second before it tells anybody.
"""

from __future__ import annotations

import argparse
import imaplib
import os
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page

from api.cli import stack as stacks
from bench.browser import browser
from bench.figures import Row, told
from bench.idle import reaching
from bench.installation import command, environment, folder
from ingest.connect import NewMailbox, Server, begin
from ingest.errors import SourceError
from ingest.hosts import HostGuard, allowed_networks
from ingest.sources.imap.idle import begin as begin_waiting
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.signing_in import Password
from store import people
from store.engine import Acting
from store.settings import StoreSettings
from tests.peers.dovecot import MISSING, PASSWORD, Dovecot, account, installed, running

DELIVERIES, QUICK = 16, 8  # each is worth some items, of which the page shows sixty
APART = 0.3  # seconds between two deliveries, at least
LONGEST = 60.0
ADDRESS = "ines@company.example"
WATCH = """() => {
  window.heard = [];
  const number = document.querySelector('#news b');
  new MutationObserver(() => { if (Number(number.textContent)) window.heard.push(Date.now()); })
    .observe(number, { childList: true, characterData: true, subtree: true });
}"""
LETTER = (
    "From: {name} <{sender}>\r\nTo: {to}\r\nSubject: {subject}\r\nDate: {date}\r\n"
    "Message-ID: <{number}.{kind}@kestrel.example>\r\n{more}MIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
)


@dataclass
class Delivered:
    """Moments of the deliveries, in seconds of ``time.time``."""

    server: Dovecot
    user: str
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    bare: list[float] = field(default_factory=list)

    @property
    def maildir(self) -> Path:
        """Where the server keeps the inbox."""
        return self.server.home / "mail" / self.user / "Maildir"

    def write(self, number: int) -> float:
        """Deliver the answer of one correspondent; when."""
        return self.put(f"{number}.bench", letter(number, ADDRESS, f"them{number}@kestrel.example", "answer"))

    def put(self, name: str, content: bytes) -> float:
        """Deliver a mail; when."""
        ready, there = (self.maildir / place / name for place in ("tmp", "new"))
        ready.write_bytes(content)
        who = account()
        if os.geteuid() == 0:
            os.chown(ready, who.pw_uid, who.pw_gid)
        now = time.time()
        ready.rename(there)
        return now


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many."""
    parser.add_argument("--deliveries", type=int, default=None, help=f"how many mails; {DELIVERIES} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print the delays; 1 when a target is missed."""
    if not installed():
        print(MISSING)
        return 1
    deliveries = asked.deliveries or (QUICK if asked.quick else DELIVERIES)
    with ExitStack() as stack:
        server = stack.enter_context(running())
        base = stack.enter_context(folder())
        delivered = Delivered(server, server.add_user())
        fill(delivered, deliveries)
        link = stack.enter_context(up(base, delivered))
        page = stack.enter_context(browser()).new_page(viewport={"width": 1360, "height": 900})
        page.goto(link)
        page.click("text=Open Boswell")
        warm(page, delivered)
        heard = bare_client(delivered)
        rounds = [one(page, delivered, heard, number) for number in range(1, deliveries + 1)]
    return told("push", list(rows(rounds)), asked.json)


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds from the delivery: until the page says so, until it shows it when asked, until a bare client is told."""

    said: float
    shown: float
    bare: float


def one(page: Page, delivered: Delivered, heard: list[float], number: int) -> Round:
    """One delivery. The page is asked to show what came as soon as it says so."""
    page.evaluate(WATCH)
    shown_before, bare_before = page.locator(".it").count(), len(heard)
    began = delivered.write(number)
    page.wait_for_selector("#news:visible", timeout=LONGEST * 1000)
    said = page.evaluate("window.heard[0]") / 1000 - began
    pressed = time.time()
    page.keyboard.press(".")
    page.wait_for_selector(f".it >> nth={shown_before}", timeout=LONGEST * 1000)
    shown = said + time.time() - pressed
    while len(heard) == bare_before:
        time.sleep(0.01)
    page.wait_for_load_state("networkidle")
    time.sleep(APART)
    return Round(said, shown, heard[bare_before] - began)


def rows(rounds: list[Round]) -> Iterator[Row]:
    """Medians and the 95th hundredth."""
    for name, at, targets in (
        ("new mail to word on the open page", lambda each: each.said, (1.5, 3)),
        ("… to the note itself, when asked for at once", lambda each: each.shown, (None, None)),
    ):
        ours, bare = sorted(map(at, rounds)), sorted(each.bare for each in rounds)
        for label, hundredth, target in (("median", 50, targets[0]), ("95th of 100", 95, targets[1])):
            certainty = f"n {len(rounds)}, {ours[0]:.2f} to {ours[-1]:.2f} s"
            baseline = f"a bare IDLE connection, which Dovecot tells at: {nearest(bare, hundredth):.2f} s"
            yield Row(f"{name}, {label}", nearest(ours, hundredth), "s", certainty, baseline, target, at_most=True)
    after = statistics.median(each.said - each.bare for each in rounds)
    yield Row("… of which after Dovecot told a bare client, median", after, "s", f"n {len(rounds)}")


def nearest(ordered: list[float], hundredth: int) -> float:
    """The value at a hundredth, by nearest rank."""
    return ordered[max(0, -(-len(ordered) * hundredth // 100) - 1)]


def fill(delivered: Delivered, deliveries: int) -> None:
    """Mail that she wrote to each who will answer, so that every answer is worth a note."""
    client = imaplib.IMAP4("localhost", delivered.server.port)
    client.login(delivered.user, PASSWORD)
    for number in range(deliveries + 1):
        client.append("Sent", "", "", letter(number, f"them{number}@kestrel.example", ADDRESS, "question"))
    client.select("INBOX")
    client.shutdown()


def letter(number: int, to: str, sender: str, kind: str) -> bytes:
    """One side of an exchange about a matter of its own."""
    name = f"Them Number{number}" if kind == "answer" else "Ines"
    more = f"In-Reply-To: <{number}.question@kestrel.example>\r\n" if kind == "answer" else ""
    text = (
        f"Dear all,\r\n\r\nabout matter {number}: I will send you the figures by Friday.\r\n\r\nBest regards\r\n{name}"
    )
    return LETTER.format(
        name=name, sender=sender, to=to, number=number, kind=kind, more=more, text=text,
        subject=f"{'Re: ' if more else ''}Matter {number}",
        date=time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime()),
    ).encode()  # fmt: skip


@contextmanager
def up(base: Path, delivered: Delivered) -> Iterator[str]:
    """A whole installation with the mailbox connected; a link that signs its owner in."""
    home = base / "home"
    with stacks.opened(StoreSettings(boswell_home=home)) as opened:
        with opened.app.transaction() as session:
            owner_id = people.add_user(session, people.NewUser(ADDRESS, "Ines", ("rep",), "UTC", "en"))
            token = people.make_link(session, owner_id, datetime.now(UTC))
        with opened.app.transaction(Acting(owner_id)) as session:
            there = Server("localhost", delivered.server.tls_port, delivered.user)
            begin(session, opened.unlocked.sealer, owner_id, NewMailbox(ADDRESS, there, PASSWORD), datetime.now(UTC))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
    around = environment(home) | reaching(delivered.server)
    with subprocess.Popen(command("up", "--port", port), env=around, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            if port in line:
                break
        try:
            yield f"http://localhost:{port}/sign-in/{token}"
        finally:
            process.terminate()
            process.wait(60)


def warm(page: Page, delivered: Delivered) -> None:
    """Until a first answer is read and on the page: from then on everything runs."""
    delivered.write(0)
    end = time.monotonic() + LONGEST
    while not page.locator(".it").count() and time.monotonic() < end:
        time.sleep(0.5)
        page.reload()
    time.sleep(2)


def bare_client(delivered: Delivered) -> list[float]:
    """Another connection that waits in the inbox, in a thread; when it was told."""
    server = delivered.server
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={server.tls_port} ::1/128={server.tls_port}"))
    session = Opener(guard, server.trust()).open(
        Account("localhost", server.tls_port, Password(delivered.user, PASSWORD))
    )
    begun, heard = begin_waiting(session), list[float]()
    begun.socket.settimeout(None)

    def hear() -> None:
        with suppress(SourceError, OSError):  # the server ends before this thread
            while came := begun.socket.recv(4096):
                if begun.waiting.take(came).changed:
                    heard.append(time.time())

    Thread(target=hear, daemon=True).start()
    return heard
