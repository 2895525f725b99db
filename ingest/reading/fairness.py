"""Whose item is read next: everybody's in turn, so that nobody's mail waits for that of somebody whose mail is bad.

Whoever is alone has all the children. There is one more child that only serves those who have none, so that somebody
new is served at once, and whoever's mail has just brought a child down, or kept it busy until it was stopped, has one
child at most for a while.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
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
        self._lock = Lock()

    def ask(self, all_asked: Iterable[Asked[Result]]) -> None:
        """Have things done when it is their turn."""
        with self._lock:
            for asked in all_asked:
                self._waiting.setdefault(asked.whose, deque()).append(asked)

    def was_bad(self, whose: Hashable) -> None:
        """Somebody's item brought a child down or used up its time."""
        with self._lock:
            now = self._clock()
            self._bad = {each: at for each, at in self._bad.items() if now - at < REMEMBERED} | {whose: now}

    def withdraw(self, asked: Asked[Result]) -> bool:
        """Have something not done after all; False when it is being done already, or was."""
        with self._lock:
            queue = self._waiting.get(asked.whose, deque())
            if not any(each is asked for each in queue):
                return False
            self._waiting[asked.whose] = deque(each for each in queue if each is not asked)
            if not self._waiting[asked.whose]:
                del self._waiting[asked.whose]
            return True

    def take(self, before: Asked[Result] | None = None) -> tuple[Asked[Result] | None, bool]:
        """The next one whose turn it is, if there is one, and whether another child could begin as well.

        Nobody waits for a turn: whoever is done takes the next, and has another child begin when there is more.

        Args:
            before: what whoever takes is done with.
        """
        with self._lock:
            if before is not None:
                self._held[before.whose] -= 1
            if (whose := self._next()) is None:
                return None, False
            asked = self._taken(whose)
            idle = self._held.total() < self._children + SPARE
            return asked, idle and self._next() is not None

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
