"""How fast connections are opened, and when one that failed is tried again: nobody's server is run down by us.

A restart has thousands of mailboxes to open. They are opened a few a second, fewer at each server, and only so many at
the same time at one server, so that a slow one keeps nobody else waiting.
"""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass, field
from uuid import UUID

FIRST_WAIT, LONGEST_WAIT = 1.0, 15 * 60.0
SPREAD = 0.2


@dataclass(slots=True)
class Pace:
    """The mailboxes that wait to be opened, by server.

    Attributes:
        rate: sign-ins a second, on the whole.
        host_rate: sign-ins a second at one server.
        at_once: sign-ins that are under way at one server at the same time.
        parts: how many processes share these rates.
    """

    rate: float = 10.0
    host_rate: float = 5.0
    at_once: int = 4
    parts: int = 1
    _waiting: dict[str, deque[UUID]] = field(default_factory=dict, init=False)
    _free_at: dict[str, float] = field(default_factory=dict, init=False)
    _under_way: dict[str, int] = field(default_factory=dict, init=False)

    def __len__(self) -> int:
        """How many wait."""
        return sum(len(each) for each in self._waiting.values())

    @property
    def gap(self) -> float:
        """Seconds until the next one may be opened anywhere, spread a little."""
        return spread(self.parts / self.rate)

    def add(self, host: str, mailbox: UUID, *, first: bool = False) -> None:
        """Have a mailbox wait its turn, or the ``first`` one."""
        line = self._waiting.setdefault(host, deque())
        if mailbox not in line:
            (line.appendleft if first else line.append)(mailbox)

    def remove(self, host: str, mailbox: UUID) -> None:
        """A mailbox waits no more."""
        line = self._waiting.get(host)
        if line and mailbox in line:
            line.remove(mailbox)

    def take(self, now: float) -> UUID | None:
        """The next mailbox whose server may be signed in to at this moment, each server in its turn."""
        for host, line in list(self._waiting.items()):
            if not line:
                del self._waiting[host]
                self._free_at.pop(host, None)
            elif self._free_at.get(host, now) <= now and self._under_way.get(host, 0) < self.at_once:
                self._waiting[host] = self._waiting.pop(host)  # to the end of the round
                self._free_at[host] = now + spread(self.parts / self.host_rate)
                self._under_way[host] = self._under_way.get(host, 0) + 1
                return line.popleft()
        return None

    def done(self, host: str) -> None:
        """A sign-in is over, however it went."""
        left = self._under_way.get(host, 0) - 1
        self._under_way[host] = left
        if left <= 0:
            del self._under_way[host]


def back_off(failures: int, asked: float | None = None) -> float:
    """Seconds until the next try after so many failures in a row: anywhere up to twice as long each time.

    Args:
        asked: the least number of seconds, where the server named one.
    """
    longest = min(FIRST_WAIT * 2.0 ** min(failures, 20), LONGEST_WAIT)
    return max(random.uniform(FIRST_WAIT / 2, longest), asked or 0)  # noqa: S311 - no secret


def spread(seconds: float) -> float:
    """About so many seconds, so that those who began together do not come back together."""
    return seconds * random.uniform(1 - SPREAD, 1 + SPREAD)  # noqa: S311 - no secret
