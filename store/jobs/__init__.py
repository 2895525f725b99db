"""Jobs in the same database: a registry of tasks by name, enqueue() in the caller's transaction, run().

The only package that knows Procrastinate. A job carries ids alone, never content, and is safe to run twice: a worker
that dies leaves its job to be rescued, and one that was only asleep may finish it a second time.
"""

from store.jobs.queue import dispatch, enqueue
from store.jobs.registry import Equipment, JobRun, task
from store.jobs.worker import drain, run

__all__ = ["Equipment", "JobRun", "dispatch", "drain", "enqueue", "run", "task"]
