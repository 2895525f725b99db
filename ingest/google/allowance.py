"""What calls cost at Google, and who says when there is enough left for one.

Google's prices and limits changed in 2026 and differ between projects, so all of them are settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Method = Literal[
    "messages.get", "messages.list", "history.list", "getProfile", "labels.list", "watch", "stop", "calendarList.list",
    "events.list", "events.get", "events.watch", "channels.stop",
]  # fmt: skip
COSTS: Mapping[Method, int] = {
    "messages.get": 20, "messages.list": 5, "history.list": 2, "getProfile": 1, "labels.list": 1, "watch": 100,
    "stop": 50, "calendarList.list": 1, "events.list": 1, "events.get": 1, "events.watch": 1, "channels.stop": 1,
}  # fmt: skip


class Allowance(Protocol):
    """Lets calls of one account through, as fast as its provider allows."""

    def spend(self, method: Method, times: int = 1, *, history: bool = False) -> float:
        """Wait until so many calls may be made; how many seconds it took.

        Args:
            history: they are about the past: a part is left for what is new.

        Raises:
            Busy: it would take too long.
        """
        ...


@dataclass(frozen=True, slots=True)
class Unlimited:
    """Everything at once."""

    def spend(self, method: Method, times: int = 1, *, history: bool = False) -> float:  # noqa: ARG002 - the protocol's
        """No waiting."""
        return 0.0


@dataclass(frozen=True, slots=True)
class Prices:
    """Units that calls cost."""

    of: Mapping[Method, int] = field(default_factory=lambda: COSTS)

    def units(self, method: Method, times: int = 1) -> int:
        """Of so many calls."""
        return self.of[method] * times


def prices_of(text: str) -> Prices:
    """What calls cost as an operator writes it, ``messages.get=20 history.list=2``; what is not named costs as usual.

    Raises:
        ValueError: it is not of that form.
    """
    costs = dict(COSTS)
    for entry in text.split():
        method, _, units = entry.partition("=")
        known = next((each for each in COSTS if each == method), None)
        if known is None:
            raise ValueError(f"{method} is no method that is counted")
        costs[known] = int(units)
    return Prices(costs)
