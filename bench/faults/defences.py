"""Each defence of the product, and the naive thing in its place: a scenario that holds without it shows nothing.

The replacements live in the bench's own worker process; the product has no switch for them.
"""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, false
from sqlalchemy.orm import Session as Transaction

import bench.faults.defences_elsewhere  # noqa: F401 - those of other places stand there
import deliver.tasks
import ingest.connect
import ingest.following
import ingest.pipeline
import store.fence
import store.gone
import store.jobs.worker
from bench.faults.removing import DEFENCES as DEFENCES
from bench.faults.removing import defence
from bench.faults.removing import now as _now
from bench.faults.removing import remove as remove
from bench.faults.removing import replace_in as _replace
from ingest import wire
from ingest.errors import Unavailable
from ingest.keeping import Keeping
from ingest.listen.lines import Line
from ingest.listen.listener import Listener
from ingest.protocol import Batch, Cursor
from ingest.reading import Quarantined, Reading, ReadingPool
from ingest.sources.imap.changes import Folder
from ingest.sources.imap.contents import Content, Contents, Load, Slow
from ingest.sources.imap.idle import Begun
from ingest.sources.imap.position import Position
from ingest.sources.imap.spoilt import Spoilt
from store.inbound import move
from store.judgement import pacing

FOR_EVER = 86_400.0
HASTE = 0.25  # seconds


@defence("again")
def _not_again() -> None:
    """What failed once is not tried again before the next day."""
    _replace(pacing, "wait", lambda *_, **__: timedelta(days=1))


@defence("later")
def _no_difference() -> None:
    """Whatever a server declines, the credential is to blame."""
    _replace(ingest.following, "told", lambda _: ("sign-in needed", "credential"))


@defence("sign in again")
def _try_passwords() -> None:
    """A refused password is tried again soon, like anything else."""
    _replace(ingest.following, "told", lambda _: ("not reachable", "unavailable"))
    _replace(pacing, "wait", lambda *_, **__: timedelta(seconds=1))


@defence("deadlines")
def _no_deadlines() -> None:
    """Whoever waits for a server waits for ever."""
    _replace(wire.Wire, "_left", lambda _: FOR_EVER)


@defence("patience")
def _no_patience() -> None:
    """A server that has not answered in a moment counts as gone."""
    within = wire.Wire.within
    _replace(wire.Wire, "within", lambda self, seconds: within(self, min(seconds, HASTE)))


@defence("certificates")
def _trust_everybody() -> None:
    """Any certificate will do."""

    def trusting(_: Path | None = None) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context

    _replace(ingest.connect, "trusting", trusting)


@defence("one transaction")
def _cursor_first() -> None:
    """The cursor moves before what it covers is kept."""
    keep, let_go = Keeping.keep, Keeping.let_go

    def ahead(self: Keeping, collection: Any, cursor: str | None) -> None:  # noqa: ANN401
        with self.transaction() as transaction:
            move(transaction, collection, cursor)

    def keep_later(self: Keeping, collection: Any, batch: Any, cursor: str | None, *, placing: bool = False) -> Any:  # noqa: ANN401
        ahead(self, collection, cursor)
        return keep(self, collection, batch, cursor, placing=placing)

    def let_go_later(self: Keeping, collection: Any, gone: Any, cursor: str | None) -> Any:  # noqa: ANN401
        ahead(self, collection, cursor)
        return let_go(self, collection, gone, cursor)

    _replace(Keeping, "keep", keep_later)
    _replace(Keeping, "let_go", let_go_later)


@defence("lease")
def _no_lease() -> None:
    """What a worker took to do is nobody's when it dies."""
    _replace(ingest.following, "LEASE", timedelta(days=1))


@defence("rescue")
def _no_rescue() -> None:
    """The jobs of a worker that died stay its own."""

    async def nothing(_context: object, *, timestamp: int) -> None:
        """Nobody is rescued."""

    _replace(store.jobs.worker, "_rescue", nothing)


@defence("patience with the database")
def _give_up() -> None:
    """A worker that loses its database ends, and nobody starts it again."""
    _replace(store.jobs.worker, "_keep_working", _once)


async def _once(worker: Any) -> None:  # noqa: ANN401
    try:
        await worker.work(wait=True)
    finally:
        os._exit(1)


@defence("read at the end")
def _read_at_once() -> None:
    """What is taken to be read counts as read."""
    waiting = _now(ingest.pipeline, "waiting")

    def taken(transaction: Transaction, *asked: Any) -> Any:  # noqa: ANN401
        rows = waiting(transaction, *asked)
        for row in rows:
            row.state = "read"
        transaction.flush()
        return rows

    _replace(ingest.pipeline, "waiting", taken)
    _replace(ingest.pipeline, "still_waiting", lambda _, seen: set(seen))


@defence("publishing at once")
def _publish_in_two() -> None:
    """What is due to be published is crossed off before it is."""
    take = _now(deliver.tasks, "take")

    def taken(transaction: Transaction, *asked: Any) -> Any:  # noqa: ANN401
        found = take(transaction, *asked)
        transaction.commit()
        transaction.begin()
        return found

    _replace(deliver.tasks, "take", taken)


@defence("accounting")
def _by_position() -> None:
    """Contents belong to what was asked for in the order in which they come."""
    properly = Contents._collect  # noqa: SLF001

    def collect(self: Contents, load: Load) -> list[Content]:
        found = sorted(properly(self, load), key=lambda each: each.message.uid)
        came = [each.payload for each in found if each.payload is not None]
        return [Content(each.message, payload) for each, payload in zip(found, came, strict=False)]

    _replace(Contents, "_collect", collect)


@defence("validity")
def _same_for_ever() -> None:
    """A folder's UIDs mean for ever what they meant first."""
    changes = Folder.changes

    def renumbered(self: Folder, since: Cursor | None) -> Iterator[Batch]:
        if since is not None:
            known = Position.of(since)
            seen = replace(self.opened, validity=known.validity, uid_next=max(self.opened.uid_next, known.known_below))
            self = replace(self, opened=seen)
        yield from changes(self, since)

    _replace(Folder, "changes", renumbered)


@defence("moves")
def _moved_is_missed() -> None:
    """What went from a folder is missed, wherever it lies now."""

    def nowhere(*_: object) -> ColumnElement[bool]:
        return false()

    _replace(store.gone, "_lies_elsewhere", nowhere)


@defence("quarantine")
def _fail_together() -> None:
    """A mail that brings the reader down brings its whole batch down."""
    read = ReadingPool.read_some

    def all_or_none(self: ReadingPool, *asked: Any) -> list[Reading | None]:  # noqa: ANN401
        found = read(self, *asked)
        if any(isinstance(each, Quarantined) for each in found):
            raise RuntimeError("the reader died")
        return found

    _replace(ReadingPool, "read_some", all_or_none)


@defence("many at once")
def _one_by_one() -> None:
    """One mailbox after another."""
    os.environ["BOSWELL_CONCURRENCY"] = "1"


@defence("seen before")
def _once_more() -> None:
    """A job trusts that it is there once: no lock, no second look, and no unique index (which the scenario drops)."""
    mark_read = _now(ingest.pipeline, "mark_read")

    def slowly(*asked: Any) -> None:  # noqa: ANN401
        time.sleep(2)  # so that those who are at it meet
        mark_read(*asked)

    _replace(ingest.pipeline, "_one_at_a_time", lambda *_: None)
    _replace(ingest.pipeline, "still_waiting", lambda _, seen: set(seen))
    _replace(ingest.pipeline, "mark_read", slowly)


@defence("fencing")
def _no_fence() -> None:
    """Whoever once began a pass may write for it whenever he wakes up."""
    _replace(store.fence, "hold", lambda *_: None)


@defence("left aside")
def _wait_for_it() -> None:
    """A message that does not come ends the pass, like anything else that does not come."""

    def given_up(_: Spoilt, error: Slow) -> None:
        raise Unavailable(str(error)) from error

    _replace(Spoilt, "note_slow", given_up)


@defence("look at first")
def _no_look_at_first() -> None:
    """A listener that begins trusts that nothing came while nobody heard."""

    def opened(self: Listener, known: Any, begun: Begun) -> None:  # noqa: ANN401
        board = self._board
        board.hold(known.mailbox.connection_id, Line(begun), begun.unread)

    _replace(Listener, "_opened", opened)


@defence("pushes")
def _no_pushes() -> None:
    """Nobody tells of news: the stage itself keeps quiet."""
