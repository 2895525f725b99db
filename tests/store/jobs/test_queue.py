"""A job belongs to the transaction that adds it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

import deliver.tasks
import ingest.tasks
from store.jobs.queue import dispatch, enqueue
from tests.builders import MONDAY
from tests.firm import Person

REGISTERED = (deliver.tasks, ingest.tasks)


def jobs(person: Person) -> int:
    return person.count("procrastinate_jobs")


def test_a_job_commits_with_its_transaction(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        assert enqueue(session, "read", {"owner": str(ines.user_id)}, lock="a")
    assert jobs(ines) == 1


def test_a_job_vanishes_with_its_transaction(ines: Person) -> None:
    def fail() -> None:
        with ines.worker.transaction(ines.acting) as session:
            enqueue(session, "read", {"owner": str(ines.user_id)}, lock="a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert jobs(ines) == 0


def test_a_job_that_waits_already_is_not_added_and_the_work_beside_it_stays(ines: Person) -> None:
    rename = text("update app_user set name = name || '!' where id = :id")
    for _ in range(2):
        with ines.app.transaction(ines.acting) as session:
            session.execute(rename, {"id": ines.user_id})
            added = enqueue(session, "read", {"owner": str(ines.user_id)}, lock="a", deduplicate="a")
    assert not added
    assert jobs(ines) == 1
    with ines.app.transaction(ines.acting) as session:
        assert session.scalar(text("select name from app_user where id = :id"), {"id": ines.user_id}) == "Ines!!"


def test_a_task_that_nobody_registered_is_refused(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session, pytest.raises(KeyError):
        enqueue(session, "paint", {})


def test_nothing_is_due_in_an_empty_house(ines: Person) -> None:
    assert dispatch(ines.worker, MONDAY) == 0
