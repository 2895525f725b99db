"""What comes meanwhile, for the pages that people have open: one ear and one thread for all streams of a web process.

A stream holds neither a thread nor a database connection. It is told that there is something, and its page looks for
itself, under its own rights.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from uuid import UUID

import structlog

from store.signals import REVIEW, Deaf, listening

MOST = 500  # streams of one process
MOST_EACH = 10  # streams of one person: a browser needs one
AT_MOST = 0.5  # seconds until the thread notices that it is over
TRY_AGAIN = 1.0
log = structlog.get_logger()


class Stream:
    """One page's side: it waits in the loop that it was made in."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._told = asyncio.Event()

    async def came(self, seconds: float) -> bool:
        """Whether something came, at the latest after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._told.wait()
        except TimeoutError:
            return False
        self._told.clear()
        return True

    def tell(self) -> None:
        """Something came. From any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._told.set)


class News:
    """The streams of one web process. Its thread starts with the first of them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._streams: dict[UUID, set[Stream]] = {}
        self._lock = Lock()
        self._over = Event()
        self._thread: Thread | None = None

    @property
    def is_over(self) -> bool:
        """Whether the process ends."""
        return self._over.is_set()

    def __len__(self) -> int:
        """How many streams there are."""
        with self._lock:
            return sum(len(each) for each in self._streams.values())

    def has_room(self, user_id: UUID) -> bool:
        """Whether one person may have another stream."""
        with self._lock:
            return len(self._streams.get(user_id, ())) < MOST_EACH and sum(map(len, self._streams.values())) < MOST

    @contextmanager
    def stream(self, user_id: UUID) -> Iterator[Stream]:
        """One person's stream, in an asyncio loop."""
        made = Stream()
        with self._lock:
            self._streams.setdefault(user_id, set()).add(made)
            if self._thread is None:
                self._thread = Thread(target=self._hear, name="news", daemon=True)
                self._thread.start()
        try:
            yield made
        finally:
            with self._lock:
                theirs = self._streams[user_id]
                theirs.discard(made)
                if not theirs:
                    del self._streams[user_id]

    def close(self) -> None:
        """End all streams and the thread."""
        self._over.set()
        self._tell(None)

    def _hear(self) -> None:
        while not self._over.is_set():
            try:
                with listening(self._url, [REVIEW]) as ear:
                    self._tell(None)  # what was said while nobody heard
                    while not self._over.is_set():
                        for signal in ear.heard(AT_MOST):
                            self._tell(signal.text)
            except Deaf as error:
                log.warning("database away", error=type(error).__name__)
                self._over.wait(TRY_AGAIN)

    def _tell(self, user_id: str | None) -> None:
        """Tell one person's streams, or all."""
        with self._lock:
            told = [
                stream for owner, theirs in self._streams.items() for stream in theirs if user_id in {None, str(owner)}
            ]
        for stream in told:
            stream.tell()
