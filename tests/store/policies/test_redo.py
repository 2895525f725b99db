from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from store.errors import Conflict, NotFound
from store.judgement.policy import BOTH, Rule
from store.models.private.policy import Policy
from store.policies import redo, undo
from store.review.settle import Approver, Settled
from tests.firm import LATER, Person
from tests.readings import mail

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(mail(20, KIM, ines.address), mail(21, ines.address, KIM, answers=20))
    return ines


def take_back(person: Person) -> tuple[Settled, ...]:
    with person.app.transaction(person.acting) as session:
        return undo(session, Approver(person.user_id, 0), uuid4(), None, LATER).settled


def again(person: Person, op_id: UUID | None = None) -> tuple[Settled, ...]:
    with person.app.transaction(person.acting) as session:
        return redo(session, Approver(person.user_id, 30), op_id or uuid4(), LATER)


def states(person: Person) -> list[str]:
    return [row.state for row in person.suggestions()]


@pytest.mark.parametrize("verb", ["approve", "refuse", "later", "keep_private", "edit"])
def test_each_verb_is_done_again(fed: Person, verb: str) -> None:
    note = fed.suggestions("waiting", kind="interaction")[0]
    typed = {"title": "Prices"} if verb == "edit" else {}
    fed.rule(verb, [note], **typed)  # type: ignore[arg-type]  # one of its literals
    decided = {row.id: (row.state, row.typed, row.version, row.wake_at) for row in fed.suggestions()}
    take_back(fed)
    assert fed.suggestions("waiting", kind="interaction")[0].typed == {}
    (settled,) = again(fed)
    assert settled.suggestion_id == note.id
    assert {row.id: (row.state, row.typed, row.version, row.wake_at) for row in fed.suggestions()} == decided


def test_undo_and_redo_are_one_stack(fed: Person) -> None:
    first, second, *_ = fed.suggestions("waiting", kind="interaction")
    fed.rule("approve", [first])
    fed.rule("refuse", [second])
    decided = states(fed)
    take_back(fed)
    take_back(fed)
    assert set(states(fed)) == {"waiting"}
    assert [one.suggestion_id for one in again(fed)] == [first.id]
    assert [one.suggestion_id for one in again(fed)] == [second.id]
    assert states(fed) == decided
    take_back(fed)
    assert [one.suggestion_id for one in again(fed)] == [second.id]
    with pytest.raises(NotFound):
        again(fed)


def test_a_new_decision_ends_what_may_be_redone(fed: Person) -> None:
    first, second, *_ = fed.suggestions("waiting", kind="interaction")
    fed.rule("approve", [first])
    take_back(fed)
    fed.rule("approve", [second])
    with pytest.raises(NotFound):
        again(fed)


def test_a_repeated_redo_changes_nothing(fed: Person) -> None:
    fed.rule("approve", fed.suggestions("waiting", kind="interaction")[:1])
    take_back(fed)
    op_id = uuid4()
    assert again(fed, op_id) == again(fed, op_id)
    assert fed.count("decision") == 3


def test_what_changed_since_is_not_decided_unseen(fed: Person) -> None:
    note = fed.suggestions("waiting", kind="interaction")[0]
    fed.rule("refuse", [note])
    take_back(fed)
    fed.feed(mail(3, GRETA, fed.address, answers=1))
    with pytest.raises(Conflict):
        again(fed)


def test_a_rule_comes_back_with_what_it_settled(fed: Person) -> None:
    fed.rule("approve", fed.suggestions(kind="contact"))
    fed.accept(Rule("approve", "person", GRETA, kinds=BOTH))
    decided = states(fed)
    assert "approved" in [row.state for row in fed.suggestions(kind="interaction")]
    take_back(fed)
    assert again(fed)
    assert states(fed) == decided
    with fed.app.transaction(fed.acting) as session:
        assert session.scalars(select(Policy.state)).all() == ["active"]


def test_nobody_redoes_what_is_anothers(fed: Person, jonas: Person) -> None:
    fed.rule("approve", fed.suggestions("waiting")[:1])
    take_back(fed)
    with pytest.raises(NotFound):
        again(jonas)
