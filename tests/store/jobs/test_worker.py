"""Workers on the real database: killed, cut off, asked to stop, given jobs that fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest
from sqlalchemy import make_url, text

from store.due import put
from store.jobs import Equipment, JobRun, drain, enqueue, run, worker
from store.jobs.registry import TASKS, Handler, Task
from store.jobs.retry import MAX_ATTEMPTS
from tests.database import Cluster, Urls
from tests.firm import Person
from tests.source_tree import ROOT
from tests.store.jobs.crew import BRISK, LINGERS, linger

Register = Callable[..., None]
ABANDON = "update procrastinate_jobs set status = 'doing', worker_id = null, attempts = %s where task_name = 'linger'"
CUT_OFF = """select pg_terminate_backend(pid) from pg_stat_activity
where datname = %s and usename = 'boswell_worker'"""


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in BRISK.items():
        monkeypatch.setattr(worker, name, value)


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> Register:
    def add(name: str, handler: Handler, *final: type[Exception]) -> None:
        monkeypatch.setitem(TASKS, name, Task(name, "test", handler, final))

    return add


def add(person: Person, name: str, lock: str | None = None, **ids: str) -> None:
    with person.worker.transaction(person.acting) as session:
        assert enqueue(session, name, ids, lock=lock, deduplicate=lock)


def jobs(person: Person) -> list[tuple[str, str, int]]:
    asked = text(
        "select task_name, status::text, attempts from procrastinate_jobs where queue_name = 'test' order by id"
    )
    with person.worker.transaction() as session:
        return [(name, status, attempts) for name, status, attempts in session.execute(asked)]


def as_owner(urls: Urls, statement: str, *values: object) -> None:
    dsn = make_url(urls.owner).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement.encode(), values)


def until(happened: Callable[[], object], seconds: float = 30) -> None:
    asked = time.monotonic()
    while not happened():
        assert time.monotonic() - asked < seconds
        time.sleep(0.05)


@contextmanager
def working(urls: Urls, person: Person, concurrency: int = 2, **apart: int) -> Iterator[Event]:
    """A worker in a thread, asked to stop at the end and waited for."""
    stop = Event()
    options = {"concurrency": concurrency, "stop": stop, "apart": apart}
    thread = Thread(target=run, args=(urls.worker, Equipment(person.worker)), kwargs=options)
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(40)
        assert not thread.is_alive()


@contextmanager
def another_process(urls: Urls, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.store.jobs.crew", urls.worker]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_job_of_a_killed_worker_is_finished_by_another(
    ines: Person, urls: Urls, register: Register, tmp_path: Path
) -> None:
    register("linger", linger)
    log = tmp_path / "log"
    add(ines, "linger", lock="one", owner=str(ines.user_id), path=str(log))
    with another_process(urls, {LINGERS: "yes"}) as process:
        until(log.exists)
        assert jobs(ines) == [("linger", "doing", 0)]
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert ines.count("due") == 0  # what it had begun is undone with it
    with working(urls, ines):
        until(lambda: jobs(ines) == [])
    assert log.read_text().splitlines() == [f"{process.pid} 0", f"{os.getpid()} 1"]
    assert ines.count("due") == 1


def test_a_worker_that_lives_keeps_its_job(ines: Person, urls: Urls, register: Register) -> None:
    began: list[int] = []

    def long(job: JobRun) -> None:
        began.append(job.attempt)
        time.sleep(2 * float(BRISK["STALL"]))

    register("long", long)
    add(ines, "long")
    with working(urls, ines), working(urls, ines):
        until(lambda: began and not jobs(ines))
    assert began == [0]


def test_a_job_that_killed_its_worker_too_often_is_given_up(
    ines: Person, urls: Urls, register: Register, tmp_path: Path
) -> None:
    register("linger", linger)
    add(ines, "linger", owner=str(ines.user_id), path=str(tmp_path / "log"))
    as_owner(urls, ABANDON, MAX_ATTEMPTS - 1)
    with working(urls, ines):
        until(lambda: jobs(ines)[0][1] == "failed")
    assert not (tmp_path / "log").exists()


def test_an_abandoned_job_gives_way_to_its_like_that_waits(
    ines: Person, urls: Urls, register: Register, tmp_path: Path
) -> None:
    register("linger", linger)
    log = tmp_path / "log"
    add(ines, "linger", lock="one", owner=str(ines.user_id), path=str(log))
    as_owner(urls, ABANDON, 0)
    add(ines, "linger", lock="one", owner=str(ines.user_id), path=str(log))
    with working(urls, ines):
        until(lambda: jobs(ines) == [])
    assert log.read_text().splitlines() == [f"{os.getpid()} 0"]


def test_a_worker_that_lost_the_database_comes_back(
    ines: Person, urls: Urls, cluster: Cluster, register: Register, tmp_path: Path
) -> None:
    register("linger", linger)
    with working(urls, ines):
        add(ines, "linger", owner=str(ines.user_id), path=str(tmp_path / "first"))
        until((tmp_path / "first").exists)
        with psycopg.connect(cluster.superuser, autocommit=True) as superuser:
            cut = superuser.execute(CUT_OFF, [make_url(urls.worker).database]).rowcount
        assert cut > 1
        add(ines, "linger", owner=str(ines.user_id), path=str(tmp_path / "second"))
        until(lambda: not jobs(ines))
    assert (tmp_path / "second").exists()


def test_a_worker_that_is_asked_to_stop_lets_a_job_finish(ines: Person, urls: Urls, register: Register) -> None:
    said: list[str] = []

    def slow(job: JobRun) -> None:
        said.append("began")
        assert job.stop.wait(20)
        assert job.stopping
        said.append("done")

    register("slow", slow)
    add(ines, "slow")
    with working(urls, ines):
        until(lambda: said)
    assert said == ["began", "done"]
    assert jobs(ines) == []


def test_what_is_due_is_dispatched_without_being_asked(ines: Person, urls: Urls, register: Register) -> None:
    owners: list[str] = []
    register("retention", lambda _job, owner: owners.append(owner))
    with ines.worker.transaction(ines.acting) as session:
        put(session, ines.user_id, "retention", "x", datetime.now(UTC))
    with working(urls, ines):
        until(lambda: owners)
    assert set(owners) == {str(ines.user_id)}


def test_jobs_of_one_lock_run_one_at_a_time(ines: Person, urls: Urls, register: Register) -> None:
    inside: list[str] = []
    most: list[int] = []

    def careful(job: JobRun, name: str) -> None:
        inside.append(name)
        most.append(len(inside))
        time.sleep(0.2)
        inside.remove(name)

    register("careful", careful)
    with ines.worker.transaction() as session:
        for number in range(4):
            enqueue(session, "careful", {"name": str(number)}, lock="one")
    with working(urls, ines, concurrency=4):
        until(lambda: not jobs(ines))
    assert most == [1, 1, 1, 1]


def test_a_queue_that_is_apart_keeps_nobody_waiting(ines: Person, urls: Urls, register: Register) -> None:
    over, order = Event(), list[str]()

    def visit(job: JobRun) -> None:
        over.wait(20)
        order.append("visit")

    def other(job: JobRun) -> None:
        order.append("other")

    register("visit", visit)
    register("other", other)
    TASKS["visit"] = replace(TASKS["visit"], queue="visits")
    for _ in range(2):
        add(ines, "visit")
    with working(urls, ines, concurrency=1, visits=2):
        add(ines, "other")
        until(lambda: order == ["other"])
        over.set()
        until(lambda: order == ["other", "visit", "visit"])


def test_draining_runs_what_is_ready_and_what_that_adds(ines: Person, urls: Urls, register: Register) -> None:
    seen: list[str] = []

    def count(job: JobRun, down: str) -> None:
        seen.append(down)
        if int(down):
            add(ines, "count", down=str(int(down) - 1))

    register("count", count)
    add(ines, "count", down="3")
    drain(urls.worker, Equipment(ines.worker))
    assert seen == ["3", "2", "1", "0"]
    assert jobs(ines) == []


def test_a_job_that_fails_is_tried_later_unless_that_is_of_no_use(
    ines: Person, urls: Urls, register: Register, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(job: JobRun) -> None:
        raise ValueError("canary from a mail")

    register("fail", fail)
    register("final", fail, ValueError)
    register("fine", lambda _job: None)
    for name in ("fail", "final", "fine"):
        add(ines, name)
    drain(urls.worker, Equipment(ines.worker))
    assert jobs(ines) == [("fail", "todo", 1), ("final", "failed", 1)]
    said = "".join(capfd.readouterr())
    assert "ValueError" in said
    assert "canary" not in said


def test_the_settings_that_a_killed_workers_job_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert worker.STALL >= 3 * worker.HEARTBEAT
    assert worker.STALL + worker.RESCUE_EVERY + worker.LOOK_EVERY <= 30
