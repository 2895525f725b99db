"""Whose item is read next: everybody's in turn, so that nobody's mail waits for that of somebody whose mail is bad.

Whoever is alone has all the children. There is one more child that only serves those who have none, so that somebody
new is served at once, and whoever's mail has just brought a child down, or kept it busy until it was stopped, has one
child at most for a while.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition
from time import monotonic
from typing import Generic, TypeVar

SPARE = 1  # children beyond those that one alone may have
REMEMBERED = 300.0  # seconds for which it counts that somebody's mail was bad

Result = TypeVar("Result")


@dataclass(slots=True)
class Asked(Generic[Result]):
    """Something to be done for somebody, and what came of it."""

    whose: Hashable
    do: Callable[[], Result]
    done: Future[Result] = field(default_factory=Future)


class Fairness(Generic[Result]):
    """Gives out what was asked for. Several threads ask, and as many as there are children take."""

    def __init__(self, children: int, clock: Callable[[], float] = monotonic) -> None:
        self._children = children
        self._clock = clock
        self._waiting: dict[Hashable, deque[Asked[Result]]] = {}
        self._held: Counter[Hashable] = Counter()
        self._bad: dict[Hashable, float] = {}
        self._changed = Condition()

    def ask(self, asked: Asked[Result]) -> None:
        """Have something done when it is its turn."""
        with self._changed:
            self._waiting.setdefault(asked.whose, deque()).append(asked)
            self._changed.notify_all()

    def was_bad(self, whose: Hashable) -> None:
        """Somebody's item brought a child down or used up its time."""
        with self._changed:
            now = self._clock()
            self._bad = {each: at for each, at in self._bad.items() if now - at < REMEMBERED} | {whose: now}

    def withdraw(self, asked: Asked[Result]) -> bool:
        """Have something not done after all; False when it is being done already, or was."""
        with self._changed:
            queue = self._waiting.get(asked.whose, deque())
            if not any(each is asked for each in queue):
                return False
            self._waiting[asked.whose] = deque(each for each in queue if each is not asked)
            if not self._waiting[asked.whose]:
                del self._waiting[asked.whose]
            self._changed.notify_all()
            return True

    @contextmanager
    def turn(self) -> Iterator[Asked[Result] | None]:
        """The next one whose turn it is, for the length of a block; waits for it, unless nothing waits: then None."""
        with self._changed:
            while (whose := self._next()) is None and self._waiting:
                self._changed.wait()
            asked = self._taken(whose) if whose is not None else None
        if asked is None:
            yield None
            return
        try:
            yield asked
        finally:
            with self._changed:
                self._held[asked.whose] -= 1
                self._changed.notify_all()

    def _next(self) -> Hashable | None:
        """Who has fewest children now, and among those who was served longest ago."""
        may = [whose for whose in self._waiting if self._held[whose] < self._most(whose)]
        return min(may, key=lambda whose: self._held[whose], default=None)

    def _most(self, whose: Hashable) -> int:
        if self._clock() - self._bad.get(whose, float("-inf")) < REMEMBERED:
            return 1
        return self._children if self._held.total() < self._children else 1

    def _taken(self, whose: Hashable) -> Asked[Result]:
        self._held[whose] += 1
        queue = self._waiting.pop(whose)
        asked = queue.popleft()
        if queue:
            self._waiting[whose] = queue  # behind all others
        return asked
