from __future__ import annotations

from threading import Event

import pytest

from store.engine import Database
from store.jobs.registry import TASKS, Equipment, JobRun, Task, task


class Lamp:
    """A tool."""


@pytest.fixture
def nowhere() -> Database:
    return Database("postgresql+psycopg://nobody@localhost/nothing")


def test_a_tool_is_found_by_its_type(nowhere: Database) -> None:
    lamp = Lamp()
    assert Equipment(nowhere, ("text", lamp)).tool(Lamp) is lamp
    with pytest.raises(LookupError, match="without Lamp"):
        Equipment(nowhere, ("text",)).tool(Lamp)


def test_a_job_knows_its_database_and_whether_it_should_stop(nowhere: Database) -> None:
    run = JobRun(7, 0, Equipment(nowhere), Event())
    assert run.database is nowhere
    assert not run.stopping
    run.stop.set()
    assert run.stopping


def test_a_task_is_registered_under_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(TASKS, "paint", raising=False)

    def paint(run: JobRun) -> None:
        """Paint."""

    try:
        assert task("paint", queue="walls", final=(ValueError,))(paint) is paint
        assert TASKS["paint"] == Task("paint", "walls", paint, (ValueError,))
        with pytest.raises(ValueError, match="two tasks are named paint"):
            task("paint", queue="walls")(paint)
    finally:
        TASKS.pop("paint", None)
