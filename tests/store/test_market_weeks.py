"""A company that comes into a market brings all its weeks along; one that leaves takes them away."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select, text

from store.market_weeks import sum_markets
from store.models.shared.week import MarketWeek
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail
from tests.store.summing import counted, many_notes

GRETA = "greta@halden.example"
DAYS = [MONDAY.date() + timedelta(weeks=at) for at in (3, 9)]


def markets(rep: Person) -> dict[tuple[str, str], dict[date, int]]:
    counted(rep)
    found: dict[tuple[str, str], dict[date, int]] = {}
    with rep.app.transaction(rep.acting) as session:
        for row in session.scalars(select(MarketWeek).where(MarketWeek.notes > 0).order_by(MarketWeek.week)):
            found.setdefault((row.kind, row.market), {})[row.week] = row.notes
    return found


def halden_is(rep: Person, stage: str | None, tags: str | None) -> None:
    with rep.app.transaction(rep.acting) as session:
        session.execute(text("update company set stage = :stage, tags = :tags"), {"stage": stage, "tags": tags})


def test_all_weeks_of_a_company_come_with_it_into_a_market_and_leave_with_it(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    many_notes(ines, DAYS)
    whole = markets(ines)[("", "")]
    assert len(whole) == 3
    halden_is(ines, "customer", "key account, logistics")
    assert markets(ines) == dict.fromkeys(
        [("", ""), ("stage", "customer"), ("tag", "key account"), ("tag", "logistics")], whole
    )
    halden_is(ines, "former", "logistics")
    assert markets(ines) == dict.fromkeys([("", ""), ("stage", "former"), ("tag", "logistics")], whole)
    halden_is(ines, None, None)
    assert markets(ines) == {("", ""): whole}
    with ines.app.transaction(ines.acting) as session:
        sum_markets(session, list(whole))  # once more changes nothing
    assert markets(ines) == {("", ""): whole}
