"""Mailboxes and calendars at Google, as the tests play it: forgotten histories, parts that fail, limits, tokens."""

from __future__ import annotations

import hashlib
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bench.faults.ground import DOMAIN
from bench.faults.places import Diary, Row, guest, missing
from bench.faults.pretences import GOOGLE, MINUTE
from bench.faults.stage import Play, Scenario, Stage
from bench.gmail.following import LETTER
from ingest.calendar_reading import Position as Read
from ingest.connect_google import Account, begin
from ingest.errors import CursorExpired
from ingest.grants import EARLY, Grant
from ingest.protocol import Cursor
from ingest.sources.gmail.position import Position
from store.engine import Acting
from tests.peers.cutting import Cutting, cutting
from tests.peers.google import calendar, gmail, server
from tests.peers.google.levers import BROKEN, CROWDED
from tests.peers.google.mailbox import HIDDEN, Stored
from tests.peers.google.quota import Limits
from tests.peers.google.server import Google

STATE = "select state from connection_state where connection_id = %(connection)s"
GRANTED = Limits(window=MINUTE)
FEWER = Limits(user=1_200, window=MINUTE)  # units, of which we think that there are 6,000


class GoogleBox:
    """A mailbox there."""

    def __init__(self, google: Google, address: str, subject: str) -> None:
        self.google, self.address = google, address
        self.mailbox = google.add(address, subject)
        self.person = google.grants.at_the_screen

    @property
    def lock(self) -> AbstractContextManager[Any]:
        """As ``Place`` says."""
        return self.mailbox.lock

    def deliver(self, count: int, chance: random.Random) -> None:
        """Letters from some of several people."""
        for _ in range(count):
            number = len(self.mailbox.messages) * 10 + chance.randrange(10)
            date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
            letter = LETTER.format(number=number, to=self.address, date=date)
            self.mailbox.put(letter.encode(), at=int(time.time() * 1000))

    def there(self) -> list[Stored]:
        """What is neither spam nor in the bin, newest first."""
        return [each for each in self.mailbox.listed() if not HIDDEN & set(each.labels)]

    def truth(self) -> Counter[tuple[str, str]]:
        """As ``Place`` says."""
        with self.lock:
            return Counter((each.id, hashlib.sha256(each.raw).hexdigest()) for each in self.there())

    def ahead(self, rows: Sequence[Row]) -> int:
        """What lies before a cursor's history id, and in its listing before where it stopped."""
        claimed: set[str] = set()
        for cursor, _ in rows:
            try:
                position = Position.of(Cursor(cursor))
            except CursorExpired:
                continue
            last = self.mailbox.messages.get(position.last)
            if position.listing and last is None:
                continue
            newest = (last.internal_date, last.id) if position.listing and last else (0, "")
            claimed |= {
                each.id
                for each in self.there()
                if each.history_id <= int(position.history) and (each.internal_date, each.id) >= newest
            }
        return missing(claimed, rows)

    def differs(self) -> list[str]:
        """Nothing that a client may send there changes a message: other methods are not found."""
        return []


class GoogleDiary(Diary):
    """A calendar there."""

    def __init__(self, google: Google, address: str, subject: str) -> None:
        super().__init__(address)
        google.add(address, subject)
        self.google, self.person = google, google.grants.at_the_screen
        self.shelf = google.calendars[address].shelf[address]

    def put(self, name: str, title: str) -> None:
        """As ``Diary`` says."""
        starts = self.begins(name)
        people = [{"email": "greta@halden.example"}, {"email": self.address, "responseStatus": "accepted"}]
        told = {"start": {"dateTime": starts.isoformat()}, "end": {"dateTime": starts.isoformat()}}
        self.shelf.put(name, summary=title, attendees=people, organizer=people[0], **told)

    def take(self, name: str) -> None:
        """As ``Diary`` says."""
        self.shelf.cancel(name)

    def ahead(self, rows: Sequence[Row]) -> int:
        """Events that changed before the state of a cursor whose first listing is at its end."""
        claimed: set[str] = set()
        for cursor, _ in rows:
            position = Read.of(Cursor(cursor))
            if position.is_complete and position.token:
                known = calendar._number(position.token)  # noqa: SLF001 - what the token says to nobody but Google
                claimed |= {name for name in self.titles if self.shelf.changed[name] <= known}
        return missing(claimed, rows)


def _connected(stage: Stage, google: Google, proxy: Cutting, kind: str, seed: int) -> GoogleBox | GoogleDiary:
    address, subject = f"g{seed}.{time.time_ns()}@{DOMAIN}", f"{seed}"
    box = GoogleBox(google, address, subject) if kind == "mail" else GoogleDiary(google, address, subject)
    scopes = gmail.SCOPES if kind == "mail" else calendar.SCOPES
    box.deliver(40, random.Random(seed))  # noqa: S311 - invented mail

    def connect(user_id: UUID) -> UUID:
        person = box.person
        assert person
        account = Account(address, subject, Grant(google.grants.sign_in(person, *scopes)), (kind,))  # type: ignore[arg-type]
        with stage.ground.app.transaction(Acting(user_id)) as session:
            (begun,) = begin(session, stage.ground.unlocked.sealer, user_id, account, datetime.now(UTC))
        return begun.id

    stage.reps.append(guest(stage.ground, address, box, proxy, connect))
    return box


def at_google(kind: str, act: Callable[[Stage, Google], None]) -> Play:
    """A place at Google for each seed, a worker that reads there, and what goes wrong meanwhile."""

    def play(stage: Stage) -> None:
        google = stage.stack.enter_context(server.serving())
        google.meter.limits = GRANTED
        proxy = stage.stack.enter_context(cutting(google.port))
        for seed in stage.seeds:
            _connected(stage, google, proxy, kind, seed)
        with stage.ground.authorities.open("ab") as file:
            file.write(google.certificate.read_bytes())
        around = {
            GOOGLE: f"{proxy.port} {google.certificate}", "BOSWELL_GOOGLE_CLIENT_ID": google.grants.client_id,
            "BOSWELL_GOOGLE_CLIENT_SECRET": google.grants.secret,
        }  # fmt: skip
        stage.start(**around)
        act(stage, google)
        google.meter.limits = GRANTED
        stage.heal()

    return play


def forget(stage: Stage, google: Google) -> None:
    """Twice everything is forgotten up to now, mail that has only just come included."""
    stage.some_are_stored(0.9)
    for _ in range(2):
        for address, mailbox in google.mailboxes.items():
            with mailbox.lock:
                next(rep for rep in stage.reps if rep.address == address).box.deliver(4, stage.chance)
                mailbox.expire_history()
                google.calendars[address].shelf[address].expire()
        stage.push()
        time.sleep(4)


def fail_in_part(stage: Stage, google: Google) -> None:
    """In every second request some parts fail, and of others nothing comes at all."""
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        google.levers.parts = {0: CROWDED, 3: BROKEN, 5: None}
        time.sleep(0.5)
        stage.deliver(1)
    google.levers.parts = {}


def limit(stage: Stage, google: Google) -> None:
    """A fifth of what we think is granted, and now and then a refusal that names seconds."""
    google.meter.limits = FEWER
    for _ in range(4):
        for method in ("history.list", "events.list", "messages.list"):
            google.levers.fail(method, replace(CROWDED, retry_after=2), after=1)
        stage.deliver()
        time.sleep(2.5)
    google.levers.failing.clear()


def end_tokens(stage: Stage, google: Google) -> None:
    """Access tokens end all the time, and each refresh token is good once."""
    google.grants.rotating, google.grants.seconds = True, int(EARLY.total_seconds()) + 5
    for _ in range(8):
        google.grants.end_access()
        stage.deliver(1)
        time.sleep(1.5)
    google.grants.rotating = False


SCENARIOS = (
    Scenario("Google forgets a mailbox's history", "F15", at_google("mail", forget), "differences", mailboxes=2),
    Scenario("Google forgets a calendar's token", "F15", at_google("calendars", forget), "differences", mailboxes=2),
    Scenario("parts of Google's answers fail", "F25", at_google("mail", fail_in_part), "parts", mailboxes=2),
    Scenario("Google limits a mailbox", "F25", at_google("mail", limit), "later", mailboxes=2),
    Scenario("Google limits a calendar", "F25", at_google("calendars", limit), "later", mailboxes=2),
    Scenario("Google's tokens end and change", "F24", at_google("mail", end_tokens), "kept grants", mailboxes=2),
)
