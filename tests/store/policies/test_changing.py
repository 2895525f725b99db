from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from store import policies
from store.errors import NotFound
from store.judgement.policy import BOTH, Rule
from store.models.private.policy import Policy, PolicyChange
from store.policies.changing import Change, accept, change
from store.review.settle import Approver, Settled
from tests.firm import LATER, Person
from tests.readings import mail

GRETA = "greta@halden.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)


@pytest.fixture
def greta(ines: Person) -> Person:
    """Greta is known, and a note with her waits, sure."""
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions(kind="contact"))
    return ines


def do(
    person: Person, policy_id: UUID, verb: str, op_id: UUID | None = None, *, undo_too: bool = False
) -> tuple[Settled, ...]:
    with person.app.transaction(person.acting) as session:
        asked = Change(policy_id, verb, undo_too)  # type: ignore[arg-type]  # one of its verbs
        return change(session, Approver(person.user_id, 0), asked, op_id or uuid4(), LATER)


def rules(person: Person) -> list[tuple[str, str]]:
    with person.app.transaction(person.acting) as session:
        return [(row.label, row.state) for row in session.scalars(select(Policy).order_by(Policy.made_at, Policy.id))]


def note_state(person: Person) -> str:
    return person.suggestions(kind="interaction")[0].state


def test_accepting_makes_a_rule_and_settles_what_waits(greta: Person) -> None:
    accepted = greta.accept(APPROVE)
    assert [one.state for one in accepted.settled] == ["approved"]
    assert rules(greta) == [("Greta", "active")]


def test_a_repeated_operation_changes_nothing(greta: Person) -> None:
    op_id = uuid4()
    first = greta.accept(APPROVE, op_id)
    assert greta.accept(APPROVE, op_id).policy_id == first.policy_id
    do(greta, first.policy_id, "delete", again := uuid4())
    assert do(greta, first.policy_id, "delete", again) == ()
    do(greta, greta.accept(APPROVE).policy_id, "pause", again := uuid4())
    assert do(greta, greta.accept(APPROVE).policy_id, "pause", again) == ()
    assert rules(greta)[-1][1] == "active"


def test_the_same_rule_is_there_once_and_another_word_of_it_takes_its_place(greta: Person) -> None:
    first = greta.accept(APPROVE)
    assert greta.accept(APPROVE).policy_id == first.policy_id
    narrower = greta.accept(Rule("approve", "person", GRETA, kinds=("mail",)))
    assert narrower.policy_id != first.policy_id
    assert [state for _, state in rules(greta)] == ["deleted", "active"]


def test_a_paused_rule_does_nothing_until_it_is_resumed(greta: Person) -> None:
    rule = Rule("leave_out", "domain", "kestrel.example")
    accepted = greta.accept(rule)
    do(greta, accepted.policy_id, "pause")
    greta.feed(mail(5, "kim@kestrel.example", greta.address), mail(6, greta.address, "kim@kestrel.example", answers=5))
    assert len(greta.suggestions("refused")) == 0
    do(greta, accepted.policy_id, "resume")
    greta.feed(mail(7, "kim@kestrel.example", greta.address, answers=6))
    greta.ask_now()
    assert len(greta.suggestions("refused")) == 2


@pytest.mark.parametrize(("undo_too", "state"), [(True, "waiting"), (False, "approved")])
def test_deleting_may_undo_what_the_rule_did(greta: Person, undo_too: bool, state: str) -> None:  # noqa: FBT001 - a parameter
    accepted = greta.accept(APPROVE)
    do(greta, accepted.policy_id, "delete", undo_too=undo_too)
    assert (note_state(greta), rules(greta)[0][1]) == (state, "deleted")


def test_only_one_s_own_rules_change(greta: Person, jonas: Person) -> None:
    accepted = greta.accept(APPROVE)
    for person, policy_id in ((jonas, accepted.policy_id), (greta, uuid4())):
        with pytest.raises(NotFound):
            do(person, policy_id, "delete")
    with pytest.raises(NotFound), greta.app.transaction(greta.acting) as session:
        accept(session, Approver(greta.user_id, 0), '["approve", "word", "x", ""]', uuid4(), LATER)


def test_a_write_rule_holds_for_those_who_wait(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    accepted = ines.accept(Rule("write", "company_name", "Halden", "Halden Group"))
    assert ines.suggestions(kind="contact")[0].fields["company_name"] == "Halden Group"
    do(ines, accepted.policy_id, "pause")
    assert ines.suggestions(kind="contact")[0].fields["company_name"] == "Halden"


def test_every_change_is_written_down(greta: Person) -> None:
    accepted = greta.accept(APPROVE)
    for verb in ("pause", "resume", "delete"):
        do(greta, accepted.policy_id, verb)
    with greta.app.transaction(greta.acting) as session:
        journal = session.scalars(select(PolicyChange).order_by(PolicyChange.id)).all()
    assert [(one.verb, one.from_state, one.to_state) for one in journal] == [
        ("accept", "deleted", "active"), ("pause", "active", "paused"), ("resume", "paused", "active"),
        ("delete", "active", "deleted"),
    ]  # fmt: skip
    assert policies.accept is accept
