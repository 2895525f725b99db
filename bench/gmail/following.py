"""One rep's mailbox at the Google of the tests, workers that follow it, and what of it is stored."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select

from api.cli import stack as stacks
from bench.installation import environment, folder
from bench.pipeline.mix import Mixed
from ingest.connect_google import Account, begin
from ingest.grants import Grant
from store import people
from store.embedded import trampoline
from store.engine import Acting, Database
from store.models.private.inbound import Dropped, Inbound
from store.settings import StoreSettings
from tests.peers.google import gmail, server
from tests.peers.google.mailbox import Mailbox
from tests.peers.google.quota import Limits, Meter
from tests.peers.google.server import Google

ADDRESS = "ines@company.example"
WHERE = "BENCH_GOOGLE"  # port, seconds that are a minute there, and the file of its certificate
MINUTE = 60.0
LOOK_EVERY, COUNT_EVERY = 0.2, 1.0  # seconds
WEEK = 7 * 86_400
PATIENCE = 1_800.0
PLENTY = Limits(user=10**9, project=10**9)
LETTER = (
    "From: Them Number{number} <them{number}@kestrel.example>\r\nTo: {to}\r\n"
    "Subject: Matter {number}\r\nDate: {date}\r\n"
    "Message-ID: <{number}.late@kestrel.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "\r\nDear Ines,\r\n\r\nabout matter {number}: I will send you the figures by Friday.\r\n"
)


@dataclass
class Following:
    """A mailbox that is read while mail arrives in it.

    Attributes:
        late: moments at which mail arrived that is not stored yet, by its id.
        waited: seconds from the arrival of mail until it was stored.
        stored: what is stored, at the last look.
    """

    google: Google
    database: Database
    owner_id: UUID
    around: dict[str, str]
    every: float
    late: dict[str, float] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    stored: int = 0
    _last: float = field(default_factory=time.monotonic)
    _counted: float = 0.0
    _workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def mailbox(self) -> Mailbox:
        """What lies at Google."""
        return self.google.mailboxes[ADDRESS]

    def worker(self) -> subprocess.Popen[bytes]:
        """One more. It ends with this process, however that ends."""
        words = [*trampoline.command(None), sys.executable, "-m", "bench.gmail.worker"]
        begun = subprocess.Popen(words, env=self.around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._workers.append(begun)
        return begun

    def bare(self, messages: int) -> float:
        """How many messages a second a bare client reads, with nothing kept and no quota; nothing of it is counted."""
        meter, self.google.meter = self.google.meter, Meter(self.google.clock, PLENTY)
        words = [str(self.google.port), str(self.google.certificate), self.google.token(ADDRESS), str(messages)]
        told = subprocess.check_output([sys.executable, "-m", "bench.gmail.bare", *words], text=True)
        self.google.meter = meter
        self.mailbox.read.clear()
        return messages / float(told)

    def end(self) -> None:
        """No worker is left."""
        for each in self._workers:
            each.kill()
            each.wait()

    def until(self, over: Callable[[], bool], *, arriving: bool = True) -> None:
        """Look again and again, and let mail arrive meanwhile."""
        ends = time.monotonic() + PATIENCE
        while not over():
            now = time.monotonic()
            if now > ends:
                raise SystemExit(f"Not read within {PATIENCE:.0f} s.")
            if arriving and now - self._last > self.every:
                self._last = now
                self._arrive(now)
            self._look()
            time.sleep(LOOK_EVERY)

    @property
    def everything(self) -> bool:
        """Whether all that is there is stored."""
        return not self.late and self.stored >= len(self.mailbox.messages)

    def _arrive(self, now: float) -> None:
        date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
        letter = LETTER.format(number=len(self.mailbox.messages), to=ADDRESS, date=date)
        self.late[self.mailbox.put(letter.encode(), at=int(time.time() * 1000))] = now

    def _look(self) -> None:
        """Whether what is late is there; how much is stored at all, now and then."""
        there = set[str]()
        with self.database.transaction(Acting(self.owner_id)) as session:
            for table in (Inbound, Dropped) if self.late else ():
                there |= set(session.scalars(select(table.remote_id).where(table.remote_id.in_(self.late))))
            if there or time.monotonic() - self._counted > COUNT_EVERY:
                counts = (session.scalar(select(func.count()).select_from(table)) for table in (Inbound, Dropped))
                self.stored, self._counted = sum(count or 0 for count in counts), time.monotonic()
        for each in there:
            self.waited.append(time.monotonic() - self.late.pop(each))


@contextmanager
def following(mixed: Mixed, times: float, every: float) -> Iterator[Following]:
    """An installation that has not read anything yet, and a mailbox at a Google whose minute is so many times shorter.

    Args:
        every: seconds between two mails that arrive.
    """
    minute = MINUTE / times
    with ExitStack() as stack:
        google = stack.enter_context(server.serving())
        google.meter.limits = Limits(window=minute)
        _fill(google, mixed)
        home = stack.enter_context(folder()) / "home"
        opened = stack.enter_context(stacks.opened(StoreSettings(boswell_home=home)))
        around = environment(home) | _around(google, minute)
        found = Following(google, opened.app, _connected(opened, google, mixed), around, every)
        stack.callback(found.end)
        yield found


def _around(google: Google, minute: float) -> dict[str, str]:
    return {
        WHERE: f"{google.port} {minute} {google.certificate}",
        "BOSWELL_ALLOWED_NETWORKS": f"127.0.0.0/8={google.port}",
        "BOSWELL_MAIL_CA_FILE": str(google.certificate), "BOSWELL_GOOGLE_CLIENT_ID": google.grants.client_id,
        "BOSWELL_GOOGLE_CLIENT_SECRET": google.grants.secret,
    }  # fmt: skip


def _fill(google: Google, mixed: Mixed) -> None:
    mailbox, now = google.add(ADDRESS), time.time()
    for number, message in enumerate(mixed.messages):
        ago = WEEK * (1 - number / len(mixed.messages)) + 1
        mailbox.put(message, at=int((now - ago) * 1000))


def _connected(opened: stacks.Opened, google: Google, mixed: Mixed) -> UUID:
    company = people.NewCompany("Skyline", mixed.company.domains, (), "http://localhost", "Europe/Berlin", "en")
    with opened.app.transaction() as session:
        owner_id = people.add_user(session, people.NewUser(ADDRESS, "Ines", ("rep",), "UTC", "en"))
        people.set_up(session, company)
    person = google.grants.at_the_screen
    assert person
    account = Account(ADDRESS, person.subject, Grant(google.grants.sign_in(person, *gmail.SCOPES)))
    with opened.app.transaction(Acting(owner_id)) as session:
        begin(session, opened.unlocked.sealer, owner_id, account, datetime.now(UTC))
    return owner_id
