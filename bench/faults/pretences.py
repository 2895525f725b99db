"""What a fault needs inside the worker: a clock that steps, names that do not resolve, a reader that mail can crash."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self, cast

import deliver.tasks
import ingest.connect_google
import ingest.tasks
import store.jobs.worker
from api.cli import serving
from bench.faults.removing import replace_in
from ingest.google.metering import Limits
from ingest.google.service import Roots
from ingest.hosts import HostGuard, allowed_networks
from ingest.keeping import Keeping
from ingest.oauth import Client, Issuer, Provider, TokenEndpoint
from ingest.protocol import Batch
from ingest.reading import ReadingPool, pool
from ingest.settings import IngestSettings
from ingest.sources.imap.opening import trusting
from store import failpoints

CLOCK, NO_NAMES, SLEEP = "BENCH_CLOCK", "BENCH_NO_NAMES", "BENCH_SLEEP"
DATABASE, ISSUERS = "BENCH_DATABASE", "BENCH_ISSUERS"
GOOGLE = "BENCH_GOOGLE"
MINUTE = 6.0  # seconds that a minute of Google's quota lasts
READER = "bench.fragile:Fragile"


def pretend(environment: Mapping[str, str]) -> None:
    """Put in place what the environment asks for."""
    ReadingPool.of = classmethod(_fragile_pool)  # type: ignore[assignment,method-assign]
    if CLOCK in environment:
        step_clocks(Path(environment[CLOCK]))
    if NO_NAMES in environment:
        lose_names(Path(environment[NO_NAMES]))
    if SLEEP in environment:
        fall_asleep(Path(environment[SLEEP]))
    if DATABASE in environment:
        aim_at_database(Path(environment[DATABASE]))
    if ISSUERS in environment:
        issue(environment[ISSUERS])
    if GOOGLE in environment:
        find_google(environment[GOOGLE])


def _fragile_pool(cls: type[ReadingPool], settings: IngestSettings) -> ReadingPool:
    limits = pool.Limits(settings.item_seconds, settings.child_memory_mb * 1024 * 1024, settings.accept_open_sandbox)
    return cls(settings.children, limits, READER)


def step_clocks(file: Path) -> None:
    """Have the worker's own clock be wrong by the seconds that stand in a file."""

    class Stepped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            try:
                wrong = float(file.read_text())
            except (OSError, ValueError):
                wrong = 0.0
            return cast("Self", datetime.fromtimestamp(time.time(), tz) + timedelta(seconds=wrong))

    for module in (serving, ingest.tasks, deliver.tasks, store.jobs.worker):
        module.datetime = Stepped  # type: ignore[attr-defined]


def kill_process_of(file: Path) -> None:
    """SIGKILL to the process whose number is the first line of a file."""
    os.kill(int(file.read_text().splitlines()[0]), signal.SIGKILL)


def aim_at_database(postmaster: Path) -> None:
    """Have points of sudden death kill the database in place of this process, and count how often they did."""

    def kill(_process: int, _signal: int) -> None:
        kill_process_of(postmaster)
        with kills_beside(postmaster).open("a") as file:
            file.write("killed\n")
        time.sleep(0.2)  # nothing that follows is to be quicker than its death

    failpoints.os = SimpleNamespace(kill=kill, getpid=os.getpid)  # type: ignore[attr-defined,assignment]


def kills_beside(postmaster: Path) -> Path:
    """Where it is counted."""
    return postmaster.parents[1] / "kills"


def issue(issuers: str) -> None:
    """Have token endpoints on this machine renew sign-ins: ``name port certificate`` of each, with commas between."""
    found: dict[str, Issuer] = {}
    for name, port, certificate in (each.split(" ", 2) for each in issuers.split(",")):
        provider = Provider("localhost", "/token", frozenset({"localhost"}), int(port))
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={port}"))
        found[name] = TokenEndpoint(provider, Client("boswell"), guard, trusting(Path(certificate)))
    serving.issuers_of = lambda *_: found  # type: ignore[attr-defined]


def find_google(where: str) -> None:
    """Have Google be on this machine, and its minute short: ``port certificate``."""
    port, _, certificate = where.partition(" ")
    provider = Provider("localhost", "/token", frozenset(), int(port))
    replace_in(ingest.connect_google, "Roots", partial(Roots, f"https://localhost:{port}/", Path(certificate)))
    replace_in(ingest.connect_google, "Limits", partial(Limits, minute=MINUTE))
    replace_in(ingest.connect_google, "PROVIDERS", {"google": provider})


def fall_asleep(file: Path) -> None:
    """Have the worker stop where it stands with mail in its hands, fetched and not kept, once when a file is there."""
    keep = Keeping.keep

    def keep_asleep(self: Keeping, collection: Any, batch: Batch, *asked: Any, **further: Any) -> Any:  # noqa: ANN401
        if batch.items and file.exists():
            file.unlink()
            os.kill(os.getpid(), signal.SIGSTOP)
        return keep(self, collection, batch, *asked, **further)

    Keeping.keep = keep_asleep  # type: ignore[method-assign]


def lose_names(file: Path) -> None:
    """Have no name resolve while a file is there."""
    resolve = socket.getaddrinfo

    def getaddrinfo(*asked: Any, **further: Any) -> Any:  # noqa: ANN401 - the library's own signature
        if file.exists():
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return resolve(*asked, **further)

    socket.getaddrinfo = getaddrinfo
