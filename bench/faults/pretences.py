"""What a fault needs inside the worker: a clock that steps, names that do not resolve, a reader that mail can crash."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Self, cast

import deliver.tasks
import ingest.tasks
import store.jobs.worker
from api.cli import serving
from extract.facts import Extraction
from extract.raw import RawItem, ReadingContext
from extract.reader import Reader
from ingest.reading import ReadingPool, pool
from ingest.settings import IngestSettings

CLOCK, NO_NAMES, READER = "BENCH_CLOCK", "BENCH_NO_NAMES", "bench.faults.pretences:Fragile"
CRASH, LOOP = b"X-Poison: crash", b"X-Poison: loop"


def pretend(environment: Mapping[str, str]) -> None:
    """Put in place what the environment asks for."""
    ReadingPool.of = classmethod(_fragile_pool)  # type: ignore[assignment,method-assign]
    if CLOCK in environment:
        step_clocks(Path(environment[CLOCK]))
    if NO_NAMES in environment:
        lose_names(Path(environment[NO_NAMES]))


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


def lose_names(file: Path) -> None:
    """Have no name resolve while a file is there."""
    resolve = socket.getaddrinfo

    def getaddrinfo(*asked: Any, **further: Any) -> Any:  # noqa: ANN401 - the library's own signature
        if file.exists():
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return resolve(*asked, **further)

    socket.getaddrinfo = getaddrinfo
