"""What counts for goals, from approved rows as the product publishes them; what is taken back no longer counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from store.judgement.goals.counting import Counted
from store.judgement.goals.terms import Terms
from store.queries.goal_rows import counted, shown_by
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting, promising, signed
from tests.store.goals_set import BEGIN, company_of, terms_with

GRETA, NILS, PAVEL = "greta@halden.example", "nils@halden.example", "pavel@kestrel.example"
TODAY = MONDAY.date() + timedelta(days=40)


COUNT = text("select count(*) from interaction where id = any(:ids)")


def rows(rep: Person, measure: str, begin: date = BEGIN, today: date = TODAY, hours: int = 24) -> list[Counted]:
    terms = replace(terms_with(company_of(rep), measure=measure, begin=begin), hours=hours)
    with rep.app.transaction(rep.acting) as session:
        found = counted(session, terms, today)
        every = {note for each in found for note in each.notes}
        shown = shown_by(session, every)
        assert {each.row_id for each in shown} == every
        assert {each.owner_ids for each in shown} <= {(rep.user_id,)}
        assert session.scalar(COUNT, {"ids": list(every)}) == len(every)
    return found


@pytest.fixture
def busy(ines: Person) -> Person:
    """Two mails each way with Greta, one answered late; then Nils, whom she met; Pavel is of another company."""
    company_of(ines)
    day = timedelta(days=1)
    got = promising(mail(11, GRETA, ines.address, at=MONDAY + day), "I need the list", TODAY - day, "recipient")
    ines.feed(got, mail(12, ines.address, GRETA, answers=11, at=MONDAY + 3 * day))
    said = promising(mail(22, ines.address, NILS, answers=21, at=MONDAY + 3 * day), "the form", TODAY + day)
    ines.feed(signed(mail(21, NILS, ines.address, at=MONDAY + 3 * day), title="Buyer"), said)
    ines.feed(meeting("a", ines.address, NILS, at=MONDAY + 4 * day), meeting("b", ines.address, PAVEL, at=MONDAY))
    ines.approve_all()
    return ines


def test_each_measure_counts_what_it_says(busy: Person) -> None:
    (two_way,) = rows(busy, "two_way")
    assert (two_way.name, two_way.day) == ("Halden", MONDAY.date())
    (second,) = rows(busy, "second_contact")
    assert (second.name, second.day) == ("Halden", MONDAY.date() + timedelta(days=3))
    (role,) = rows(busy, "roles_met")
    assert (role.name, role.of, role.day) == ("Buyer · Halden", "people", MONDAY.date() + timedelta(days=4))
    (promise,) = rows(busy, "promises_kept")
    assert (promise.name, promise.hit) == ("I need the list", False)
    with busy.app.transaction(busy.acting) as session:
        session.execute(text("update commitment set done_at = now()"))
    assert [each.hit for each in rows(busy, "promises_kept")] == [True]
    assert [each.hit for each in rows(busy, "reply_within", hours=24)] == [True, False, True]
    assert [each.hit for each in rows(busy, "reply_within", hours=49)] == [True, True, True]


def test_only_days_of_the_goal_count(busy: Person) -> None:
    late = MONDAY.date() + timedelta(days=4)
    assert [rows(busy, measure, begin=late) for measure in ("second_contact", "reply_within")] == [[], []]
    assert [each.name for each in rows(busy, "roles_met", begin=late)] == ["Buyer · Halden"]
    assert rows(busy, "roles_met", today=late - timedelta(days=1)) == []
    assert len(rows(busy, "promises_kept", begin=late)) == 1


def test_promises_may_be_of_all_companies_and_what_is_taken_back_does_not_count(busy: Person) -> None:
    every = Terms("promises_kept", 90, BEGIN, BEGIN + timedelta(weeks=13))
    with busy.app.transaction(busy.acting) as session:
        assert len(counted(session, every, TODAY)) == 1
        assert len(counted(session, every, TODAY + timedelta(days=2))) == 2
        assert counted(session, replace(every, ends_on=BEGIN + timedelta(days=2)), TODAY) == []
    for measure in ("two_way", "second_contact", "roles_met", "promises_kept", "reply_within"):
        assert rows(busy, measure, hours=24) != []
    busy.undo()
    assert [rows(busy, name) for name in ("second_contact", "roles_met", "promises_kept")] == [[], [], []]


DEAL = text("""
with made as (
    insert into deal (company_id, name, stage, stage_since, amount) values (:company, 'Plant', 'won', :day, :amount)
    returning id)
insert into deal_note (deal_id, interaction_id, approver_id, decision_id)
select made.id, s.interaction_id, s.approver_id, s.decision_id from made, interaction_source s limit 1
""")


def test_customers_and_deals_count_by_their_stage(ines: Person) -> None:
    halden, day = company_of(ines), MONDAY.date() + timedelta(days=3)

    def found(measure: str, *companies: UUID, today: date = TODAY) -> list[Counted]:
        return counted(session, replace(terms_with(*companies, measure=measure), currency="EUR"), today)

    with ines.app.transaction(ines.acting) as session:
        assert [found(name, halden) for name in ("new_customers", "customers_kept", "deals_won")] == [[], [], []]
        session.execute(text("update company set stage = 'customer', stage_since = :day"), {"day": day})
        assert [(each.ref, each.day) for each in found("new_customers")] == [(halden, day)]
        assert found("new_customers", UUID(int=1)) == []
        assert [each.until for each in found("customers_kept", halden)] == [None]
        session.execute(text("update company set stage = 'former'"))
        assert [each.until for each in found("customers_kept", halden)] == [day]
        for amount in ("900.00 EUR", "50.40 CHF", None):
            session.execute(DEAL, {"company": halden, "day": day, "amount": amount})
        won = found("deals_won", halden)
        assert [(each.name, each.day, len(each.notes)) for each in won] == [("Plant · Halden", day, 1)] * 3
        assert [each.amount for each in found("deals_sum")] == [900]
        assert found("deals_won", today=day - timedelta(days=1)) == []
        session.rollback()
