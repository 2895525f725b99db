"""One selectors loop over all connections: what they say, what is to be done when, what other threads hand in.

Everything in it runs in the thread of ``run``; from others only ``call`` may be called. Nothing in it may block.
"""

from __future__ import annotations

import heapq
import selectors
import socket
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Protocol
from uuid import UUID

from ingest.errors import SourceError
from ingest.listen.lines import Line

LONGEST_SLEEP = 1.0  # seconds
AT_ONCE = 500  # connections or calls that are served before the others have their turn

Call = Callable[[], None]


class Answers(Protocol):
    """Who is told what happens on the lines."""

    def changed(self, key: UUID) -> None:
        """Something may have changed in a mailbox."""
        ...

    def lost(self, key: UUID, error: SourceError) -> None:
        """A line broke off; it is closed already."""
        ...


class Switchboard:
    """The loop. ``turned_at`` is when it last came round, of ``time.monotonic``."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._selector = selectors.DefaultSelector()
        self._lines: dict[UUID, Line] = {}
        self._timers: list[tuple[float, int, Call]] = []
        self._order = count()
        self._calls: SimpleQueue[Call] = SimpleQueue()
        self._woken, self._waker = socket.socketpair()
        for each in (self._woken, self._waker):
            each.settimeout(0)
        self._selector.register(self._woken, selectors.EVENT_READ, None)
        self.turned_at = monotonic()

    def __len__(self) -> int:
        """How many lines are held."""
        return len(self._lines)

    def call(self, act: Call) -> None:
        """Have something done in the loop, soon. From any thread."""
        self._calls.put(act)
        with suppress(OSError):  # full: it wakes up anyway
            self._waker.send(b"\0")

    def later(self, seconds: float, act: Call) -> None:
        """Have something done in the loop after a while."""
        heapq.heappush(self._timers, (monotonic() + seconds, next(self._order), act))

    def hold(self, key: UUID, line: Line, unread: bytes = b"") -> None:
        """Hold a line; what came on it already is taken at once."""
        self.drop(key)
        self._lines[key] = line
        self._selector.register(line, selectors.EVENT_READ, key)
        self._serve(key, lambda: line.take(unread))

    def line(self, key: UUID) -> Line | None:
        """The line that is held under a key, if one is."""
        return self._lines.get(key)

    def renew(self, key: UUID) -> None:
        """Begin a line's waiting anew."""
        self._serve(key, self._lines[key].renew)

    def drop(self, key: UUID) -> bool:
        """Let go of a line; whether there was one."""
        line = self._lines.pop(key, None)
        if line is None:
            return False
        self._selector.unregister(line)
        line.close()
        return True

    def turn(self, longest: float = LONGEST_SLEEP) -> None:
        """Come round once: wait for what happens next, and deal with it."""
        if self._timers:
            longest = min(longest, max(0.0, self._timers[0][0] - monotonic()))
        for chosen, _ in self._selector.select(longest if self._calls.empty() else 0)[:AT_ONCE]:
            if chosen.data is None:
                self._woken.recv(4096)
            elif line := self._lines.get(chosen.data):
                self._serve(chosen.data, line.read)
        self._do_what_was_called_for()
        while self._timers and self._timers[0][0] <= monotonic():
            heapq.heappop(self._timers)[2]()
        self.turned_at = monotonic()

    def close(self) -> None:
        """Let go of every line."""
        for key in list(self._lines):
            self.drop(key)
        self._selector.close()
        self._woken.close()
        self._waker.close()

    def _do_what_was_called_for(self) -> None:
        for _ in range(AT_ONCE):
            try:
                act = self._calls.get_nowait()
            except Empty:
                return
            act()

    def _serve(self, key: UUID, act: Callable[[], bool]) -> None:
        try:
            changed = act()
        except SourceError as error:
            self.drop(key)
            self._answers.lost(key, error)
        else:
            if changed:
                self._answers.changed(key)
