from __future__ import annotations

from uuid import UUID

from store.judgement.goals.counting import (
    Answer,
    Customer,
    Note,
    Promise,
    Seen,
    Won,
    customers_kept,
    deals_sum,
    deals_won,
    new_customers,
    promises_kept,
    replies_within,
    roles_met,
    second_contacts,
    two_way,
)
from tests.store.judgement.goals.setting import BEGIN, on

HALDEN, KESTREL = UUID(int=1), UUID(int=2)
GRETA, PAVEL, MERCY = UUID(int=11), UUID(int=12), UUID(int=13)


def note(number: int, week: int, sides: str, company: UUID = HALDEN) -> Note:
    return Note(company, "Halden", UUID(int=number), on(week), "t" in sides, "o" in sides, "m" in sides)


def seen(number: int, week: int, contact: UUID, role: str = "Buyer", *, met: bool = True) -> Seen:
    return Seen(HALDEN, "Halden", contact, "Somebody", role, UUID(int=number), on(week), met)


def test_a_company_counts_since_both_wrote_by_the_notes_that_say_so() -> None:
    (one,) = two_way([note(3, 3, "t"), note(2, 2, "o"), note(1, 1, "o"), note(4, 4, "to")])
    assert (one.ref, one.day, one.notes) == (HALDEN, on(3), (UUID(int=3), UUID(int=1)))
    (met,) = two_way([note(1, 1, "o"), note(2, 2, "m"), note(3, 3, "t")])
    assert (met.day, met.notes) == (on(2), (UUID(int=2),))
    (at_once,) = two_way([note(1, 1, "to")])
    assert at_once.notes == (UUID(int=1),)
    assert two_way([note(1, 1, "o"), note(2, 1, "t", KESTREL)]) == []


def test_a_second_contact_counts_when_found_since_the_beginning() -> None:
    first, second, third = seen(1, -3, GRETA), seen(2, 2, PAVEL), seen(3, 4, MERCY)
    (one,) = second_contacts([third, seen(4, 5, GRETA), second, first], BEGIN)
    assert (one.ref, one.day, one.notes) == (HALDEN, on(2), (UUID(int=2),))
    assert second_contacts([first], BEGIN) == []
    assert second_contacts([first, seen(2, -1, PAVEL), third], BEGIN) == []


def test_each_role_counts_once_by_its_first_meeting() -> None:
    rows = [
        seen(1, 3, GRETA), seen(2, 1, GRETA, met=False), seen(3, 2, PAVEL, "buyer"), seen(4, 2, MERCY, "Finance"),
        seen(5, 1, MERCY, ""),
    ]  # fmt: skip
    found = roles_met(rows)
    assert [(each.name, each.ref, each.notes) for each in found] == [
        ("buyer · Halden", PAVEL, (UUID(int=3),)), ("Finance · Halden", MERCY, (UUID(int=4),)),
    ]  # fmt: skip


def test_promises_and_answers_hit_or_miss() -> None:
    one, two = promises_kept(
        [
            Promise("the list", UUID(int=1), on(1), done=True),
            Promise("the form", UUID(int=2), on(2), done=False),
        ]
    )
    assert (one.hit, two.hit, two.name, two.day) == (True, False, "the form", on(2))
    soon, late = replies_within([Answer(UUID(int=1), "A", on(1), 24.0), Answer(UUID(int=2), "B", on(2), 24.1)], 24)
    assert (soon.hit, late.hit, soon.of) == (True, False, "notes")


def test_customers_are_new_kept_or_lost() -> None:
    quarry, alder = (3, "Quarry", True, on(-3)), (4, "Alder", False, None)
    said = ((1, "Halden", False, on(2)), (2, "Kestrel", True, on(3)), quarry, alder)
    customers = [Customer(UUID(int=at), name, former, since) for at, name, former, since in said]
    assert [each.name for each in new_customers(customers, BEGIN, on(5))] == ["Halden"]
    assert new_customers(customers, BEGIN, on(1)) == new_customers(customers, on(3), on(9)) == []
    kept = customers_kept(customers, BEGIN)
    assert [(each.name, each.day, each.until) for each in kept] == [
        ("Halden", on(2), None), ("Kestrel", BEGIN, on(3)), ("Alder", BEGIN, None),
    ]  # fmt: skip


def test_deals_count_and_add_up_in_one_currency() -> None:
    deals = [
        Won(HALDEN, "Pilot", on(1), 900, "EUR", (UUID(int=9),)), Won(HALDEN, "Annex", on(2), None, None, ()),
        Won(KESTREL, "Plant", on(3), 50, "CHF", ()),
    ]  # fmt: skip
    assert [each.name for each in deals_won(deals)] == ["Pilot", "Annex", "Plant"]
    (one,) = deals_sum(deals, "EUR")
    assert (one.amount, one.notes) == (900, (UUID(int=9),))
