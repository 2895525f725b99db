from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from demo.coaching import coach
from demo.world import World
from store.one_to_ones import lines
from store.queries.goals import goals, reviews
from tests.builders import MONDAY
from tests.firm import LATER, Firm, Person
from tests.store.goals_set import company_of


def test_a_manager_and_a_rep_have_a_goal_and_a_one_to_one(
    firm: Firm, ines: Person, jonas: Person, world: World
) -> None:
    here = replace(world, last_day=MONDAY.date() + timedelta(days=4))
    assert coach(firm.app, here) is None  # nobody manages
    petra = firm.person("Petra", "manager")
    assert coach(firm.app, here) is None  # no company is known
    company_of(ines)
    goal_id = coach(firm.app, here)
    assert goal_id
    first = min((ines, jonas), key=lambda each: each.address)
    with petra.app.transaction(petra.acting) as session:
        (seat,) = goals(session)
        assert (seat.id, seat.is_in_force, len(seat.terms.markers)) == (goal_id, True, 2)
        assert len(reviews(session, goal_id)) == 1
        assert len(lines(session, petra.user_id, first.user_id, LATER)) == 2
