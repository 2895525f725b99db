from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from store.errors import Conflict, NotFound
from store.judgement.policy import BOTH, Rule
from store.models.private.policy import Policy
from store.models.private.suggestion import Decision
from store.policies.changing import Change, change
from store.policies.journal import Undone, undo, undo_use
from store.queries.policies import contradicted, in_force
from store.review.settle import Approver
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)


@pytest.fixture
def greta(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions(kind="contact"))
    return ines


def take_back(person: Person, undone: UUID | None = None, op_id: UUID | None = None, *, minutes: int = 1) -> Undone:
    with person.app.transaction(person.acting) as session:
        at = LATER + timedelta(minutes=minutes)
        return undo(session, Approver(person.user_id, 0), op_id or uuid4(), undone, at)


def undo_newest_use(person: Person, minutes: int) -> Undone:
    with person.app.transaction(person.acting) as session:
        undone = select(Decision.undoes).where(Decision.undoes.is_not(None))
        asked = select(Decision.id).where(Decision.policy_id.is_not(None), Decision.id.not_in(undone))
        newest = session.scalars(asked.order_by(Decision.id.desc())).first()
        assert newest
        at = LATER + timedelta(minutes=minutes)
        return undo_use(session, Approver(person.user_id, 0), uuid4(), newest, at)


def state(person: Person) -> tuple[str, list[str]]:
    with person.app.transaction(person.acting) as session:
        rules = session.scalars(select(Policy.state).order_by(Policy.made_at)).all()
    return person.suggestions(kind="interaction")[0].state, list(rules)


def test_one_undo_takes_back_the_rule_and_what_it_settled(greta: Person) -> None:
    greta.accept(APPROVE)
    assert state(greta) == ("approved", ["active"])
    op_id = uuid4()
    assert len(take_back(greta, op_id=op_id).settled) == 1
    assert state(greta) == ("waiting", ["deleted"])
    take_back(greta, op_id=op_id)
    assert state(greta) == ("waiting", ["deleted"])
    assert take_back(greta).settled[0].state == "waiting"
    assert greta.suggestions(kind="contact")[0].state == "waiting"
    with pytest.raises(NotFound):
        take_back(greta)


def test_undo_of_a_pause_and_of_a_delete_that_undid_puts_all_back(greta: Person) -> None:
    policy_id = greta.accept(APPROVE).policy_id
    for verb in ("pause", "delete"):
        with greta.app.transaction(greta.acting) as session:
            asked = Change(policy_id, verb, undo_too=verb == "delete")
            change(session, Approver(greta.user_id, 0), asked, uuid4(), LATER + timedelta(minutes=len(verb)))
    assert state(greta) == ("waiting", ["deleted"])
    take_back(greta, minutes=10)
    assert state(greta) == ("approved", ["paused"])
    take_back(greta, minutes=11)
    assert state(greta) == ("approved", ["active"])
    with greta.app.transaction(greta.acting) as session:
        assert contradicted(session, greta.user_id) == frozenset()


def test_a_rule_changed_since_is_a_conflict(greta: Person) -> None:
    op_id = uuid4()
    policy_id = greta.accept(APPROVE, op_id).policy_id
    with greta.app.transaction(greta.acting) as session:
        change(session, Approver(greta.user_id, 0), Change(policy_id, "pause"), uuid4(), LATER)
    with pytest.raises(Conflict, match="rule"):
        take_back(greta, op_id)
    assert state(greta) == ("approved", ["paused"])


def test_a_rule_contradicted_twice_pauses_itself_until_it_is_resumed(greta: Person) -> None:
    policy_id = greta.accept(APPROVE).policy_id
    for number in (11, 21):
        greta.feed(mail(number, greta.address, GRETA, at=MONDAY + timedelta(days=number // 10)))
    assert undo_newest_use(greta, 1).paused == ()
    assert undo_newest_use(greta, 2).paused == (policy_id,)
    with greta.app.transaction(greta.acting) as session:
        assert in_force(session, greta.user_id) == ()
    greta.feed(mail(31, greta.address, GRETA, at=MONDAY + timedelta(days=3)))
    assert len(greta.suggestions("waiting")) == 3
    with greta.app.transaction(greta.acting) as session:
        resumed = LATER + timedelta(minutes=3)
        change(session, Approver(greta.user_id, 0), Change(policy_id, "resume"), uuid4(), resumed)
        assert [policy.id for policy in in_force(session, greta.user_id)] == [policy_id]


def test_nobody_undoes_what_is_not_theirs(greta: Person, jonas: Person) -> None:
    op_id = uuid4()
    greta.accept(APPROVE, op_id)
    with pytest.raises(NotFound):
        take_back(jonas, op_id)
    assert state(greta) == ("approved", ["active"])
