from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from store.review.publish import publish
from tests.firm import LATER, Firm, Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def conversation(person: Person, *more: str) -> None:
    person.feed(mail(1, GRETA, person.address, *more), mail(2, person.address, GRETA, *more, answers=1))


def test_nothing_is_shared_before_the_hold_is_over(ines: Person) -> None:
    ines.hold_seconds = 60
    conversation(ines)
    ines.rule("approve", ines.suggestions("waiting"))
    ines.publish(LATER + timedelta(seconds=59))
    assert not any(ines.shared().values())
    ines.publish(LATER + timedelta(seconds=60))
    assert {row.state for row in ines.suggestions()} == {"published"}
    assert len(ines.shared()["interaction"]) == 1


def test_publishing_twice_changes_nothing(ines: Person) -> None:
    conversation(ines)
    ines.approve_all()
    before = ines.shared()
    with ines.worker.transaction(ines.acting) as session:
        publish(session, ines.user_id, [row.id for row in ines.suggestions()], LATER + timedelta(days=9))
    assert ines.shared() == before


def test_two_reps_one_exchange_is_one_note(ines: Person, jonas: Person) -> None:
    conversation(ines, jonas.address)
    ines.approve_all()
    jonas.feed(
        mail(1, GRETA, ines.address, jonas.address), mail(2, ines.address, GRETA, jonas.address, answers=1, copy="in")
    )
    before = ines.shared()
    jonas.feed(mail(3, jonas.address, GRETA, answers=1))
    approved = jonas.approve_all()
    shared = ines.shared()
    assert shared["interaction"] == before["interaction"]
    assert len(shared["interaction_source"]) == 2 + 3
    jonas.undo(approved)
    assert ines.shared() == before


def test_a_refusal_changes_nothing_that_others_can_observe(ines: Person, jonas: Person) -> None:
    conversation(ines, jonas.address)
    ines.approve_all()
    before = ines.shared()
    jonas.feed(mail(1, GRETA, ines.address, jonas.address), mail(3, jonas.address, GRETA, answers=1))
    jonas.rule("refuse", jonas.suggestions("waiting"))
    assert ines.shared() == before


def test_the_first_may_take_back_and_the_second_stays(ines: Person, jonas: Person) -> None:
    for person in (ines, jonas):
        person.feed(meeting("a", person.address, GRETA))
    op_id = ines.approve_all()
    jonas.approve_all()
    assert len(ines.shared()["interaction"]) == 1
    ines.undo(op_id)
    shared = ines.shared()
    assert len(shared["interaction"]) == 1
    assert str(ines.user_id) not in str(shared)


def test_a_shared_row_needs_an_approval(ines: Person, firm: Firm) -> None:
    statements = [
        "insert into contact (name) values ('Made up')",
        "insert into company (name) values ('Made up')",
        "insert into interaction (kind, day, starts_at) values ('mail', now(), now())",
    ]
    for statement in statements:
        with pytest.raises(IntegrityError, match="without an approval"), firm.app.transaction(ines.acting) as session:
            session.execute(text(statement))
    conversation(ines)
    ines.approve_all()
    with pytest.raises(IntegrityError, match="without an approval"), firm.app.transaction(ines.acting) as session:
        session.execute(text("delete from approval"))


def test_nobody_approves_in_another_s_name(ines: Person, jonas: Person) -> None:
    conversation(ines)
    ines.approve_all()
    with pytest.raises(Exception, match="row-level security"), jonas.app.transaction(jonas.acting) as session:
        session.execute(
            text(
                "insert into approval (entity, row_id, approver_id, decision_id)"
                " select entity, row_id, approver_id, decision_id from approval"
            )
        )
    with jonas.app.transaction(jonas.acting) as session:
        assert session.execute(text("delete from approval")).rowcount == 0  # type: ignore[attr-defined]
