"""What was won, who became a customer, and the deals of a company: each with its notes and approvers."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import update

from store.models.shared.contact import Company
from store.queries import deals
from store.queries.deals import Period, Told
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import dealing, mail

GRETA = "greta@halden.example"
ALL = Period(date(2026, 1, 1), date(2027, 1, 1))


def sold(person: Person) -> None:
    """She asks for an offer, it is sent, and three days later she orders."""
    asked = dealing(mail(1, GRETA, person.address), "asked", "buyer", by=date(2026, 3, 9))
    offer = dealing(mail(2, person.address, GRETA, answers=1), "offered", "seller", amount="42000.00 EUR")
    order = mail(5, GRETA, person.address, answers=2, at=MONDAY + timedelta(days=3))
    person.feed(asked, offer, dealing(order, "agreed", "buyer"))
    person.approve_all()


def test_what_was_won_and_who_became_a_customer_is_counted(ines: Person, jonas: Person) -> None:
    sold(ines)
    with jonas.app.transaction(jonas.acting) as session:
        (deal,) = deals.won(session, ALL)
        assert (deal.stage, deal.number, deal.currency) == ("won", Decimal("42000.00"), "EUR")
        assert (deal.expected_on, len(deal.notes)) == (date(2026, 3, 9), 2)
        assert deals.one(session, deal.id) == deal
        assert deals.of_company(session, deal.company_id) == [deal]
        assert deals.won(session, ALL, [deal.company_id]) == [deal]
        assert deals.won(session, ALL, []) == []
        assert deals.won(session, Period(ALL.first, date(2026, 3, 5))) == []
        (customer,) = deals.new_customers(session, ALL)
        assert (customer.name, customer.on, customer.approvers) == ("Halden", date(2026, 3, 5), (ines.user_id,))
        assert deals.new_customers(session, ALL, [deal.company_id]) == [customer]
        assert deals.new_customers(session, Period(date(2026, 3, 6), ALL.end)) == []
        assert deals.new_customers(session, ALL, []) == []
        assert deals.one(session, customer.id) is None


def test_who_was_said_to_be_a_customer_by_mistake_is_none(ines: Person) -> None:
    sold(ines)
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(Company).values(stage="prospect"))
        assert deals.new_customers(session, ALL) == []


def test_sums_are_of_each_currency() -> None:
    plain = Told(UUID(int=1), UUID(int=2), "Halden", "Pumps", "won", None, Decimal(5), "EUR", None)
    from_others = [
        Told(UUID(int=n), UUID(int=2), "Halden", "Pumps", "won", None, number, currency, None)
        for n, (number, currency) in enumerate([(Decimal("2.50"), "CHF"), (Decimal(3), "EUR"), (None, None)], start=3)
    ]
    assert deals.sums([plain, *from_others]) == {"CHF": Decimal("2.50"), "EUR": Decimal(8)}
    assert deals.sums([]) == {}
