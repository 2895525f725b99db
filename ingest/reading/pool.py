"""The parent's side: children that are started, watched, recycled and replaced.

One item is in flight in a child at a time, so that an item that kills its child is known at once. It gets a second try
in a fresh child, because the one before may have left the first in a bad state; so does one whose child was given no
processor time, for which it can do nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from math import inf
from queue import LifoQueue
from time import monotonic
from typing import Self

from extract.facts import Extraction
from extract.raw import RawItem, ReadingContext
from ingest.reading.codec import WrongShape, decode
from ingest.reading.fairness import SPARE, Asked, Fairness
from ingest.reading.process import Child, Died, Starved, TooSlow
from ingest.reading.results import Quarantined, Read, Reading
from ingest.reading.sandbox import Level
from ingest.settings import IngestSettings
from store.errors import NotReady

READER = "extract.reader:Reader"
RECYCLE_AFTER = 2000
TRIES = 2
SLOW = "It took longer to read than I allow. I kept it, unread."
CRASHED = "It brought the reader down. I kept it, unread."
FAILED = "The reader could not make sense of it. I kept it, unread."


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: seconds an item, bytes of memory; ``open_accepted``: may it start with a network."""

    seconds: float = 2.0
    memory: int = 768 * 1024 * 1024
    open_accepted: bool = False

    @classmethod
    def of(cls, settings: IngestSettings) -> Self:
        """As the settings want them."""
        return cls(settings.item_seconds, settings.child_memory_mb * 1024 * 1024, settings.accept_open_sandbox)


class ReadingPool:
    """Children that read. Several threads may ask at once."""

    def __init__(self, children: int = 2, limits: Limits | None = None, reader: str = READER) -> None:
        self._limits = limits or Limits()
        self._reader = reader
        self._idle: LifoQueue[Child | None] = LifoQueue()  # so that the spare one starts only when it is needed
        for _ in range(children + SPARE):
            self._idle.put(None)  # started when first needed
        self._threads = ThreadPoolExecutor(children + SPARE, thread_name_prefix="reading")
        self._fairness = Fairness[Reading](children)

    @classmethod
    def of(cls, settings: IngestSettings) -> Self:
        """A pool as the settings want it."""
        return cls(settings.children, Limits.of(settings))

    def __enter__(self) -> Self:
        """Children start when first needed; leaving the block ends them."""
        return self

    def __exit__(self, *raised: object) -> None:
        """End the children."""
        self.close()

    def read(self, items: Sequence[RawItem], context: ReadingContext) -> list[Reading]:
        """What became of each item, in their order. Raises as ``read_some``."""
        return [found for found in self.read_some(items, context, inf) if found is not None]

    def read_some(self, items: Sequence[RawItem], context: ReadingContext, within: float) -> list[Reading | None]:
        """What became of each item, in their order. Those who ask at the same time are served in turn.

        Args:
            within: seconds after which no further item is begun; what became of those is None. The first one always is.

        Raises:
            NotReady: a child cannot be shut in as the settings demand, or cannot start.
        """
        asked = [Asked(context, partial(self._read, context, item)) for item in items]
        self._fairness.ask(asked)
        self._threads.submit(self._serve)
        latest = monotonic() + within
        wait([each.done for each in asked[:1]])
        patience = None if within == inf else max(latest - monotonic(), 0)
        wait([each.done for each in asked], patience, return_when=FIRST_EXCEPTION)
        # All are withdrawn before one that was begun is waited for, the last first: a free child takes the next.
        withdrawn = [not each.done.done() and self._fairness.withdraw(each) for each in reversed(asked)]
        return [None if late else each.done.result() for each, late in zip(asked, reversed(withdrawn), strict=True)]

    def close(self) -> None:
        """Let the children finish what they read, and end them."""
        self._threads.shutdown()
        while not self._idle.empty():
            if child := self._idle.get():
                child.close()

    def _serve(self) -> None:
        """Do what is next, whoever asked for it, until it is nobody's turn."""
        asked, more = self._fairness.take()
        while asked is not None:
            if more:
                with suppress(RuntimeError):  # closing: those who serve already go on to the end
                    self._threads.submit(self._serve)
            self._do(asked)
            asked, more = self._fairness.take(asked)

    def _do(self, asked: Asked[Reading]) -> None:
        try:
            reading = asked.do()
        except BaseException as error:  # noqa: BLE001 - raised where it was asked for
            asked.done.set_exception(error)
            return
        if isinstance(reading, Quarantined) and reading.reason in {SLOW, CRASHED}:
            self._fairness.was_bad(asked.whose)
        asked.done.set_result(reading)

    def _read(self, context: ReadingContext, item: RawItem) -> Reading:
        started = monotonic()
        child = self._idle.get()
        try:
            for _ in range(TRIES):
                child = self._usable(child)
                try:
                    return self._result(child.ask(item, context), monotonic() - started)
                except (Died, TooSlow, WrongShape) as error:
                    child.close()
                    child, reason = None, SLOW if isinstance(error, TooSlow) else CRASHED
                    if isinstance(error, TooSlow) and not isinstance(error, Starved):
                        break
            return Quarantined(reason, monotonic() - started)
        finally:
            self._idle.put(child)

    def _usable(self, child: Child | None) -> Child:
        if child and child.answered < RECYCLE_AFTER and child.alive:
            return child
        if child:
            child.close()
        return start(self._reader, self._limits)

    @staticmethod
    def _result(answer: dict[str, object], seconds: float) -> Reading:
        if "extraction" in answer:
            return Read(decode(Extraction, answer["extraction"]), seconds)
        if "unreadable" in answer:
            return Quarantined(str(answer["unreadable"]), seconds)
        return Quarantined(FAILED, seconds)


def start(reader: str, limits: Limits) -> Child:
    """A child that reads with ``reader``.

    Raises:
        NotReady: it cannot be shut in as the limits demand, or cannot start.
    """
    fresh = Child.start(reader, limits.seconds, limits.memory, warm_up=reader == READER)
    if not fresh.level.without_network and not limits.open_accepted:
        fresh.close()
        raise NotReady(fresh.level.sentence)
    return fresh


def sandbox_level() -> Level:
    """How closely this system lets a reading child be shut in, found out by starting one.

    Raises:
        NotReady: none can be started.
    """
    child = Child.start(READER, Limits().seconds, Limits().memory, warm_up=True)
    child.close()
    return child.level
