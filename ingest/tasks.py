"""The jobs that ingest registers: following connections, reading what waits, judging meetings that have ended."""

from __future__ import annotations

from datetime import UTC, datetime
from time import monotonic
from uuid import UUID

from sqlalchemy.orm import Session

from ingest import pausing
from ingest.following import Follower as Follower
from ingest.gate import Gate as Gate
from ingest.gate import Hands as Hands
from ingest.pipeline import Desk as Desk
from ingest.pipeline import judge_ended, read_on
from store import due, traces
from store.disconnecting import purge as purge_some
from store.due import BATCH, is_put, take
from store.engine import Acting
from store.jobs import JobRun, enqueue, task

VISITS = "sync"  # the queue of what waits for servers most of the time
AWHILE = 20.0  # seconds


def ask_to_read(session: Session, owner_id: UUID) -> None:
    """Have the items that wait for an owner read: one job at a time for each owner."""
    enqueue(session, "read", {"owner": str(owner_id)}, lock=f"read:{owner_id}", deduplicate=f"read:{owner_id}")


@task("read", queue="read")
def read(run: JobRun, owner: str) -> None:
    """Read what waits for an owner, for a while: what is left then is a further job, after those of others."""
    until = monotonic() + AWHILE
    for worked in read_on(run.equipment.tool(Desk), UUID(owner), lambda: datetime.now(UTC)):
        if worked.more and (run.stopping or monotonic() > until):
            with run.database.transaction(Acting(UUID(owner))) as session:
                ask_to_read(session, UUID(owner))
            return


@task("sync", queue=VISITS, apart=True)
def sync(run: JobRun, owner: str, reference: str) -> None:
    """Follow a connection that is due; it waits for none of its owner's others, however slow they are."""
    follower, owner_id, connection_id = run.equipment.tool(Follower), UUID(owner), UUID(reference)
    if follower.take(owner_id, connection_id):
        follower.follow(owner_id, connection_id, lambda: run.stopping)


def ask_to_look(session: Session, owner_id: UUID, connection_id: UUID) -> bool:
    """Have a connection looked at now, if it is followed: something was pushed. Whether it was asked for.

    A look that has begun may have missed it, so another one follows; one that waits is enough.
    """
    if not is_put(session, owner_id, "sync", str(connection_id)):
        return False
    ids = {"owner": str(owner_id), "connection": str(connection_id)}
    held = due.lock("sync", owner_id, str(connection_id))
    return enqueue(session, "look", ids, lock=held, deduplicate=f"look:{connection_id}")


@task("look", queue=VISITS)
def look(run: JobRun, owner: str, connection: str) -> None:
    """Follow a connection that something was pushed for, whether it is due or not."""
    owner_id, connection_id = UUID(owner), UUID(connection)
    with run.database.transaction(Acting(owner_id)) as session:
        if not is_put(session, owner_id, "sync", connection):
            return  # stopped meanwhile
    run.equipment.tool(Follower).follow(owner_id, connection_id, lambda: run.stopping)


@task("retention", queue="read")
def retention(run: JobRun, owner: str) -> None:
    """Let go what was to be kept for an owner so long and no longer."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        if traces.REFERENCE in take(session, owner_id, "retention", now, BATCH):
            traces.forget(session, owner_id, now)


@task("resume", queue="upkeep")
def resume(run: JobRun, owner: str) -> None:
    """Read on where an owner's pause is over."""
    with run.database.transaction(Acting(UUID(owner))) as session:
        pausing.resume_due(session, UUID(owner), datetime.now(UTC))


@task("meeting_ended", queue="read")
def meeting_ended(run: JobRun, owner: str) -> None:
    """Suggest notes for an owner's meetings that have taken place."""
    desk, owner_id, now = run.equipment.tool(Desk), UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        references = take(session, owner_id, "meeting_ended", now, BATCH)
        judge_ended(session, desk, owner_id, [UUID(reference) for reference in references], now)


@task("purge", queue="upkeep")
def purge(run: JobRun, owner: str) -> None:
    """Delete what an owner's disconnected mailboxes left, some of it at a time."""
    owner_id, now = UUID(owner), datetime.now(UTC)
    with run.database.transaction(Acting(owner_id)) as session:
        for reference in take(session, owner_id, "purge", now, limit=1):
            if purge_some(session, owner_id, UUID(reference)):
                due.put(session, owner_id, "purge", reference, now)
