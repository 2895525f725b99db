"""The jobs that deliver registers: sharing what was approved, and bringing back what was put off."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import store.review.decide
import store.review.publish
from store.due import BATCH, take
from store.engine import Acting
from store.failpoints import reach
from store.jobs import JobRun, task


@task("publish", queue="publish")
def publish(run: JobRun, owner: str) -> None:
    """Share the notes of one owner whose hold is over."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        due = [UUID(reference) for reference in take(session, owner_id, "publish", now, BATCH)]
        reach("publish.taken")
        store.review.publish.publish(session, owner_id, due, now)
    reach("publish.done")


@task("wake", queue="publish")
def wake(run: JobRun, owner: str) -> None:
    """Bring back what one owner put off until now."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        due = [UUID(reference) for reference in take(session, owner_id, "wake", now, BATCH)]
        store.review.decide.wake(session, owner_id, due, now)
