"""Turns pushes into jobs, in a thread of its own: a database that is slow or away keeps no connection waiting."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Event, Thread
from typing import Self
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError

WAIT_FOR_DATABASE = 1.0  # seconds
log = structlog.get_logger()

Ask = Callable[[UUID, UUID], None]


class Pushes:
    """What was pushed and is not asked for yet: a mailbox waits there once, however often it was pushed.

    Args:
        ask: asks for a look at an owner's connection, in a transaction.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._waiting: dict[tuple[UUID, UUID], None] = {}
        self._filled = Condition()
        self._over = Event()
        self._thread = Thread(target=self._work, name="pushes", daemon=True)

    def __enter__(self) -> Self:
        """Start the thread."""
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        """End it; what waits is found by the next look in any case."""
        self._over.set()
        with self._filled:
            self._filled.notify()
        self._thread.join()

    def add(self, owner_id: UUID, connection_id: UUID) -> None:
        """Something may have changed in a mailbox. Returns at once."""
        with self._filled:
            self._waiting[owner_id, connection_id] = None
            self._filled.notify()

    def _work(self) -> None:
        while not self._over.is_set():
            with self._filled:
                self._filled.wait_for(lambda: self._waiting or self._over.is_set())
                taken = list(self._waiting)
                self._waiting.clear()
            for at, (owner_id, connection_id) in enumerate(taken):
                try:
                    self._ask(owner_id, connection_id)
                except DBAPIError as error:
                    log.warning("database away", error=type(error).__name__, pushes=len(taken) - at)
                    self._keep(taken[at:])
                    break

    def _keep(self, left: list[tuple[UUID, UUID]]) -> None:
        with self._filled:
            self._waiting = dict.fromkeys([*left, *self._waiting])
        self._over.wait(WAIT_FOR_DATABASE)
