from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from store.judgement.policy import BOTH, Rule
from store.judgement.workdays import Absence
from store.models.private.suggestion import Decision, Suggestion
from store.preferences import be_away
from store.queries.policies import in_force
from store.review.by_rule import HOLD, settle, write, write_waiting
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)


def exchange(person: Person, other: str, number: int, *, answers: int | None = None) -> None:
    at = MONDAY + timedelta(days=number // 10)
    sent, got = (
        mail(number, person.address, other, at=at, answers=answers),
        mail(number + 1, other, person.address, at=at),
    )
    person.feed(sent, got)


@pytest.fixture
def knows_greta(ines: Person) -> Person:
    exchange(ines, GRETA, 1)
    ines.approve_all()
    ines.approve_all()
    return ines


def states(person: Person) -> list[str]:
    return [row.state for row in person.suggestions(kind="interaction")]


def decisions(person: Person) -> list[Decision]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Decision).order_by(Decision.id)))


def test_what_is_sure_settles_by_the_rep_s_own_rule_and_is_held_for_a_day(knows_greta: Person) -> None:
    accepted = knows_greta.accept(APPROVE)
    before = len(decisions(knows_greta))
    exchange(knows_greta, GRETA, 11)
    fresh = decisions(knows_greta)[before:]
    assert {(one.verb, one.policy_id) for one in fresh} == {("approve", accepted.policy_id)}
    assert {row.share_at for row in knows_greta.suggestions("approved")} == {LATER + HOLD}
    knows_greta.publish(LATER + timedelta(hours=23))
    assert knows_greta.suggestions("approved")
    knows_greta.publish(LATER + timedelta(hours=25))
    assert set(states(knows_greta)) == {"published"}


def test_what_a_rule_approves_is_not_shared_while_its_owner_is_away(knows_greta: Person) -> None:
    knows_greta.accept(APPROVE)
    away = Absence(LATER.date(), LATER.date() + timedelta(days=3))
    with knows_greta.app.transaction(knows_greta.acting) as session:
        be_away(session, knows_greta.user_id, away, LATER)
    exchange(knows_greta, GRETA, 11)
    back = datetime(2026, 3, 11, 7, tzinfo=UTC)  # Wednesday, eight in Berlin
    assert {row.share_at for row in knows_greta.suggestions("approved")} == {back}


def test_exceptions_are_still_asked(knows_greta: Person) -> None:
    knows_greta.accept(APPROVE)
    exchange(knows_greta, KIM, 11)
    knows_greta.feed(meeting("a", knows_greta.address, GRETA, "new@umber.example"))
    knows_greta.ask_now()
    waiting = knows_greta.suggestions("waiting")
    assert {(row.kind, row.pile) for row in waiting} == {("interaction", "look"), ("contact", "look")}
    assert len(waiting) == 5


def test_what_was_undone_is_never_settled_again(knows_greta: Person) -> None:
    knows_greta.accept(APPROVE)
    exchange(knows_greta, GRETA, 11)
    made = [one for one in decisions(knows_greta) if one.policy_id]
    for one in made:
        knows_greta.undo(one.op_id)
    waiting = knows_greta.suggestions("waiting")
    assert len(waiting) == len(made)
    with knows_greta.app.transaction(knows_greta.acting) as session:
        rows = session.scalars(select(Suggestion).where(Suggestion.state == "waiting")).all()
        assert settle(session, knows_greta.user_id, rows, LATER) == ()


def test_undo_without_a_name_never_takes_back_what_a_rule_did(knows_greta: Person) -> None:
    knows_greta.accept(APPROVE)
    exchange(knows_greta, GRETA, 11)
    settled = [row.id for row in knows_greta.suggestions("approved")]
    assert {one.suggestion_id for one in knows_greta.undo()}.isdisjoint(settled)


def test_what_is_left_out_by_rule_publishes_nothing_and_can_be_undone(ines: Person) -> None:
    ines.accept(Rule("leave_out", "domain", "halden.example"))
    exchange(ines, GRETA, 1)
    assert {row.state for row in ines.suggestions()} == {"refused"}
    ines.publish()
    assert not any(ines.shared().values())
    ines.undo(decisions(ines)[-1].op_id)
    assert "waiting" in {row.state for row in ines.suggestions()}


def test_who_wants_to_be_asked_is_asked(knows_greta: Person) -> None:
    knows_greta.accept(APPROVE)
    asking = knows_greta.accept(Rule("ask", "word", "Matter 11"))
    exchange(knows_greta, GRETA, 11)
    asked = next(row for row in knows_greta.suggestions("waiting") if row.fields["title"] == "Matter 11")
    assert (asked.pile, asked.doubt, asked.policy_id) == ("look", "you want to be asked", asking.policy_id)


def test_a_person_becoming_known_lets_the_rule_speak(ines: Person) -> None:
    ines.accept(Rule("approve", "domain", "halden.example", kinds=BOTH))
    exchange(ines, GRETA, 1)
    assert set(states(ines)) == {"waiting"}
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    assert set(states(ines)) == {"approved"}


def test_one_undo_takes_back_a_decision_and_what_a_rule_made_of_it(ines: Person) -> None:
    ines.accept(Rule("approve", "domain", "halden.example", kinds=BOTH))
    for number in (1, 11):
        exchange(ines, GRETA, number)
    for _ in range(2):
        op_id = ines.rule("approve", ines.suggestions("waiting", kind="contact"))
        assert "waiting" not in states(ines)
        ines.undo(op_id)
        assert {row.state for row in ines.suggestions()} == {"waiting"}
    with ines.app.transaction(ines.acting) as session:
        assert in_force(session, ines.user_id)


def test_what_is_read_is_written_as_told(ines: Person) -> None:
    rule = Rule("write", "company_name", "Halden", "Halden Group")
    ines.accept(rule)
    exchange(ines, GRETA, 1)
    (contact,) = ines.suggestions(kind="contact")
    assert contact.fields["company_name"] == "Halden Group"
    assert contact.policy_id
    back = Rule("write", "company_name", "Halden Group", "Halden")
    with ines.app.transaction(ines.acting) as session:
        assert write([], []) == ([], {})
        assert write_waiting(session, ines.user_id, back, None) == 1
        assert write_waiting(session, ines.user_id, back, None) == 0


def test_a_typed_suggestion_is_its_owner_s(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    ines.rule("later", ines.suggestions("waiting"))
    ines.accept(Rule("leave_out", "person", GRETA))
    assert {row.state for row in ines.suggestions()} == {"later"}


def test_the_database_itself_holds_rules_to_what_is_sure(ines: Person) -> None:
    exchange(ines, GRETA, 1)
    policy_id = ines.accept(APPROVE).policy_id
    (contact,) = ines.suggestions("waiting", kind="contact")
    put = text(
        "insert into decision (owner_id, op_id, suggestion_id, verb, from_state, to_state, version_seen, version_after,"
        " before, decided_at, policy_id) select owner_id, gen_random_uuid(), id, 'approve', state, 'approved', version,"
        " version, '{}', now(), :policy from suggestion where id = :id"
    )
    rows = [contact, *ines.suggestions("waiting", kind="interaction")]
    assert {row.pile for row in rows} == {"look"}
    for row in rows:
        with (
            pytest.raises(IntegrityError, match="a rule may not decide this"),
            ines.app.transaction(ines.acting) as session,
        ):
            session.execute(put, {"id": row.id, "policy": policy_id})
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(Suggestion).where(Suggestion.id == rows[1].id).values(pile="sure", doubt=None))
        session.execute(put, {"id": rows[1].id, "policy": policy_id})
