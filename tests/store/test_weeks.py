from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest
from sqlalchemy import select, text

from store.judgement.trends.turns import monday
from store.models.shared.week import CompanyTurn, MarketWeek
from store.weeks import count_few
from tests import readings
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, meeting, signed
from tests.store.summing import TODAY, company_weeks, counted, holds

GRETA, PAVEL = "greta@halden.de", "pavel@kestrel.example"


@pytest.fixture(autouse=True)
def halden_is_german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(readings.COMPANIES, "halden.de", "Halden")


def turned(rep: Person) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    with rep.app.transaction(rep.acting) as session:
        for each in session.scalars(select(CompanyTurn).order_by(CompanyTurn.week)):
            found[each.kind].append(each.week)
    return found


def market(rep: Person, name: str, week: date) -> MarketWeek | None:
    with rep.app.transaction(rep.acting) as session:
        return session.get(MarketWeek, ("country" if name else "", name, week))


def test_a_week_is_counted_by_company_and_for_all(ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), mail(3, PAVEL, ines.address))
    ines.feed(mail(4, ines.address, PAVEL, answers=3), meeting("a", ines.address, GRETA))
    ines.approve_all()
    jonas.feed(mail(11, GRETA, jonas.address), mail(12, jonas.address, GRETA, answers=11))
    jonas.approve_all()
    holds(ines)
    week = monday(MONDAY.date())
    whole, country = market(ines, "", week), market(ines, "de", week)
    assert whole
    assert country
    assert (whole.notes, whole.from_them, whole.from_us, whole.meetings, whole.companies) == (4, 3, 3, 1, 2)
    assert sorted(whole.people) == sorted([ines.user_id, jonas.user_id])
    assert (country.notes, country.meetings, country.companies) == (3, 1, 1)
    assert (whole.met, whole.won) == (2, 2)
    assert whole.our_hours == pytest.approx(1 / 60)


def test_what_is_taken_back_or_undone_leaves_nothing(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    op_id = ines.approve_all()
    holds(ines)
    assert turned(ines)["won"]
    ines.undo(op_id)
    holds(ines)
    assert (turned(ines), market(ines, "", monday(MONDAY.date()))) == ({}, None)


def test_a_page_counts_a_few_and_says_when_that_was_not_all(ines: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 26):
        monkeypatch.setitem(readings.COMPANIES, f"firm{number}.example", f"Firm {number}")
        ines.feed(mail(2 * number, f"a@firm{number}.example", ines.address))
        ines.feed(mail(2 * number + 1, ines.address, f"a@firm{number}.example", answers=2 * number))
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        assert not count_few(session, TODAY)
        assert count_few(session, TODAY)
        assert count_few(session, TODAY)
    holds(ines)


def test_a_role_is_known_by_two_once_a_second_one_of_us_met_them(ines: Person, jonas: Person) -> None:
    for rep, number in ((ines, 1), (jonas, 11)):
        got = signed(mail(number, GRETA, rep.address), title="Buyer")
        rep.feed(got, mail(number + 1, rep.address, GRETA, answers=number))
        rep.approve_all()
        counted(ines)
        assert len(turned(ines)["second"]) == (0 if rep is ines else 1)


def test_companies_that_are_joined_are_counted_as_one(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.feed(mail(3, PAVEL, ines.address), mail(4, ines.address, PAVEL, answers=3))
    ines.approve_all()
    holds(ines)
    with ines.app.transaction(ines.acting) as session:
        first, second = session.scalars(text("select id from company order by name")).all()
        session.execute(
            text("update company set merged_into = :first where id = :second"), {"first": first, "second": second}
        )
    holds(ines)
    with ines.app.transaction(ines.acting) as session:
        assert {row[0] for row in company_weeks(session)} == {first}
        session.execute(text("update company set merged_into = null where id = :second"), {"second": second})
    holds(ines)
    with ines.app.transaction(ines.acting) as session:
        assert {row[0] for row in company_weeks(session)} == {first, second}
