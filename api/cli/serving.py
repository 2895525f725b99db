"""``up``, ``serve`` and ``work``: the processes of an installation."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import random
from threading import Event, Thread
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

import deliver.tasks
import ingest.tasks
from api.app import create_app
from api.cli import stack
from api.cli.ports import listening
from api.cli.setting_up import say_where, setup_token
from api.parts import Parts
from api.settings import WebSettings
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp
from deliver.tasks import Postman
from ingest.connect import Mailroom, issuers_of, opener_of
from ingest.reading import ReadingPool
from ingest.settings import IngestSettings
from ingest.tasks import Desk, Follower, Gate, Hands, ask_to_read
from store import home
from store.embedded import trampoline
from store.engine import WORKER_LIMITS, Database
from store.errors import NotReady
from store.jobs import Equipment, run
from store.settings import StoreSettings

TASK_MODULES = (deliver.tasks, ingest.tasks)  # importing them registers their tasks
WORKER = ("-m", "api", "work")
LOOK_EVERY = 1.0  # seconds
STOP_SECONDS = 35.0  # a little more than running jobs get

Port = Annotated[
    int | None,
    typer.Option(min=1, max=65535, help="Port of the web pages; the setting BOSWELL_PORT when left out."),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(up)
    app.command()(serve)
    app.command()(work)


def up(port: Port = None) -> None:
    """Run everything on this machine: the embedded PostgreSQL, the web pages and a worker."""
    settings = StoreSettings()
    if not settings.is_embedded:
        raise NotReady("DATABASE_URL is set, so the parts run apart: boswell migrate, boswell serve, boswell work.")
    home.prepare(settings.home)
    with alone(settings.home / "up.lock"), stack.opened(settings) as opened, worker():
        serve_pages(opened, WebSettings(), port)


def serve(port: Port = None) -> None:
    """Serve the web pages."""
    with stack.opened() as opened:
        serve_pages(opened, WebSettings(), port)


def work() -> None:
    """Read, judge and publish in the background until stopped."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    settings = IngestSettings()
    with stack.opened() as opened, ReadingPool.of(settings) as pool:
        database = Database(opened.addresses.worker, pool_size=settings.concurrency + 1, limits=WORKER_LIMITS)
        desk = Desk(database, pool, opened.company_key)
        gate = Gate(database, opened.keyed_hash, lambda: datetime.now(UTC), Hands(settings.concurrency))
        opener = opener_of(settings)
        mailroom = Mailroom(
            opened.unlocked.sealer, opener, settings.max_mail_mb * 1024 * 1024, gate, issuers_of(settings, opener)
        )
        follower = Follower(database, mailroom, opened.keyed_hash, ask_to_read, lambda: datetime.now(UTC))
        tools = (desk, follower, postman_of(DeliverSettings(), database))
        run(opened.addresses.worker, Equipment(database, tools), concurrency=settings.concurrency, stop=stop)
        database.close()


def postman_of(settings: DeliverSettings, database: Database) -> Postman:
    """Whoever mails notices, or knows that nobody does.

    Raises:
        NotReady: the settings are half set.
    """
    settings.refuse_half_set()
    domain = (settings.smtp_from or "").rpartition("@")[2] or "boswell.invalid"
    return Postman(database, Smtp(settings) if settings.mails else None, domain, lambda: datetime.now(UTC), random)


def serve_pages(opened: stack.Opened, settings: WebSettings, port: int | None) -> None:
    """Serve until stopped.

    Raises:
        NotReady: the port is taken, or the address would be reachable without https.
    """
    settings.refuse_open_http()
    with listening(settings.host, port or settings.port) as taken:
        address = settings.address(taken.getsockname()[1])
        token = setup_token(opened)
        opener = opener_of(IngestSettings())
        mails = DeliverSettings().mails
        parts = Parts(opened.app, settings, opened.unlocked.sealer, address, token, mails, opener=opener)
        application = create_app(parts)
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
        limit_concurrency=200, proxy_headers=settings.behind_https, lifespan="off", timeout_graceful_shutdown=5,
        ssl_certfile=settings.tls_cert, ssl_keyfile=settings.tls_key,
    )  # fmt: skip
    server = uvicorn.Server(config)
    with _watched(server, stopped):
        server.run(sockets=[taken])


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
def worker(environment: Mapping[str, str] | None = None) -> Iterator[None]:
    """A worker process that ends with this one, with further variables in its environment."""
    command = [*trampoline.command(None), sys.executable, *WORKER]
    with subprocess.Popen(command, env={**os.environ, **(environment or {})}) as process:  # noqa: S603 - ourselves
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


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
