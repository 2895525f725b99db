"""``up``, ``serve``, ``work`` and ``listen``: the processes of an installation."""

from __future__ import annotations

import fcntl
import resource
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import random
from threading import Event, Thread
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

import api.news
import deliver.tasks
import ingest.tasks
from api.app import create_app
from api.cli import stack
from api.cli.beside import beside
from api.cli.garbage import spare_what_is_loaded
from api.cli.ports import listening
from api.cli.setting_up import say_where, setup_token
from api.parts import Parts
from api.settings import WebSettings
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp
from deliver.tasks import Postman
from ingest.connect import IMAP, Mailroom, issuers_of, opener_of
from ingest.connect_calendars import CALDAV, FEED, CalDavRoom, FeedRoom
from ingest.connect_google import (
    GOOGLE,
    GOOGLE_CALENDAR,
    accounts_of,
    calendar_room_of,
    hearing_of,
    room_of,
    sign_in_of,
)
from ingest.listen import DATABASE_CONNECTIONS, Listener, Pace
from ingest.reading import Limits, ReadingPool
from ingest.rooms import Rooms
from ingest.settings import IngestSettings
from ingest.tasks import VISITS, Desk, Follower, Gate, Hands, ask_to_look, ask_to_read
from store import home
from store.engine import WORKER_LIMITS, Database
from store.errors import NotReady
from store.jobs import Equipment, run
from store.settings import StoreSettings
from store.shares import is_listened
from store.signals import Deaf
from store.signals import listening as listening_to
from store.signed import KeyedHash

TASK_MODULES = (deliver.tasks, ingest.tasks)  # importing them registers their tasks
WORKER, LISTENER = ("-m", "api", "work"), ("-m", "api", "listen")
LOOK_EVERY = 1.0  # seconds
MOST_CONNECTIONS = api.news.MOST + 200

Port = Annotated[
    int | None,
    typer.Option(min=1, max=65535, help="Port of the web pages; the setting BOSWELL_PORT when left out."),
]
Check = Annotated[bool, typer.Option("--check", help="Only see whether a listener is at work.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(up)
    app.command()(serve)
    app.command()(work)
    app.command()(listen)


def up(port: Port = None) -> None:
    """Run everything on this machine: the embedded PostgreSQL, the web pages, a worker and a listener."""
    settings = StoreSettings()
    if not settings.is_embedded:
        raise NotReady(
            "DATABASE_URL is set, so the parts run apart: boswell migrate, boswell serve, boswell work, boswell listen."
        )
    home.prepare(settings.home)
    signal.signal(signal.SIGTERM, lambda *_: None)  # the server hears it and ends; then all the rest, one by one
    with ExitStack() as entered:
        entered.enter_context(alone(settings.home / "up.lock"))
        opened = entered.enter_context(stack.opened(settings))
        for arguments in (WORKER, LISTENER):
            entered.enter_context(beside(*arguments))
        serve_pages(opened, WebSettings(), port)


def serve(port: Port = None) -> None:
    """Serve the web pages."""
    with stack.opened() as opened:
        serve_pages(opened, WebSettings(), port)


def work() -> None:
    """Read, judge and publish in the background until stopped."""
    stop = told_to_stop()
    settings = IngestSettings()
    with stack.opened() as opened, ReadingPool.of(settings) as pool:
        database = Database(
            opened.addresses.worker, pool_size=settings.concurrency + settings.visits + 1, limits=WORKER_LIMITS
        )
        desk = Desk(database, pool, opened.company_key, opened.keyed_hash)
        gate = Gate(database, opened.keyed_hash, lambda: datetime.now(UTC), Hands(settings.visits))
        mailroom = mailroom_of(opened, settings, gate)
        follower = Follower(
            database,
            rooms_of(mailroom, settings, database, gate),
            opened.keyed_hash,
            ask_to_read,
            lambda: datetime.now(UTC),
            again=ask_to_look,
        )
        tools = (desk, follower, postman_of(DeliverSettings(), database, opened.keyed_hash))
        spare_what_is_loaded()
        equipment, apart = Equipment(database, tools), {VISITS: settings.visits}
        run(opened.addresses.worker, equipment, concurrency=settings.concurrency, stop=stop, apart=apart)
        database.close()


def mailroom_of(opened: stack.Opened, settings: IngestSettings, gate: Gate) -> Mailroom:
    """What mailboxes are opened with, by the operator's settings."""
    opener = opener_of(settings)
    largest = settings.max_mail_mb * 1024 * 1024
    return Mailroom(opened.unlocked.sealer, opener, largest, gate, issuers_of(settings, opener))


def rooms_of(mailroom: Mailroom, settings: IngestSettings, database: Database, gate: Gate) -> Rooms:
    """Where each kind of connection is opened."""
    within = (mailroom.sealer, mailroom.opener, mailroom.gate)
    google = (settings, mailroom.opener, mailroom.sealer, database, gate)
    return Rooms({
        IMAP: mailroom, CALDAV: CalDavRoom(*within), FEED: FeedRoom(*within), GOOGLE: room_of(*google),
        GOOGLE_CALENDAR: calendar_room_of(*google),
    })  # fmt: skip


def postman_of(settings: DeliverSettings, database: Database, keyed_hash: KeyedHash) -> Postman:
    """Whoever mails notices, or knows that nobody does.

    Raises:
        NotReady: the settings are half set.
    """
    settings.refuse_half_set()
    domain = (settings.smtp_from or "").rpartition("@")[2] or "boswell.invalid"
    carrier = Smtp(settings) if settings.mails else None
    return Postman(database, carrier, domain, lambda: datetime.now(UTC), random, keyed_hash)


def listen(*, check: Check = False) -> None:
    """Hear of new mail at once: wait in every mailbox's inbox, and have it read when something is pushed."""
    settings = IngestSettings()
    with stack.opened() as opened:
        if check:
            refuse_unheard(opened.addresses.worker)
            return
        stop = told_to_stop()
        open_many_files()
        database = Database(opened.addresses.worker, pool_size=DATABASE_CONNECTIONS, limits=WORKER_LIMITS)
        mailroom = mailroom_of(opened, settings, Gate(database, opened.keyed_hash, lambda: datetime.now(UTC)))
        Listener(database, mailroom, Pace(settings.sign_ins, settings.sign_ins_per_server)).run(stop)
        database.close()


def refuse_unheard(worker_url: str) -> None:
    """See whether a listener is at work.

    Raises:
        NotReady: none is.
    """
    try:
        with listening_to(worker_url, []) as ear:
            if is_listened(ear):
                return
    except Deaf as error:
        raise NotReady("The database cannot be reached.") from error
    raise NotReady("No listener is at work. Start one: boswell listen")


def open_many_files() -> None:
    """Take as many open files as the system lets this process have: each mailbox is one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def told_to_stop() -> Event:
    """Set once this process is asked to end."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop


def serve_pages(opened: stack.Opened, settings: WebSettings, port: int | None) -> None:
    """Serve until stopped.

    Raises:
        NotReady: the port is taken, or the address would be reachable without https.
    """
    settings.refuse_open_http()
    with listening(settings.host, port or settings.port) as taken:
        address = settings.address(taken.getsockname()[1])
        token = setup_token(opened)
        reading, mails = IngestSettings(), DeliverSettings().mails
        opener, limits = opener_of(reading), Limits.of(reading)
        sealer = opened.unlocked.sealer
        parts = Parts(
            opened.app, settings, sealer, address, token, mails, opener=opener, limits=limits,
            google=sign_in_of(reading, opener, sealer), accounts=accounts_of(reading, opener, sealer),
            pushes=hearing_of(reading),
        )  # fmt: skip
        application = create_app(parts)
        spare_what_is_loaded()
        say_where(address, token)
        run_server(application, settings, taken, opened.addresses.stopped)


def run_server(
    application: FastAPI, settings: WebSettings, taken: socket.socket, stopped: Callable[[], NotReady | None]
) -> None:
    """Serve an application on a socket until SIGINT or SIGTERM, or until what it stands on has stopped.

    Raises:
        NotReady: what ``stopped`` gave.
    """
    config = uvicorn.Config(
        application, log_config=None, access_log=False, server_header=False, timeout_keep_alive=5,
        limit_concurrency=MOST_CONNECTIONS, proxy_headers=settings.behind_https, lifespan="off",
        timeout_graceful_shutdown=5, ssl_certfile=settings.tls_cert, ssl_keyfile=settings.tls_key,
    )  # fmt: skip
    server = _Server(config, application.state.news.close)
    with _watched(server, stopped):
        server.run(sockets=[taken])


class _Server(uvicorn.Server):
    """A server that ends the open pages' streams first: it waits for those who are being answered."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then the rest."""
        self._ending()
        await super().shutdown(sockets)


@contextmanager
def _watched(server: uvicorn.Server, stopped: Callable[[], NotReady | None]) -> Iterator[None]:
    """End the server when what it stands on has stopped: pages that can only say so help nobody."""
    over, found = Event(), list[NotReady]()

    def look() -> None:
        while not over.wait(LOOK_EVERY):
            if why := stopped():
                found.append(why)
                server.should_exit = True
                return

    watcher = Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
    if found:
        raise found[0]


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Only one ``up`` for a home.

    Raises:
        NotReady: another one runs.
    """
    with lock.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotReady(f"Boswell already runs on {lock.parent}. Open its page, or stop it first.") from error
        yield
