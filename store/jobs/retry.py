"""Whether and when a failed job is tried again. Failures are logged by ids and places, without the error's text."""

from __future__ import annotations

import traceback
from pathlib import PurePath

import psycopg
import structlog
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from store.jobs.registry import Task

MAX_ATTEMPTS = 8
FIRST_WAIT = 4.0
LONGEST_WAIT = 3600.0
LONGEST_ASKED_WAIT = 86400.0
log = structlog.get_logger()


def wait_before_retry(error: BaseException, attempt: int, job_id: int) -> float | None:
    """Seconds until the next attempt (the first is 0), or None when there is none.

    Doubles from 4 s to an hour, up to a quarter later by the job's id so that jobs that failed together do not return
    together; an error's ``retry_after`` is a lower bound of at most a day.
    """
    if attempt + 1 >= MAX_ATTEMPTS:
        return None
    spread = 1 + (job_id * 2654435761 % 2**32) / 2**34
    asked = float(getattr(error, "retry_after", None) or 0)
    return max(min(FIRST_WAIT * 2.0**attempt, LONGEST_WAIT) * spread, min(asked, LONGEST_ASKED_WAIT))


class Retry(BaseRetryStrategy):
    """The engine's view of the above for one task."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again, or None to give up."""
        job_id = job.id or 0
        final = isinstance(exception, self.task.final)
        wait = None if final else wait_before_retry(exception, job.attempts, job_id)
        log.error("job failed", task=job.task_name, job=job_id, attempt=job.attempts, retry_in=wait, **told(exception))
        return None if wait is None else RetryDecision(retry_in={"seconds": round(wait)})


def told(error: BaseException) -> dict[str, str]:
    """What a log may say of an error: its type, the database's code, the place; never its text."""
    cause = getattr(error, "orig", error)
    code = cause.sqlstate if isinstance(cause, psycopg.Error) else None
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"error": type(error).__name__, "code": code or "", "at": place}
