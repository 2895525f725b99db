"""Goals: proposed by one, in force when all have agreed, paused and ended by either, seen by nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from store.errors import NotFound
from store.goals import Looked, Verb, end_all, look_back, propose, settle
from store.judgement.goals.terms import Terms
from store.queries.goals import Seat, goals, reviews
from tests.firm import LATER, Firm, Person
from tests.store.goals_set import BEGIN, agreed, company_of, proposed, terms_with

VERBS: tuple[Verb, ...] = ("agree", "pause", "end")
AGAIN: tuple[Verb, ...] = ("agree", "resume")
TABLES = ("goal", "goal_company", "goal_marker", "goal_agreement", "goal_review")


def seen(person: Person) -> list[Seat]:
    with person.app.transaction(person.acting) as session:
        return goals(session)


def says(person: Person, goal: Seat, verb: Verb) -> None:
    with person.app.transaction(person.acting) as session:
        settle(session, person.user_id, goal.id, verb, LATER)


@pytest.fixture
def petra(firm: Firm) -> Person:
    return firm.person("Petra", "manager")


@pytest.fixture
def terms(ines: Person) -> Terms:
    return terms_with(company_of(ines))


def test_it_is_in_force_when_both_agreed_and_either_may_pause_and_end_it(
    ines: Person, petra: Person, terms: Terms
) -> None:
    proposed(petra, ines, terms)
    (one,) = seen(ines)
    assert (one.is_in_force, [each.agreed for each in one.people if each.id == ines.user_id]) == (False, [False])
    says(ines, one, "agree")
    says(ines, one, "agree")
    (one,) = seen(petra)
    assert (one.is_in_force, one.terms, list(one.companies.values())) == (True, terms, ["Halden"])
    says(ines, one, "pause")
    (paused,) = seen(petra)
    assert (paused.is_in_force, paused.name_of(paused.paused_by), paused.name_of(None)) == (False, "Ines", "")
    says(petra, one, "resume")
    assert seen(ines)[0].is_in_force
    says(petra, one, "end")
    assert not seen(ines)[0].is_in_force
    for verb in AGAIN:
        with pytest.raises(NotFound):
            says(ines, one, verb)


def test_the_people_named_alone_see_it_and_act(firm: Firm, ines: Person, petra: Person, terms: Terms) -> None:
    goal_id = agreed(petra, ines, terms)
    with ines.app.transaction(ines.acting) as session:
        look_back(session, ines.user_id, goal_id, Looked(terms.ends_on, "They say yes"), LATER)
    (one,) = seen(ines)
    for stranger in (firm.person("Jonas"), firm.person("Paul", "manager"), firm.person("Rita", "reader")):
        assert seen(stranger) == []
        for verb in VERBS:
            with pytest.raises(NotFound):
                says(stranger, one, verb)
        with pytest.raises(NotFound), stranger.app.transaction(stranger.acting) as session:
            look_back(session, stranger.user_id, goal_id, Looked(terms.ends_on, "x"), LATER)
        with stranger.app.transaction(stranger.acting) as session:
            assert {name: session.scalar(text(f"select count(*) from {name}")) for name in TABLES} == dict.fromkeys(
                TABLES, 0
            )
    with firm.worker.transaction(ines.acting) as session, pytest.raises(ProgrammingError, match="permission denied"):
        session.execute(text("select 1 from goal"))


@pytest.mark.parametrize(
    "statement",
    [
        "insert into goal_agreement (goal_id, user_id, agreed_at) values (:goal, :other, now())",
        "insert into goal_company (goal_id, company_id) values (:goal, (select id from company limit 1))",
        "insert into goal_marker (goal_id, day, target) values (:goal, '2030-01-01', 9)",
        "insert into goal_review values (:goal, '2030-01-01', :other, 'x', now())",
        (
            "insert into goal (people, measure, target, begins_on, ends_on, proposed_by, proposed_at) values (array"
            "[cast(:me as uuid), cast(:other as uuid)], 'two_way', 1, '2030-01-01', '2030-02-01', :other, now())"
        ),
        "update goal set target = 1",
        "update goal set people = array[cast(:me as uuid), gen_random_uuid()]",
        "delete from goal",
        "delete from goal_agreement",
        "update goal_marker set target = 1",
    ],
)
def test_nobody_agrees_or_speaks_for_another_and_terms_stay(
    ines: Person, petra: Person, terms: Terms, statement: str
) -> None:
    goal_id = proposed(petra, ines, terms)
    values = {"goal": goal_id, "me": petra.user_id, "other": ines.user_id}
    refused = pytest.raises(DBAPIError, match=r"row-level security|permission denied")
    with refused, petra.app.transaction(petra.acting) as session:
        session.execute(text(statement), {name: value for name, value in values.items() if f":{name}" in statement})
    assert seen(ines)[0].terms == terms


def test_a_manager_and_a_rep_set_it_with_terms_that_can_be_met(
    firm: Firm, ines: Person, jonas: Person, petra: Person, terms: Terms
) -> None:
    rita = firm.person("Rita", "reader")
    for people in ([jonas], [ines], []):
        with pytest.raises(NotFound), ines.app.transaction(ines.acting) as session:
            propose(session, ines.user_id, [each.user_id for each in people], terms, LATER)
    with pytest.raises(NotFound), petra.app.transaction(petra.acting) as session:
        propose(session, petra.user_id, [rita.user_id], terms, LATER)
    with pytest.raises(NotFound), petra.app.transaction(petra.acting) as session:
        propose(session, petra.user_id, [ines.user_id], replace(terms, companies=(uuid4(),)), LATER)
    with pytest.raises(ValueError, match="days"), petra.app.transaction(petra.acting) as session:
        propose(session, petra.user_id, [ines.user_id], replace(terms, ends_on=BEGIN), LATER)
    assert seen(petra) == []
    with petra.app.transaction(petra.acting) as session:
        propose(session, petra.user_id, [ines.user_id, jonas.user_id], terms, LATER)
    assert len(seen(jonas)[0].people) == 3


def test_what_is_said_at_a_marker_is_said_anew_and_taken_back(ines: Person, petra: Person, terms: Terms) -> None:
    goal_id = agreed(petra, ines, terms)
    day = terms.markers[0].day

    def says_at(who: Person, words: str) -> None:
        with who.app.transaction(who.acting) as session:
            look_back(session, who.user_id, goal_id, Looked(day, words), LATER)

    says_at(petra, "Half of them")
    says_at(ines, "They write first")
    says_at(ines, "They ask for a price")
    with petra.app.transaction(petra.acting) as session:
        assert [(each.author, each.words, each.day) for each in reviews(session, goal_id)] == [
            ("Ines", "They ask for a price", day), ("Petra", "Half of them", day),
        ]  # fmt: skip
    says_at(ines, "")
    with pytest.raises(NotFound), ines.app.transaction(ines.acting) as session:
        look_back(session, ines.user_id, goal_id, Looked(day + timedelta(days=1), "x"), LATER)
    with petra.app.transaction(petra.acting) as session:
        assert [each.author for each in reviews(session, goal_id)] == ["Petra"]


def test_who_leaves_ends_their_goals(ines: Person, jonas: Person, petra: Person, terms: Terms) -> None:
    agreed(petra, ines, terms)
    agreed(petra, jonas, terms)
    with ines.app.transaction(ines.acting) as session:
        end_all(session, ines.user_id, LATER)
    assert sorted(each.is_in_force for each in seen(petra)) == [False, True]
