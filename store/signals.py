"""Word across processes by LISTEN and NOTIFY: that something changed, and whose or which it is, never what.

The tables send it themselves (``migrations/sql/signals.sql``). Who hears it looks for itself, under its own rights.
Word that came while nobody heard is lost, so whoever opens an ear begins with a look at everything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql
from sqlalchemy import make_url

CONNECTION = "boswell_connection"  # "owner connection": a mailbox was connected, stopped, changed, or is gone
REVIEW = "boswell_review"  # "owner": suggestions wait, or a session of theirs ended
# A server that went without a word is noticed within half a minute, on both sides.
KEEP_ALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c timezone=UTC"


class Deaf(Exception):  # noqa: N818 - what the ear is
    """The database cannot be heard now: open another ear after a while."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One word: the channel, and what was said on it."""

    channel: str
    text: str


class Ear:
    """One connection of its own to the database, that hears some channels until it is closed."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]]) -> None:
        self._connection = connection

    def heard(self, seconds: float) -> Iterator[Signal]:
        """What is said within so many seconds; it ends earlier once something was.

        Raises:
            Deaf: the connection is gone.
        """
        with deaf_when_gone():
            for word in self._connection.notifies(timeout=max(seconds, 0), stop_after=1):
                yield Signal(word.channel, word.payload)

    def ask(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of a statement in this very connection. Raises as ``heard``."""
        with deaf_when_gone():
            return self._connection.execute(statement.encode(), values).fetchall()


@contextmanager
def listening(url: str, channels: Collection[str]) -> Iterator[Ear]:
    """An ear for some channels. ``url`` is SQLAlchemy's address of the database.

    Raises:
        Deaf: the database cannot be reached.
    """
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with deaf_when_gone():
        connection = psycopg.connect(address, autocommit=True, options=KEEP_ALIVE, connect_timeout=10)
    with connection:
        with deaf_when_gone():
            for channel in channels:
                connection.execute(sql.SQL("listen {}").format(sql.Identifier(channel)))
        yield Ear(connection)


@contextmanager
def deaf_when_gone() -> Iterator[None]:
    """Say that the connection is gone in our own words."""
    try:
        yield
    except psycopg.Error as error:
        raise Deaf("the database cannot be heard") from error
