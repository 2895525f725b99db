"""Processes beside this one: they end with it, and one that dies in between is started again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from store.embedded import trampoline

LOOK_EVERY = 0.5  # seconds
LONGEST_PAUSE = 30.0
HEALTHY = 60.0
STOP_SECONDS = 35.0  # a little more than running jobs get


@contextmanager
def beside(*arguments: str, environment: Mapping[str, str] | None = None) -> Iterator[None]:
    """A Python process with these arguments, until the block ends; with further variables in its environment."""
    over = Event()
    command = [*trampoline.command(None), sys.executable, *arguments]
    # It starts in the thread that keeps it: the kernel ends it with the thread that started it.
    keeper = Thread(target=_keep, args=(command, {**os.environ, **(environment or {})}, over), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _keep(command: list[str], environment: Mapping[str, str], over: Event) -> None:
    failures = 0
    while not over.is_set():
        began = monotonic()
        with subprocess.Popen(command, env=environment) as process:  # noqa: S603 - ourselves
            while process.poll() is None and not over.wait(LOOK_EVERY):
                pass
            _end(process)
        failures = 0 if monotonic() - began > HEALTHY else failures + 1
        over.wait(min(2.0**failures, LONGEST_PAUSE) / 2)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
