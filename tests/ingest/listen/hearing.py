"""A listener at work in a thread, and what it asked the worker for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy import text

from ingest.listen.listener import RENEW, Listener
from ingest.listen.pace import Pace
from ingest.mailboxes import Mailroom
from store.engine import Database

LOOKS = text("select count(*) from procrastinate_jobs where task_name = 'look'")
DONE = text("delete from procrastinate_jobs where task_name = 'look'")


def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    latest = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < latest, "it did not happen"
        time.sleep(0.02)


@contextmanager
def hearing(database: Database, mailroom: Mailroom, renew: float = RENEW) -> Iterator[Listener]:
    """A listener until the end of the block."""
    listener, stop = Listener(database, mailroom, Pace(rate=100, host_rate=100), renew), Event()
    thread = Thread(target=listener.run, args=(stop,), daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive()


def looks(database: Database) -> int:
    """How many looks were asked for and are not done."""
    with database.engine.connect() as connection:
        return int(connection.execute(LOOKS).scalar_one())


def asked(database: Database) -> bool:
    """Whether a look was asked for; from here on it is done."""
    with database.engine.begin() as connection:
        return connection.execute(DONE).rowcount > 0
