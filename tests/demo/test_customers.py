from __future__ import annotations

from demo.customers import CUSTOMERS, PLANTED, noted
from demo.world import World


def test_what_was_noted_is_over_by_the_last_day_and_oldest_first(any_world: World) -> None:
    found = noted(any_world)
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert all(each.at < each.answered and each.at.date() <= any_world.last_day for each in found)
    assert {each.rep for each in found} == {"rep", "colleague", "service"}
    assert noted(any_world) == found


def test_a_promise_is_past_its_date_and_a_customer_was_won_step_by_step(world: World) -> None:
    found = noted(world)
    assert [(each.customer.name,) for each in found if each.due and each.due < world.last_day] == [PLANTED.late]
    assert [each.step for each in found if each.step] == ["asked", "offered", "won"]
    assert {each.customer.name for each in found if each.step} == set(PLANTED.won)


def test_the_demo_s_other_companies_have_other_names(any_world: World) -> None:
    assert not {each.domain for each in CUSTOMERS} & {one.firm.domain for one in any_world.people if one.firm}
