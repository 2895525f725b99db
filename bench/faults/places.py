"""Places other than a mailbox on the mail server: what faults ask of them, and the calendars among them."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import RLock
from typing import Any, Protocol
from uuid import UUID

from bench.faults.ground import Ground, Rep
from store import people
from tests.peers.cutting import Cutting

Row = tuple[Any, ...]
EVENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Boswell//bench//EN
BEGIN:VEVENT
UID:{name}@alder.example
DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}
SEQUENCE:{revision}
DTSTART:{starts:%Y%m%dT%H%M%SZ}
DURATION:PT30M
SUMMARY:{title}
ORGANIZER:mailto:greta@halden.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}
END:VEVENT
END:VCALENDAR
"""


class Place(Protocol):
    """What the stage asks of wherever mail or meetings lie."""

    @property
    def lock(self) -> AbstractContextManager[Any]:
        """Held while what lies there changes."""
        ...

    def truth(self) -> Counter[tuple[str, str]]:
        """Everything that is there, by the pointer that the store has for it, and by what it is known again."""
        ...

    def deliver(self, count: int, chance: random.Random) -> None:
        """Something new."""
        ...

    def ahead(self, rows: Sequence[Row]) -> int:
        """How much a cursor claims that is not in the store; rows of a cursor and of what is stored with it."""
        ...

    def differs(self) -> list[str]:
        """What somebody else changed there."""
        ...


@dataclass(frozen=True, slots=True)
class Guest(Rep):
    """One of us with a place that is not on the mail server."""

    box: Place  # type: ignore[assignment]  # what the stage asks of a mailbox is asked of any place


def guest(ground: Ground, address: str, box: Place, proxy: Cutting, connect: Callable[[UUID], UUID]) -> Guest:
    """Somebody new whose place is connected. No worker may run yet that is to reach it."""
    ground.ports.add(proxy.port)
    with ground.app.transaction() as session:
        new = people.NewUser(address, address.partition("@")[0], ("rep",), "Europe/Berlin", "en")
        user_id = people.add_user(session, new)
    return Guest(user_id, address, box, proxy, connect(user_id))


class Diary(ABC):
    """Meetings by name, each with a title that tells its revision.

    Attributes:
        titles: of what is there.
    """

    def __init__(self, address: str) -> None:
        self.address, self.lock = address, RLock()
        self.titles: dict[str, str] = {}
        self._number = self._revision = 0

    def deliver(self, count: int, chance: random.Random) -> None:
        """So many new meetings; some of the old ones are changed, and some are called off."""
        with self.lock:
            for _ in range(count):
                self._number += 1
                self._put(f"e{self._number}")
            for name in chance.sample(sorted(self.titles), min(len(self.titles) // 8, count)):
                self._put(name)
            for name in chance.sample(sorted(self.titles), len(self.titles) // 16):
                del self.titles[name]
                self.take(name)

    def truth(self) -> Counter[tuple[str, str]]:
        """As ``Place`` says."""
        with self.lock:
            return Counter((self.pointer(name), title) for name, title in self.titles.items())

    def differs(self) -> list[str]:
        """Nothing that a client sends here can change anything."""
        return []

    def ahead(self, rows: Sequence[Row]) -> int:  # noqa: ARG002 - as ``Place`` says
        """The server's tokens say nothing to anybody else."""
        return 0

    def _put(self, name: str) -> None:
        self._revision += 1
        self.titles[name] = f"Matter {name} as of {self._revision}"
        self.put(name, self.titles[name])

    def begins(self, name: str) -> datetime:
        """When a meeting took place."""
        return datetime(2026, 11, 20, 8, tzinfo=UTC) - timedelta(hours=int(name[1:]))

    def written(self, name: str) -> bytes:
        """A meeting as a calendar file has it."""
        told = {"name": name, "title": self.titles[name], "address": self.address, "revision": self._revision}
        text = EVENT.format(**told, stamp=datetime.now(UTC), starts=self.begins(name))
        return text.replace("\n", "\r\n").encode()

    def pointer(self, name: str) -> str:
        """The store's."""
        return name

    @abstractmethod
    def put(self, name: str, title: str) -> None:
        """Write a meeting down where it lies."""

    @abstractmethod
    def take(self, name: str) -> None:
        """Take one away."""


def missing(claimed: Collection[str], rows: Sequence[Row]) -> int:
    """How many of those that cursors claim are not stored with any of them."""
    stored = {pointer for _, pointers in rows for pointer in pointers}
    return sum(pointer not in stored for pointer in claimed)
