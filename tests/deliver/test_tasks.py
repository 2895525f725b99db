from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Event
from uuid import uuid4

import pytest

from deliver.tasks import Postman, daily, deliver, publish, wake
from store import rounds
from store.jobs import Equipment, JobRun
from store.outbox import put
from store.review.decide import Ruling
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail

GRETA = "greta@halden.example"


def run_of(person: Person) -> JobRun:
    return JobRun(1, 0, Equipment(person.worker), Event())


def exchange(person: Person) -> None:
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))


def test_an_approved_note_is_shared_when_its_hold_is_over(ines: Person) -> None:
    exchange(ines)
    ines.rule("approve", ines.suggestions("waiting"), MONDAY)
    assert ines.suggestions("published") == []
    publish(run_of(ines), str(ines.user_id))
    assert ines.suggestions("approved") == []
    assert ines.count("interaction") == 1
    assert ines.count("due") == 0
    assert (ines.count("company_week"), ines.count("week_mark")) == (1, 0)


def test_an_undone_approval_is_not_shared(ines: Person) -> None:
    exchange(ines)
    ines.rule("approve", ines.suggestions("waiting"), MONDAY)
    ines.undo()
    publish(run_of(ines), str(ines.user_id))
    assert ines.count("interaction") == 0


def test_what_was_put_off_comes_back(ines: Person) -> None:
    exchange(ines)
    rows = ines.suggestions("waiting")
    ines.decide(
        uuid4(), [Ruling(row.id, row.version, "later", {}, MONDAY + timedelta(hours=1)) for row in rows], MONDAY
    )
    assert ines.suggestions("waiting") == []
    wake(run_of(ines), str(ines.user_id))
    assert len(ines.suggestions("waiting")) == len(rows)


def test_a_round_plans_the_next(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        rounds.move(session, ines.user_id, MONDAY)
    for _ in range(2):
        daily(run_of(ines), str(ines.user_id))
    with ines.worker.transaction(ines.acting) as session:
        assert not rounds.begin(session, ines.user_id, datetime.now(UTC))
        assert rounds.is_planned(session, ines.user_id)


def test_a_notice_is_taken_out_of_the_outbox(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        put(session, ines.user_id, "sign-in needed", uuid4(), MONDAY)
    postman = Postman(ines.worker, None, "alder.example", lambda: MONDAY, lambda: 0.0, str.encode)
    deliver(JobRun(1, 0, Equipment(ines.worker, (postman,)), Event()), str(ines.user_id))
    assert (ines.count("outbox"), ines.count("due")) == (1, 0)


def test_a_worker_that_dies_leaves_its_notice_due(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        put(session, ines.user_id, "sign-in needed", uuid4(), MONDAY)
    with pytest.raises(LookupError):
        deliver(run_of(ines), str(ines.user_id))
    assert ines.count("due") == 1
