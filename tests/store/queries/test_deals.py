"""The deals of a company: each with its notes and approvers, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from store.judgement.goals.progress import number
from store.models.private.suggestion import Decision
from store.models.shared.deal import Deal, DealNote
from store.models.shared.interaction import Interaction
from store.queries import deals
from store.queries.goal_rows import counted
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import dealing, mail
from tests.store.goals_set import company_of, terms_with
from tests.store.summing import many_notes

GRETA = "greta@halden.example"
DAY = MONDAY.date() + timedelta(days=3)
NOTES = 4


def sold(person: Person) -> None:
    """She asks for an offer, it is sent, and three days later she orders."""
    asked = dealing(mail(1, GRETA, person.address), "asked", "buyer", by=date(2026, 3, 9))
    offer = dealing(mail(2, person.address, GRETA, answers=1), "offered", "seller", amount="42000.00 EUR")
    order = mail(5, GRETA, person.address, answers=2, at=MONDAY + timedelta(days=3))
    person.feed(asked, offer, dealing(order, "agreed", "buyer"))
    person.approve_all()


def test_a_deal_is_told_with_its_notes_and_approvers(ines: Person, jonas: Person) -> None:
    sold(ines)
    with jonas.app.transaction(jonas.acting) as session:
        company_id = session.scalars(select(Deal.company_id)).one()
        (deal,) = deals.of_company(session, company_id)
        assert (deal.stage, deal.number, deal.currency) == ("won", Decimal("42000.00"), "EUR")
        assert (deal.expected_on, len(deal.notes), deal.approvers) == (date(2026, 3, 9), 2, (ines.user_id,))
        assert deals.one(session, deal.id) == deal
        assert deals.one(session, company_id) is None


def speak(session: Session, deal_id: UUID, spoken: set[tuple[int, int]]) -> set[UUID]:
    """Let decisions say that notes speak of a deal, each by its place; the notes' ids."""
    notes = session.scalars(select(Interaction.id).order_by(Interaction.id)).all()
    decisions = session.scalars(select(Decision).order_by(Decision.id)).all()
    for note, by in spoken:
        word = {"approver_id": decisions[by].owner_id, "decision_id": decisions[by].id}
        session.execute(insert(DealNote).values(deal_id=deal_id, interaction_id=notes[note], **word))
    return {notes[note] for note, _ in spoken}


AMOUNTS = st.one_of(
    st.none(), st.tuples(st.integers(1, 10**6), st.sampled_from([".00", ".40"]), st.sampled_from(["EUR", "CHF"]))
)
SPOKEN = st.sets(st.tuples(st.integers(0, NOTES - 1), st.integers(0, 1)), max_size=3).filter(
    lambda spoken: len({by for _, by in spoken}) == len(spoken)  # a decision is of one note
)
DRAWN = st.lists(st.tuples(st.sampled_from(["won", "offered", "lost"]), AMOUNTS, SPOKEN), max_size=6)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DRAWN)
def test_a_sum_is_of_the_deals_that_are_listed_and_each_has_the_notes_that_speak_of_it(
    ines: Person, drawn: list[tuple[str, tuple[int, str, str] | None, set[tuple[int, int]]]]
) -> None:
    halden = company_of(ines)
    if ines.count("interaction") < NOTES:
        many_notes(ines, [DAY] * NOTES)
    with ines.app.transaction(ines.acting) as session:
        spoken = {}
        for stage, money, said in drawn:
            amount = f"{money[0]}{money[1]} {money[2]}" if money else None
            deal = Deal(company_id=halden, name="Plant", stage=stage, stage_since=DAY, amount=amount)
            session.add(deal)
            session.flush()
            spoken[deal.id] = speak(session, deal.id, said)
        listed = deals.of_company(session, halden)
        assert {deal.id: set(deal.notes) for deal in listed} == spoken
        assert all(len(set(deal.notes)) == len(deal.notes) for deal in listed)
        won = [deal for deal in listed if deal.stage == "won"]
        goal = replace(terms_with(halden, measure="deals_sum"), currency="EUR")
        rows = counted(session, goal, DAY)
        assert len(counted(session, replace(goal, measure="deals_won"), DAY)) == len(won)
        in_euros = [deal for deal in won if deal.currency == "EUR"]
        assert number("sum", rows, DAY) == sum(round(deal.number or 0) for deal in in_euros)
        assert sorted(sorted(row.notes) for row in rows) == sorted(sorted(deal.notes) for deal in in_euros)
        session.rollback()
