"""The jobs that deliver registers: sharing what was approved, bringing back what was put off, daily rounds, mail."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import store.review.decide
import store.review.publish
from deliver.daily import make_round
from deliver.notices import Postman as Postman
from store import weeks
from store.due import BATCH, put, take
from store.engine import Acting
from store.failpoints import reach
from store.jobs import JobRun, task

LEASE = timedelta(minutes=5)


@task("publish", queue="publish")
def publish(run: JobRun, owner: str) -> None:
    """Share the notes of one owner whose hold is over."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        due = [UUID(reference) for reference in take(session, owner_id, "publish", now, BATCH)]
        reach("publish.taken")
        store.review.publish.publish(session, owner_id, due, now)
    reach("publish.done")
    count_weeks(run, owner_id, now)


def count_weeks(run: JobRun, owner_id: UUID, now: datetime) -> None:
    """Sum the weeks whose notes changed anew, whoever changed them, some in each transaction."""
    counted = False
    while not counted and not run.stopping:
        with run.database.transaction(Acting(owner_id)) as session:
            counted = weeks.count_marked(session, now.date())


@task("wake", queue="publish")
def wake(run: JobRun, owner: str) -> None:
    """Bring back what one owner put off until now."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        due = [UUID(reference) for reference in take(session, owner_id, "wake", now, BATCH)]
        store.review.decide.wake(session, owner_id, due, now)


@task("daily", queue="deliver")
def daily(run: JobRun, owner: str) -> None:
    """Make the round of the day for one owner."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        make_round(session, owner_id, now)
    count_weeks(run, owner_id, now)


@task("deliver", queue="deliver")
def deliver(run: JobRun, owner: str) -> None:
    """Mail what one owner is to be told.

    A notice is made due again before it is sent: a worker that dies leaves it to be settled, never to be sent twice.
    """
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        references = take(session, owner_id, "deliver", now, BATCH)
        for reference in references:
            put(session, owner_id, "deliver", reference, now + LEASE)
    for reference in references:
        run.equipment.tool(Postman).deliver(owner_id, UUID(reference))
