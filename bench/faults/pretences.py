"""What a fault needs inside the worker: a clock that steps, names that do not resolve, a reader that mail can crash."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from itertools import count
from pathlib import Path
from typing import Any, Self, cast

import deliver.tasks
import ingest.tasks
import store.jobs.worker
from api.cli import serving
from extract.facts import Extraction
from extract.raw import RawItem, ReadingContext
from extract.reader import Reader
from ingest.keeping import Keeping
from ingest.reading import ReadingPool, pool
from ingest.settings import IngestSettings

CLOCK, NO_NAMES, SLEEP = "BENCH_CLOCK", "BENCH_NO_NAMES", "BENCH_SLEEP"
READER = "bench.faults.pretences:Fragile"
CRASH, LOOP = b"X-Poison: crash", b"X-Poison: loop"


def pretend(environment: Mapping[str, str]) -> None:
    """Put in place what the environment asks for."""
    ReadingPool.of = classmethod(_fragile_pool)  # type: ignore[assignment,method-assign]
    if CLOCK in environment:
        step_clocks(Path(environment[CLOCK]))
    if NO_NAMES in environment:
        lose_names(Path(environment[NO_NAMES]))
    if SLEEP in environment:
        fall_asleep(int(environment[SLEEP]))


class Fragile(Reader):
    """The product's reader, which two marks in a mail bring down."""

    def read(self, raw: RawItem, context: ReadingContext) -> Extraction:
        """As the product's, unless the mail is poison."""
        if CRASH in raw.payload:
            os._exit(139)
        while LOOP in raw.payload:
            pass
        return super().read(raw, context)


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


def fall_asleep(batch: int) -> None:
    """Have the worker stop where it stands with its nth batch in its hands, fetched and not kept."""
    keep, numbers = Keeping.keep, count(1)

    def keep_asleep(self: Keeping, *asked: Any, **further: Any) -> Any:  # noqa: ANN401
        if next(numbers) == batch:
            os.kill(os.getpid(), signal.SIGSTOP)
        return keep(self, *asked, **further)

    Keeping.keep = keep_asleep  # type: ignore[method-assign]


def lose_names(file: Path) -> None:
    """Have no name resolve while a file is there."""
    resolve = socket.getaddrinfo

    def getaddrinfo(*asked: Any, **further: Any) -> Any:  # noqa: ANN401 - the library's own signature
        if file.exists():
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return resolve(*asked, **further)

    socket.getaddrinfo = getaddrinfo
