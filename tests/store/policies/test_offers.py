from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from store.judgement.policy import BOTH, Rule, id_of
from store.policies.offers import Offer, look_back, offer_after, offers_with
from tests.acquaintances import HOME, same_person
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.readings import mail

GRETA, LUCA = "greta@halden.example", "luca@gmail.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)


def exchange(person: Person, other: str, day: int) -> None:
    at, number = MONDAY + timedelta(days=day), 100 * day + len(other)
    person.feed(
        mail(number, other, person.address, at=at), mail(number + 50, person.address, other, answers=number, at=at)
    )


def offers(person: Person, kind: str) -> dict[UUID, Offer]:
    with person.app.transaction(person.acting) as session:
        return offers_with(session, person.user_id, [row.id for row in person.suggestions(kind=kind)])


def after(person: Person, op_id: UUID, since: datetime = LATER, now: datetime = LATER) -> Offer | None:
    with person.app.transaction(person.acting) as session:
        return offer_after(session, person.user_id, op_id, since, now)


def refuse_notes(person: Person, other: str, days: int, start: int = 0) -> list[Offer | None]:
    """Notes with somebody left out on as many days, each in a session of its own; what was offered after each."""
    found = []
    for day in range(start, start + days):
        now = LATER + timedelta(hours=day)
        exchange(person, other, day)
        op_id = person.rule("refuse", person.suggestions("waiting", kind="interaction")[:1], now)
        found.append(after(person, op_id, since=now, now=now))
    return found


def test_a_new_person_offers_a_rule_for_the_relationship(ines: Person) -> None:
    exchange(ines, GRETA, 0)
    ((contact_id, offer),) = offers(ines, "contact").items()
    assert (contact_id, offer.id, offer.called) == (ines.suggestions(kind="contact")[0].id, id_of(APPROVE), "Greta")
    assert offers(ines, "interaction") == {}
    ines.accept(offer.id)
    assert offers(ines, "contact") == {}


def test_somebody_whom_only_a_colleague_knew_offers_it_with_the_first_note(ines: Person, jonas: Person) -> None:
    exchange(jonas, GRETA, 0)
    jonas.approve_all()
    exchange(ines, GRETA, 1)
    assert [offer.id for offer in offers(ines, "interaction").values()] == [id_of(APPROVE)]
    ines.approve_all()
    exchange(ines, GRETA, 2)
    waiting = {row.id for row in ines.suggestions("waiting")}
    assert waiting
    assert waiting.isdisjoint(offers(ines, "interaction"))


def test_a_further_address_of_whom_the_rep_noted_is_no_new_relationship(ines: Person) -> None:
    same_person(ines)
    (note,) = [row for row in ines.suggestions("waiting", kind="interaction") if HOME in str(row.fields)]
    assert note.pile == "sure"
    assert offers(ines, "interaction") == {}


def test_the_second_time_a_sender_is_left_out_offers_to_always_do_it(ines: Person) -> None:
    first, second = refuse_notes(ines, LUCA, 2)
    assert first is None
    assert second == Offer(id_of(Rule("leave_out", "person", LUCA)), Rule("leave_out", "person", LUCA), LUCA, 3, 0, 1)


def test_an_offer_passed_over_comes_again_after_five_more(ines: Person) -> None:
    made = [offer is not None for offer in refuse_notes(ines, LUCA, 8)]
    assert made == [False, True, False, False, False, False, True, False]


def test_one_offer_a_session(ines: Person) -> None:
    exchange(ines, LUCA, 0)
    exchange(ines, LUCA, 1)
    exchange(ines, "kim@kestrel.example", 0)
    exchange(ines, "kim@kestrel.example", 1)
    made = [after(ines, ines.rule("refuse", [row])) for row in ines.suggestions("waiting", kind="interaction")]
    assert sum(offer is not None for offer in made) == 1


def test_three_people_of_one_company_left_out_offer_the_company(ines: Person) -> None:
    made = []
    for day, name in enumerate(("a", "b", "c")):
        exchange(ines, f"{name}@halden.example", day)
        ines.ask_now()
        made.append(after(ines, ines.rule("refuse", ines.suggestions("waiting", kind="contact"))))
        ines.rule("later", ines.suggestions("waiting"))
    assert [offer and offer.rule for offer in made] == [None, None, Rule("leave_out", "domain", "halden.example")]


def test_notes_that_went_with_a_refused_person_are_no_further_decisions(ines: Person) -> None:
    exchange(ines, GRETA, 0)
    exchange(ines, GRETA, 1)
    first = ines.rule("refuse", ines.suggestions(kind="contact"))
    assert {row.state for row in ines.suggestions()} == {"refused"}
    assert after(ines, first) is None  # one decision is not two


def test_nobody_is_offered_to_leave_out_whom_they_noted(ines: Person) -> None:
    exchange(ines, LUCA, 0)
    ines.approve_all()
    assert refuse_notes(ines, LUCA, 3, start=1) == [None, None, None]


def test_three_equal_approvals_offer_to_note_by_itself(ines: Person) -> None:
    made = []
    for day in range(3):
        exchange(ines, GRETA, day)
        ines.rule("approve", ines.suggestions("waiting", kind="contact"))
        made.append(after(ines, ines.rule("approve", ines.suggestions("waiting", kind="interaction"))))
    assert [offer and offer.rule for offer in made] == [None, None, APPROVE]


def test_what_was_typed_for_a_company_is_offered_at_once(ines: Person) -> None:
    exchange(ines, GRETA, 0)
    op_id = ines.rule("edit", ines.suggestions(kind="contact"), company_name="Halden Group")
    offer = after(ines, op_id)
    assert offer
    assert offer.rule == Rule("write", "company_name", "Halden", "Halden Group")


@pytest.mark.parametrize("typed", ["", "Halden"])
def test_nothing_typed_nothing_offered(ines: Person, typed: str) -> None:
    exchange(ines, GRETA, 0)
    op_id = ines.rule("edit", ines.suggestions(kind="contact"), company_name=typed, name="Greta B.")
    assert after(ines, op_id) is None


def test_several_at_once_offer_nothing(ines: Person) -> None:
    exchange(ines, LUCA, 0)
    exchange(ines, LUCA, 1)
    assert after(ines, ines.rule("refuse", ines.suggestions("waiting", kind="interaction"))) is None


def test_looking_back_counts_what_it_would_have_been_about(ines: Person) -> None:
    exchange(ines, GRETA, 0)
    with ines.app.transaction(ines.acting) as session:
        found = look_back(session, ines.user_id, APPROVE, "Greta", LATER)
        assert (found.seen, found.approved, found.waiting) == (1, 0, 0)  # its person is new: it would not be sure
        gone = look_back(session, ines.user_id, APPROVE, "Greta", LATER + timedelta(days=120))
        assert gone.seen == 0
