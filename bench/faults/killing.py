"""Sudden death of workers and of the database, workers that sleep past their lease, and jobs delivered twice."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import select

from bench.faults.ground import Rep, Worker
from bench.faults.pretences import SLEEP
from bench.faults.stage import Play, Scenario, Stage
from store.engine import Acting
from store.errors import Conflict
from store.failpoints import NAMES, VARIABLE
from store.jobs import enqueue
from store.models.private.suggestion import Suggestion
from store.review.decide import Approver, Ruling, decide
from tests.peers.cutting import Fault

MOST_HITS = 3
TO_WRITE = 5.0  # seconds that one who wakes up has for it
LIFE = 90.0  # seconds within which a worker comes by a point
PAUSE, QUICK_PAUSE = 120.0, 40.0  # the lease of a job ends after 15 to 25
# All is done by then: only what comes next shows whether somebody still looks.
AFTERWARDS = ("state.", "pass.", "read.committed", "publish.done")
DEFENCES = {
    "due.taken": "lease",
    "batch.kept": "one transaction",
    "batch.asked-for": "one transaction",
    "gone.marked": "one transaction",
    "read.taken": "read at the end",
    "read.answered": "read at the end",
    "read.recorded": "read at the end",
    "read.suggested": "read at the end",
    "publish.taken": "publishing at once",
}  # where there is no other: that somebody takes over
LAG = Fault(latency=0.03)


def at_point(name: str) -> Play:
    """SIGKILL when a worker comes by a point for the nth time; another one takes over."""

    def play(stage: Stage) -> None:
        stage.fill(16)
        stage.compared = name.startswith("read.")
        hits = 1 if name.startswith(("due.", "pass.", "state.", "publish.")) else stage.chance.randint(1, MOST_HITS)
        worker = stage.start(**{VARIABLE: f"{name}={hits}"})
        if not _lived(stage, worker, name):
            stage.complain(f"{name} was not passed {hits} times")
            worker.kill()
        stage.start()
        stage.heal(in_silence=not name.startswith(AFTERWARDS))
        if name == "publish.done":
            for rep in stage.reps:
                approve(stage, rep)

    return play


def _lived(stage: Stage, worker: Worker, name: str) -> bool:
    """Everything that happens in a mailbox, until the worker dies of it."""
    latest = time.monotonic() + LIFE
    while time.monotonic() < latest:
        if worker.died_within(2.5):
            return True
        for rep in stage.reps:
            rep.box.deliver(3, stage.chance)
            if name.startswith("gone."):
                rep.box.expunge_some(2, stage.chance)
            if name.startswith("publish."):
                approve(stage, rep)
        stage.push()
    return False


def approve(stage: Stage, rep: Rep) -> None:
    """The owner approves a note, as the page would; one that changed meanwhile is left for the next time."""
    with suppress(Conflict), stage.ground.app.transaction(Acting(rep.user_id)) as session:
        row = session.scalars(select(Suggestion).where(Suggestion.state == "waiting").limit(1)).first()
        if row is not None:
            ruling = Ruling(row.id, row.version, "approve", {})
            decide(session, Approver(rep.user_id, 0), uuid4(), [ruling], datetime.now(UTC))
            stage.approved.append(row.id)


def at_random_byte(stage: Stage) -> None:
    """SIGKILL in the middle of a literal, wherever that is."""
    stage.fill(60)
    worker = stage.start()
    for rep in stage.reps:
        rep.proxy.fault = LAG
    enough = stage.chance.randrange(5_000, 120_000)
    latest = time.monotonic() + LIFE
    while stage.reps[0].proxy.carried < enough and time.monotonic() < latest:
        time.sleep(0.002)
    worker.kill()
    stage.start()
    stage.heal(in_silence=True)


def database(stage: Stage) -> None:
    """SIGKILL to PostgreSQL, three times while mail is read."""
    stage.fill(60)
    for rep in stage.reps:
        rep.proxy.fault = LAG
    stage.start()
    stage.some_are_stored()
    for _ in range(3):
        time.sleep(stage.chance.uniform(0.5, 4))
        stage.ground.kill_database()
        for rep in stage.reps:
            rep.box.deliver(4, stage.chance)
        time.sleep(stage.chance.uniform(0.1, 2))
        stage.ground.start_database()
        stage.push()
    stage.heal()


def asleep(stage: Stage) -> None:
    """A worker sleeps past its lease with mail in its hands, some of which goes meanwhile.

    It wakes up while another one has newer mail of that mailbox in its own hands: what it then writes, nobody would
    ever look at again.
    """
    stage.fill(40)
    sleepers = [stage.ground.home / name for name in ("first-sleeps", "second-sleeps")]
    sleepers[0].touch()
    first = stage.start(**{SLEEP: str(sleepers[0])})
    _is_asleep(stage, first)
    second = stage.start(**{SLEEP: str(sleepers[1])})
    latest = time.monotonic() + (QUICK_PAUSE if stage.quick else PAUSE)
    while time.monotonic() < latest:
        time.sleep(4)
        stage.deliver(2)
    for rep in stage.reps:
        rep.box.expunge_some(12, stage.chance)
    stage.push()
    stage.all_lie_where_they_do()
    sleepers[1].touch()
    stage.deliver(2)
    _is_asleep(stage, second)
    first.resume()
    time.sleep(TO_WRITE)
    second.resume()
    stage.heal()


def _is_asleep(stage: Stage, worker: Worker) -> None:
    if not worker.asleep_within(60):
        stage.complain("no worker fell asleep")


def redelivered(stage: Stage) -> None:
    """Every job is there one to five times, in any order, several at once."""
    stage.compared = True
    if stage.without == "seen before":
        stage.ground.rows("alter table message drop constraint message_owner_id_sha256_key")
    stage.fill(30)
    stage.start()
    for _ in range(6):
        for rep in stage.chance.sample(stage.reps, len(stage.reps)):
            rep.box.deliver(4, stage.chance)
            _again(stage, rep)
        stage.push()
        time.sleep(1)
    stage.heal()


def _again(stage: Stage, rep: Rep) -> None:
    with stage.ground.worker.transaction(Acting(rep.user_id)) as session:
        owner, connection = {"owner": str(rep.user_id)}, {"reference": str(rep.connection_id)}
        for name, asked in (("read", owner), ("sync", owner | connection)):
            for _ in range(stage.chance.randint(1, 5)):
                enqueue(session, name, asked)


SCENARIOS = (
    *(
        Scenario(f"worker killed at {name}", "F01", at_point(name), DEFENCES.get(name, "rescue"), mailboxes=2)
        for name in NAMES
        if not name.startswith("push.")
    ),
    Scenario("worker killed at a random byte", "F01", at_random_byte, "rescue"),
    Scenario("database killed three times", "F07", database, "patience with the database"),
    Scenario("worker asleep past its lease", "F22", asleep, "fencing", mailboxes=1),
    Scenario("jobs delivered several times", "F20", redelivered, "seen before"),
)
