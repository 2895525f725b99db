"""Adding jobs: in the caller's transaction, or from what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from procrastinate import SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task
from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from store import due
from store.engine import Database
from store.jobs.registry import TASKS

LIVE = text("select lock from procrastinate_jobs where lock in :locks and status in ('todo', 'doing')")


def enqueue(
    session: Session, name: str, args: Mapping[str, str], *, lock: str | None = None, deduplicate: str | None = None
) -> bool:
    """Add a job that exists when, and only when, the session's transaction commits.

    Jobs of one ``lock`` run one at a time, first come first. While a job waits, a second one with its ``deduplicate``
    is not added. Returns whether it was added. Raises KeyError when no task has the name.
    """
    try:
        with session.begin_nested():
            # Asked for inside, because SQLAlchemy sets a savepoint only when its connection is used.
            connection = session.connection().connection.driver_connection
            _defer(connection, name, args, lock, deduplicate)
    except AlreadyEnqueued:
        return False
    return True


def _defer(connection: object, name: str, args: Mapping[str, str], lock: str | None, deduplicate: str | None) -> None:
    configure_task(
        name=name,
        job_manager=JobManager(SyncPsycopgConnector()),
        queue=TASKS[name].queue,
        lock=lock,
        queueing_lock=deduplicate,
        connection=connection,
        task_kwargs=dict(args),
    ).defer()


def dispatch(database: Database, now: datetime) -> int:
    """Turn what is due by now into one job per owner and kind, or per reference. Returns how many were added.

    The job's arguments are ``owner`` and, of kinds whose references are jobs of their own, ``reference``; its handler
    takes the rows, see ``store.due``.
    """
    apart = {each.name for each in TASKS.values() if each.apart}
    with database.transaction() as session:
        work = due.waiting(session, TASKS.keys(), now, apart)
        return sum(
            enqueue(session, each.kind, _arguments(each), lock=each.lock, deduplicate=each.lock)
            for each in due.choose(work, _live(session, [each.lock for each in work]))
        )


def _arguments(work: due.DueWork) -> dict[str, str]:
    owner = {"owner": str(work.owner_id)}
    return owner if work.reference is None else owner | {"reference": work.reference}


def _live(session: Session, locks: Sequence[str]) -> set[str]:
    return set(session.scalars(LIVE.bindparams(bindparam("locks", locks, expanding=True)))) if locks else set()
