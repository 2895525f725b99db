"""Calendars on a real CalDAV server, and published ones: forgotten tokens, limits, and a page that ends too soon."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from bench.faults.ground import DOMAIN
from bench.faults.invariants import compare
from bench.faults.places import Diary, guest
from bench.faults.stage import Play, Scenario, Stage
from ingest.calendar_accounts import CalendarServer, Publisher
from ingest.calendars import events_of
from ingest.connect_calendars import NewCalendar, begin
from store.engine import Acting
from tests.peers import certificates
from tests.peers.cutting import cutting
from tests.peers.publishing import Reply, Request, Server, serving
from tests.peers.radicale import PASSWORD, Radicale, running

PROPERTIES = {"tag": "VCALENDAR", "D:displayname": "Work", "C:supported-calendar-component-set": "VEVENT"}
BUSY = Reply(503, headers={"Retry-After": "3"})


class OwnDiary(Diary):
    """A calendar on the server, as its owner's own program writes it."""

    def __init__(self, radicale: Radicale, address: str) -> None:
        super().__init__(address)
        self.radicale, self.user = radicale, radicale.add_user()
        self.folder = radicale.folder(self.user) / "work"
        self.folder.mkdir(parents=True)
        (self.folder / ".Radicale.props").write_text(json.dumps(PROPERTIES))

    def put(self, name: str, title: str) -> None:  # noqa: ARG002 - as it is called
        """As ``Diary`` says; no half of it is ever seen."""
        ready = self.radicale.home / f"{self.user}.{name}"
        ready.write_bytes(self.written(name))
        ready.rename(self.folder / f"{name}.ics")

    def take(self, name: str) -> None:
        """As ``Diary`` says."""
        (self.folder / f"{name}.ics").unlink()

    def pointer(self, name: str) -> str:
        """As ``Diary`` says."""
        return f"{name}.ics"


class PublishedDiary(Diary):
    """A calendar that is published at an address."""

    def __init__(self, server: Server, address: str) -> None:
        super().__init__(address)
        self.server, self.path = server, f"/{address}.ics"
        self._pointers: dict[str, str] = {}

    def put(self, name: str, title: str) -> None:  # noqa: ARG002 - as it is called
        """As ``Diary`` says."""
        self._publish()

    def take(self, name: str) -> None:  # noqa: ARG002 - as it is called
        """As ``Diary`` says."""
        self._publish()

    def pointer(self, name: str) -> str:
        """As ``Diary`` says: what the store has for an event of that name."""
        if name not in self._pointers:
            with tempfile.TemporaryFile() as file:
                file.write(written := self.written(name))
                file.flush()
                (event,) = events_of(file.fileno(), len(written))
            self._pointers[name] = event.token
        return self._pointers[name]

    def _publish(self) -> None:
        written = [self.written(each) for each in self.titles]
        body = b"".join(b"BEGIN:VEVENT" + _between(each, b"BEGIN:VEVENT", b"END:VCALENDAR") for each in written)
        self.server.pages[self.path] = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + body + b"END:VCALENDAR\r\n"


def _between(text: bytes, begin: bytes, end: bytes) -> bytes:
    return text.partition(begin)[2].rpartition(end)[0]


def _begun(stage: Stage, new: NewCalendar) -> Callable[[UUID], UUID]:
    def connect(user_id: UUID) -> UUID:
        with stage.ground.app.transaction(Acting(user_id)) as session:
            return begin(session, stage.ground.unlocked.sealer, user_id, new, datetime.now(UTC))

    return connect


def _address(seed: int) -> str:
    return f"d{seed}.{time.time_ns()}@{DOMAIN}"


def on_a_server(act: Callable[[Stage, Radicale], None]) -> Play:
    """A calendar on one server for each seed, a worker that reads there, and what goes wrong meanwhile."""

    def play(stage: Stage) -> None:
        radicale = stage.stack.enter_context(running())
        for seed in stage.seeds:
            diary = OwnDiary(radicale, address := _address(seed))
            diary.deliver(40, random.Random(seed))  # noqa: S311 - invented meetings
            proxy = stage.stack.enter_context(cutting(radicale.port))
            at = CalendarServer(f"https://localhost:{proxy.port}/", diary.user)
            connect = _begun(stage, NewCalendar(address, at, PASSWORD))
            stage.reps.append(guest(stage.ground, address, diary, proxy, connect))
        with stage.ground.authorities.open("ab") as file:
            file.write(radicale.certificate.read_bytes())
        stage.start()
        act(stage, radicale)
        stage.heal()

    return play


def forget(stage: Stage, radicale: Radicale) -> None:
    """Twice the server forgets every token up to now, those of changes that have only just been made included."""
    stage.some_are_stored(0.9)
    for _ in range(2):
        radicale_stops(stage, radicale)
        stage.push()
        time.sleep(4)


def radicale_stops(stage: Stage, radicale: Radicale) -> None:
    """While nobody gets through, meetings are changed and the tokens forgotten."""
    for rep in stage.reps:
        rep.proxy.refusing = True
    stage.deliver(4)
    for cache in (radicale.home / "data").rglob(".Radicale.cache/sync-token"):
        shutil.rmtree(cache, ignore_errors=True)
    for rep in stage.reps:
        rep.proxy.refusing = False


def crowd(stage: Stage, radicale: Radicale) -> None:
    """For a while somebody else answers in its place, that there are too many questions and when to come back."""
    stage.some_are_stored(0.5)
    with serving((radicale.certificate, radicale.home / "localhost.key")) as other:
        other.answering = lambda _: BUSY
        for rep in stage.reps:
            rep.proxy.server_port, rep.proxy.era = other.port, rep.proxy.era + 1
        for _ in range(3):
            stage.deliver()
            time.sleep(2.5)
        for rep in stage.reps:
            rep.proxy.server_port, rep.proxy.era = radicale.port, rep.proxy.era + 1


def published(act: Callable[[Stage, Server], None]) -> Play:
    """A published calendar for each seed, a worker that fetches it, and what goes wrong meanwhile."""

    def play(stage: Stage) -> None:
        folder = stage.ground.home / "certificates" / f"feed{time.time_ns()}"
        folder.mkdir()
        server = stage.stack.enter_context(serving(certificates.write(folder)))
        for seed in stage.seeds:
            diary = PublishedDiary(server, address := _address(seed))
            diary.deliver(40, random.Random(seed))  # noqa: S311 - invented meetings
            proxy = stage.stack.enter_context(cutting(server.port))
            secret = f"https://localhost:{proxy.port}{diary.path}"
            connect = _begun(stage, NewCalendar(address, Publisher("localhost"), secret))
            stage.reps.append(guest(stage.ground, address, diary, proxy, connect))
        with stage.ground.authorities.open("ab") as file:
            file.write(server.certificate.read_bytes())
        stage.start()
        act(stage, server)
        server.answering = lambda _: None
        stage.heal()

    return play


def cut_short(stage: Stage, server: Server) -> None:
    """For a while the last quarter of the page does not come, as of a server that is being restarted."""
    stage.some_are_stored(1)

    def begun(request: Request) -> Reply:
        page = server.pages[request.path]
        return Reply(200, page[: len(page) * 3 // 4])

    server.answering = begun
    for _ in range(3):
        stage.push()
        time.sleep(2)
    if any(compare(stage.ground, rep).lost for rep in stage.reps):
        stage.complain("meetings went with the end of a page")


SCENARIOS = (
    Scenario("a calendar server forgets its tokens", "F15", on_a_server(forget), "differences", mailboxes=2),
    Scenario("a calendar server has too many questions", "F25", on_a_server(crowd), "later", mailboxes=2),
    Scenario("a published calendar that is cut short", "F32", published(cut_short), "whole pages", mailboxes=2),
)
