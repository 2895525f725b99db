"""A worker process of its own, to be killed, with a job that it never finishes."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from threading import Event
from uuid import UUID

from store.due import put
from store.engine import Acting, Database
from store.jobs import Equipment, JobRun, run, task, worker
from tests.firm import LATER

LINGERS = "TEST_LINGERS"
BRISK = {"HEARTBEAT": 0.5, "STALL": 2.0, "RESCUE_EVERY": 1, "DISPATCH_EVERY": 1, "LOOK_EVERY": 0.2}


def linger(job: JobRun, owner: str, path: str) -> None:
    """Write something for an owner and say so; where the process is told to, stay in the middle of it."""
    with job.database.transaction(Acting(UUID(owner))) as session:
        put(session, UUID(owner), "retention", str(job.job_id), LATER)
        with Path(path).open("a") as file:
            file.write(f"{os.getpid()} {job.attempt}\n")
        if os.environ.get(LINGERS):
            time.sleep(600)


def main(url: str) -> None:
    for name, value in BRISK.items():
        setattr(worker, name, value)
    task("linger", queue="test")(linger)
    run(url, Equipment(Database(url)), concurrency=1, stop=Event())


if __name__ == "__main__":
    main(sys.argv[1])
