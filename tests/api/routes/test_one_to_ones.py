"""The page of a 1:1: an agenda from both, questions about the companies that the two named, and nobody else there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import text

from api.routes.one_to_ones import router
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

NOW = datetime.now(UTC)
GRETA = "greta@halden.example"


def page_of(other: Person) -> str:
    return str(router.url_path_for("of_two", other=str(other.user_id)))


def first(person: Person, asked: str) -> UUID:
    with person.app.transaction(person.acting) as session:
        return UUID(str(session.scalar(text(asked))))


def test_an_agenda_from_both_with_what_is_worth_asking(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    petra = firm.person("Petra", "manager")
    rep, manager = browser_of(app, firm, ines), browser_of(app, firm, petra)
    ines.feed(
        mail(1, ines.address, GRETA, at=NOW - timedelta(days=30)),
        mail(2, GRETA, ines.address, at=NOW - timedelta(days=20), answers=1), now=NOW,
    )  # fmt: skip
    ines.rule("approve", ines.suggestions("waiting"), NOW)
    ines.publish(NOW + timedelta(hours=1))
    halden = first(ines, "select id from company")
    assert "Nothing is on the agenda." in rep.get(page_of(petra)).text
    assert "Speak of Halden" in manager.get(f"{page_of(ines)}?company={halden}").text
    assert manager.post(page_of(ines), text="Their new plant", company=str(halden)).headers["location"] == page_of(ines)
    rep.post(page_of(petra), text="<b>Holidays</b>")
    seen = rep.get(page_of(petra)).text
    assert "Their new plant" in seen
    assert "of Halden wrote" in manager.get(page_of(ines)).text
    assert "&lt;b&gt;Holidays" in seen
    assert "of Halden wrote" in seen
    assert "Who else at Halden should know us, beside Greta?" in seen
    assert f'href="/notes/{first(ines, "select id from interaction order by day desc")}"' in seen
    line = first(ines, "select id from agenda_line where words like 'Their%'")
    for verb, left in (("remove", True), ("done", True), ("open", True)):
        rep.post(f"{page_of(petra)}/{line}", verb=verb)
        assert ("Their new plant" in rep.get(page_of(petra)).text) == left
    manager.post(f"{page_of(ines)}/{line}", verb="remove")
    assert "Their new plant" not in rep.get(page_of(petra)).text
    assert "of Halden wrote" not in rep.get(page_of(petra)).text  # nobody named them any more
    assert "of Halden wrote" in manager.get(f"/companies/{halden}").text
    strangers: list[Browser] = [browser_of(app, firm, each) for each in (jonas, firm.person("Paul", "manager"))]
    for stranger, other in zip(strangers, (ines, petra), strict=True):
        assert stranger.get(page_of(other)).status_code == 404
    assert "Holidays" not in strangers[0].get(page_of(petra)).text  # his own page with her
    with ines.app.transaction(ines.acting) as session:
        looked = session.scalars(text("select distinct page from viewing")).all()
        assert page_of(ines).strip("/") in looked
