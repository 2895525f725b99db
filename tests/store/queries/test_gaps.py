"""Gaps from rows as the product publishes them: who waits, who left, who is the only one; none of it of one of us."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import text

from store.judgement.gaps import Gap
from store.queries.gaps import found
from tests.builders import MONDAY
from tests.firm import Person
from tests.readings import mail, promising, signed
from tests.store.goals_set import GRETA, company_of
from tests.store.queries.test_today import company_with

NILS = "nils@halden.example"
NILS_ID = "select id from contact where name = 'Nils'"
ON = date.today()  # noqa: DTZ011 - the pages' own day


def seen(rep: Person, days: int) -> list[tuple[str, str]]:
    halden, today = company_of(rep), MONDAY.date() + timedelta(days=days)
    with rep.app.transaction(rep.acting) as session:
        gaps: list[Gap] = found(session, [halden], today)
        assert found(session, [], today) == []
    return [(each.kind, each.who) for each in gaps]


def test_what_waits_and_who_is_known(ines: Person) -> None:
    assert seen(ines, 5) == [("single", "Greta"), ("role", "Greta")]
    assert seen(ines, 20) == [("awaited", "Greta"), ("single", "Greta")]
    day = timedelta(days=1)
    said = promising(mail(12, ines.address, GRETA, answers=11, at=MONDAY + day), "the form", date(2026, 3, 20))
    ines.feed(
        signed(mail(11, GRETA, ines.address, at=MONDAY + day), title="Buyer"), said,
        signed(mail(21, NILS, ines.address, at=MONDAY + 2 * day), title="IT"),
        mail(22, ines.address, NILS, at=MONDAY + 2 * day, answers=21),
        mail(23, NILS, ines.address, at=MONDAY + 3 * day),
    )  # fmt: skip
    ines.approve_all()
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update contact set title = 'Buyer' where name = 'Greta'"))
    assert seen(ines, 5) == []
    assert seen(ines, 30) == [("promise", "the form"), ("answer", "Nils")]
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update commitment set done_at = now()"))
        session.execute(text(f"update employment set until = '2026-03-09' where contact_id in ({NILS_ID})"))
    assert seen(ines, 12) == [("answer", "Nils"), ("left", "Nils")]


def test_a_company_gone_quiet_is_asked_about_until_it_returns(ines: Person) -> None:
    company_with(ines, "quiet", ago=1)
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("delete from company_week"))
        halden = company_of(ines)
        assert "quiet" in [each.kind for each in found(session, [halden], ON)]
