from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.jobs import Job
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store.jobs.registry import JobRun, Task
from store.jobs.retry import FIRST_WAIT, LONGEST_ASKED_WAIT, LONGEST_WAIT, MAX_ATTEMPTS, Retry, told, wait_before_retry
from tests.firm import Person


class Asked(Exception):  # noqa: N818
    """An error that says when to come back."""

    def __init__(self, retry_after: float | None) -> None:
        super().__init__("canary")
        self.retry_after = retry_after


def job(attempts: int) -> Job:
    return Job(id=3, status="doing", queue="q", lock=None, queueing_lock=None, task_name="t", attempts=attempts)


def nothing(run: JobRun) -> None:
    """Do nothing."""


def test_waits_double_up_to_an_hour() -> None:
    waits = [wait_before_retry(ValueError(), attempt, 0) for attempt in range(MAX_ATTEMPTS - 1)]
    assert waits == [4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0]
    assert FIRST_WAIT * 2**6 < LONGEST_WAIT


def test_after_the_last_attempt_there_is_none() -> None:
    assert wait_before_retry(ValueError(), MAX_ATTEMPTS - 1, 1) is None
    assert wait_before_retry(Asked(60), MAX_ATTEMPTS, 1) is None


def test_jobs_that_failed_together_do_not_return_together() -> None:
    waits = {wait_before_retry(ValueError(), 6, number) for number in range(1, 200)}
    assert len(waits) == 199
    assert all(wait and 256 <= wait < 256 * 1.25 for wait in waits)


@given(st.floats(0, 10**7), st.integers(0, MAX_ATTEMPTS - 2), st.integers(0, 2**40))
def test_what_a_place_asks_for_is_the_least_within_a_day(asked: float, attempt: int, number: int) -> None:
    wait = wait_before_retry(Asked(asked), attempt, number)
    usual = wait_before_retry(Asked(None), attempt, number)
    assert wait is not None
    assert usual is not None
    assert wait == max(usual, min(asked, LONGEST_ASKED_WAIT))


def test_an_error_after_which_trying_is_of_no_use_ends_it() -> None:
    retry = Retry(Task("t", "q", nothing, (KeyError,)))
    assert retry.get_retry_decision(exception=KeyError("x"), job=job(0)) is None
    again = retry.get_retry_decision(exception=ValueError("x"), job=job(0))
    assert again is not None
    assert again.retry_at is not None
    assert retry.get_retry_decision(exception=ValueError("x"), job=job(MAX_ATTEMPTS - 1)) is None


def test_a_log_gets_type_and_place_and_never_the_text() -> None:
    with pytest.raises(Asked) as raised:
        raise Asked(None)
    said = told(raised.value)
    assert (said["error"], said["code"]) == ("Asked", "")
    assert said["at"].startswith("test_retry.py:")
    assert "canary" not in str(said)
    assert told(ValueError("canary"))["at"] == ""


def test_a_log_gets_the_databases_code(ines: Person) -> None:
    with pytest.raises(DBAPIError) as raised, ines.worker.transaction() as session:
        session.execute(text("select 1 / 0, 'canary'"))
    said = told(raised.value)
    assert said["code"] == "22012"
    assert "canary" not in str(said)
