"""The worker: takes jobs, shows signs of life, rescues the jobs of workers that stopped showing any.

Measured: with these settings a killed worker's job starts elsewhere within 30 s; without the rescue task it never does.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event
from time import monotonic
from typing import Any

import structlog
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import UniqueViolation
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from sqlalchemy import make_url

from store.jobs.queue import dispatch
from store.jobs.registry import TASKS, Equipment, Handler, JobRun, Task
from store.jobs.retry import MAX_ATTEMPTS, Retry, told

HEARTBEAT = 5.0  # seconds between two signs of life
STALL = 15.0  # seconds without one after which a worker's jobs are taken over
RESCUE_EVERY = 10
DISPATCH_EVERY = 2
LOOK_EVERY = 2.0
GRACE = 30.0  # seconds that running jobs have once the worker is asked to stop
HEALTHY = 60.0
LONGEST_PAUSE = 30.0
KEEP_FAILED_HOURS = 7 * 24
UPKEEP = "upkeep"
NONE: Mapping[str, int] = {}
log = structlog.get_logger()


def run(
    worker_url: str, equipment: Equipment, *, concurrency: int, stop: Event, apart: Mapping[str, int] = NONE
) -> None:
    """Work until ``stop`` is set, then let running jobs finish for GRACE seconds before they are asked to abort.

    Handlers run in threads, so that a busy one does not stop the heartbeat. A lost database is waited for.

    Args:
        concurrency: how many jobs are run at the same time, those of queues that are ``apart`` left out.
        apart: queues whose jobs wait for nobody else's, and nobody else for them, with how many are run at a time.
    """
    _hush()
    asyncio.run(_keep_working(_Worker(worker_url, equipment, concurrency, stop, apart)))


def drain(worker_url: str, equipment: Equipment) -> None:
    """Run the jobs that are ready, one after another, and those that they add; return when none is left."""
    _hush()
    asyncio.run(_Worker(worker_url, equipment, 1, Event()).work(wait=False))


def _hush() -> None:
    """Keep the engine's own log out: it quotes the texts of exceptions, which may come from a mail."""
    logging.getLogger("procrastinate").setLevel(logging.CRITICAL + 1)


async def _keep_working(worker: _Worker) -> None:
    failures = 0
    while not worker.stop.is_set():
        started = monotonic()
        try:
            await worker.work(wait=True)
        except Exception as error:  # noqa: BLE001 - the worker's outer loop: it records and backs off
            log.warning("worker failed", **told(error))
        failures = 0 if monotonic() - started > HEALTHY else failures + 1
        await worker.asked_to_stop(within=min(2.0**failures, LONGEST_PAUSE))


@dataclass(frozen=True, slots=True)
class _Worker:
    url: str
    equipment: Equipment
    concurrency: int
    stop: Event
    apart: Mapping[str, int] = field(default_factory=dict)

    async def work(self, *, wait: bool) -> None:
        """One life of the engine's worker: until asked to stop, or until it loses the database."""
        threads = self.concurrency + sum(self.apart.values()) + 2
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(threads))
        async with self._app().open_async() as app:
            working = [asyncio.create_task(each) for each in self._engines(app, wait=wait)]
            stopping = asyncio.create_task(self.asked_to_stop())
            await asyncio.wait([*working, stopping], return_when=asyncio.FIRST_COMPLETED)
            for each in (stopping, *working):
                each.cancel()  # the engine understands it as: finish what runs, take nothing new
            await asyncio.wait([*working, stopping])
            for each in working:
                if not each.cancelled():
                    each.result()

    def _engines(self, app: App, *, wait: bool) -> list[Coroutine[Any, Any, None]]:
        """One for each queue that is apart, and one for the others."""
        together = {UPKEEP, *(task.queue for task in TASKS.values())} - self.apart.keys()
        crews = [([name], number) for name, number in self.apart.items()] + [(sorted(together), self.concurrency)]
        return [_engine(app, queues, number, wait=wait) for queues, number in crews]

    async def asked_to_stop(self, within: float = float("inf")) -> None:
        """Return once stop is set, or after so many seconds."""
        end = monotonic() + within
        while monotonic() < end and not self.stop.is_set():  # noqa: ASYNC110 - a signal handler or thread sets it
            await asyncio.sleep(0.2)

    def _app(self) -> App:
        dsn = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        # Losing the last moments of a job's bookkeeping only runs it again; the work itself commits durably.
        options = {"options": "-c synchronous_commit=off"}
        most = 4 + 2 * len(self.apart)
        app = App(connector=PsycopgConnector(conninfo=dsn, kwargs=options, min_size=1, max_size=most))
        app.job_manager = _Jobs(app.connector)
        for each in TASKS.values():
            app.task(name=each.name, queue=each.queue, pass_context=True, retry=Retry(each))(self._runner(each))
        _every(app, f"* * * * * */{RESCUE_EVERY}", "rescue", _rescue)
        _every(app, f"* * * * * */{DISPATCH_EVERY}", "dispatch", self._dispatch)
        _every(app, "17 * * * *", "forget", _forget)
        return app

    def _runner(self, task: Task) -> Handler:
        def runner(context: JobContext, **ids: str) -> None:
            task.handler(JobRun(context.job.id or 0, context.job.attempts, self.equipment, self.stop), **ids)

        return runner

    def _dispatch(self, _context: JobContext, *, timestamp: int) -> None:  # noqa: ARG002 - the engine passes it
        dispatch(self.equipment.database, datetime.now(UTC))


def _engine(app: App, queues: list[str], concurrency: int, *, wait: bool) -> Coroutine[Any, Any, None]:
    return app.run_worker_async(
        queues=queues,
        concurrency=concurrency,
        wait=wait,
        fetch_job_polling_interval=LOOK_EVERY,
        shutdown_graceful_timeout=GRACE,
        delete_jobs="successful",
        install_signal_handlers=False,
        update_heartbeat_interval=HEARTBEAT,
        stalled_worker_timeout=STALL,
    )


def _every(app: App, cron: str, name: str, handler: Callable[..., Any]) -> None:
    """Once per installation and moment; a sixth field is seconds.

    Without a lock: one that was killed in the middle would keep all later ones from running.
    """
    queued = app.task(name=name, queue=UPKEEP, queueing_lock=name, pass_context=True, priority=100)(handler)
    app.periodic(cron=cron)(queued)


async def _rescue(context: JobContext, *, timestamp: int) -> None:  # noqa: ARG001 - the engine passes it
    """Take over the jobs of workers that gave no sign of life."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALL):
        log.warning("job rescued", task=job.task_name, job=job.id, attempt=job.attempts)
        if job.attempts + 1 >= MAX_ATTEMPTS:
            await manager.finish_job(job, Status.FAILED, delete_job=False)
        else:
            await manager.retry_job(job)


async def _forget(context: JobContext, *, timestamp: int) -> None:  # noqa: ARG001 - the engine passes it
    """Failed jobs are kept for a week."""
    await context.app.job_manager.delete_old_jobs(
        KEEP_FAILED_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


class _Jobs(JobManager):
    """A job to be retried while its like already waits gives way to that one; the engine would keep it for ever."""

    async def retry_job(self, job: Job, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the engine's signature
        try:
            await super().retry_job(job, *args, **kwargs)
        except UniqueViolation:
            await self.finish_job(job, Status.ABORTED, delete_job=True)
