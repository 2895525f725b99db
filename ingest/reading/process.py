"""One child process as its parent sees it."""

from __future__ import annotations

import json
import select
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import clock_gettime, monotonic
from typing import Any, BinaryIO, Self, cast

import ingest
from extract.raw import RawItem, ReadingContext
from ingest.reading import child as program
from ingest.reading import frames
from ingest.reading.codec import decode
from ingest.reading.sandbox import Level
from store.errors import NotReady

ROOT = str(Path(ingest.__file__).parents[1])
START_SECONDS = 60.0
PATIENCE = 5.0  # on a busy machine a child may wait for the processor: this many times the seconds it may use
HARDLY = 0.1  # of its seconds: a mail that keeps a child busy gets more even on a machine that is very busy
TICK = 0.05
PROCESSOR_CLOCK = 2  # CPUCLOCK_SCHED: so Linux numbers the clocks of other processes (clock_getcpuclockid(3))


class Died(Exception):  # noqa: N818 - reads as what happened
    """The child ended before it answered."""


class TooSlow(Exception):  # noqa: N818 - reads as what happened
    """The child used up the time for an item."""


class Starved(TooSlow):
    """The child did not answer, and used hardly any of its time: its machine was too busy, or it hangs."""


@dataclass(slots=True)
class Child:
    """A child that waits for items. ``answered`` counts the items it read."""

    process: subprocess.Popen[bytes] = field(repr=False)
    seconds: float
    level: Level = field(default_factory=lambda: Level(namespace=False, filtered=False))
    answered: int = 0

    @classmethod
    def start(cls, reader: str, seconds: float, memory: int, *, warm_up: bool) -> Self:
        """Start a child and wait until it is shut in.

        Raises:
            NotReady: it does not start.
        """
        settings = {"reader": reader, "seconds": seconds, "memory": memory, "warm_up": warm_up}
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-m", "ingest.reading.child", json.dumps(settings)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/", bufsize=0,
            env={"PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
            start_new_session=True,
        )  # fmt: skip
        started = cls(process, seconds)
        try:
            header = started._receive(monotonic() + START_SECONDS)
        except (Died, TooSlow) as error:
            started.close()
            raise NotReady(
                "A process that reads mail does not start. Check that there is memory left; boswell doctor says more."
            ) from error
        started.level = decode(Level, header)
        return started

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def ask(self, item: RawItem, context: ReadingContext) -> dict[str, Any]:
        """The child's answer about one item.

        Raises:
            Died: it ended first.
            TooSlow: it took more than its seconds of processor time, or PATIENCE times as long in all.
            Starved: it took as long, and was given hardly any of them.
        """
        before = self._processor_seconds()
        started = monotonic()
        try:
            frames.send(self._stream(self.process.stdin), program.request(item, context), item.payload)
        except OSError as error:
            raise Died from error
        latest = started + PATIENCE * self.seconds
        while not self._answers_within(TICK if monotonic() - started > self.seconds else self.seconds):
            used = self._processor_seconds() - before
            if used > self.seconds:
                raise TooSlow
            if monotonic() > latest:
                raise Starved if used < HARDLY * self.seconds else TooSlow
        answer: dict[str, Any] = self._receive(latest)
        self.answered += 1
        return answer

    def close(self) -> None:
        """End it, whatever it does."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        self.process.kill()
        self.process.wait()

    def _answers_within(self, seconds: float) -> bool:
        return bool(select.select([self._stream(self.process.stdout)], [], [], seconds)[0])

    def _receive(self, latest: float) -> Any:  # noqa: ANN401 - JSON values
        if not self._answers_within(max(latest - monotonic(), 0)):
            raise TooSlow
        try:
            return frames.receive(self._stream(self.process.stdout))[0]
        except (frames.Broken, OSError) as error:
            raise Died from error

    def _processor_seconds(self) -> float:
        """Processor time used so far; where the system does not say, time as such."""
        try:
            return clock_gettime(~self.process.pid << 3 | PROCESSOR_CLOCK)
        except OSError:
            return monotonic()

    @staticmethod
    def _stream(stream: object) -> BinaryIO:
        return cast("BinaryIO", stream)
