"""What calls cost, as Google meters them: a sliding minute for each user and the project, and a day for the project."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from tests.peers.google.levers import Fault

NEW_PROJECT = {
    "messages.get": 20, "messages.list": 5, "history.list": 2, "getProfile": 1, "labels.list": 1, "watch": 100,
    "stop": 50,
}  # fmt: skip
CALENDAR = {"calendarList.list": 1, "events.list": 1, "events.get": 1, "events.watch": 1, "channels.stop": 1}
OVER_USER = Fault(403, "userRateLimitExceeded", "Quota exceeded for quota metric 'Queries' per minute per user.")
OVER_PROJECT = Fault(403, "rateLimitExceeded", "Quota exceeded for quota metric 'Queries' per minute.")
OVER_DAY = Fault(403, "dailyLimitExceeded", "Daily Limit Exceeded.")


@dataclass(frozen=True)
class Limits:
    """Units; ``window``: seconds that count as a minute, so that a test need not wait for one."""

    user: int = 6_000
    project: int = 1_200_000
    day: int = 80_000_000
    window: float = 60.0


@dataclass
class Meter:
    """Charges each call to its user and the project, and keeps count of all for a test to look at."""

    clock: Callable[[], float]
    limits: Limits = field(default_factory=Limits)
    costs: dict[str, int] = field(default_factory=lambda: NEW_PROJECT | CALENDAR)
    spent: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    most_in_a_window: int = 0
    _lock: Lock = field(default_factory=Lock)
    _windows: dict[str, deque[tuple[float, int]]] = field(default_factory=lambda: defaultdict(deque))
    _within: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.spent.total()

    def charge(self, method: str, user: str) -> Fault | None:
        """The fault with which the call is refused; a refused call costs nothing."""
        cost = self.costs[method]
        with self._lock:
            used, project = self._used(user), self._used("")
            fault = self._over(used + cost, project + cost, self.total + cost)
            if fault:
                self.refused += 1
                return fault
            self.spent[method] += cost
            self.most_in_a_window = max(self.most_in_a_window, used + cost)
            for whose in (user, ""):
                self._windows[whose].append((self.clock(), cost))
                self._within[whose] += cost
        return None

    def _over(self, user: int, project: int, day: int) -> Fault | None:
        if day > self.limits.day:
            return OVER_DAY
        if project > self.limits.project:
            return OVER_PROJECT
        return OVER_USER if user > self.limits.user else None

    def _used(self, whose: str) -> int:
        window, began = self._windows[whose], self.clock() - self.limits.window
        while window and window[0][0] <= began:
            self._within[whose] -= window.popleft()[1]
        return self._within[whose]
