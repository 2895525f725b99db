"""Goals through the pages: proposed by a form, agreed to, looked at, paused; every number opens the rows it counts."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from api.routes.goals import router
from tests.api.visiting import Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail, meeting, promising
from tests.store.goals_set import company_of

OWN, NEW = router.url_path_for("own"), router.url_path_for("new")
NOW = datetime.now(UTC)
NUMBER = re.compile(r'href="(/goals/[^"]+/rows[^"]*)">(?:it was )?(\d+)')
HEADING = re.compile(r"<h1>(\d+) ")


@pytest.fixture
def petra(firm: Firm) -> Person:
    return firm.person("Petra", "manager")


@pytest.fixture
def seats(app: FastAPI, firm: Firm, ines: Person, petra: Person) -> dict[str, Browser]:
    people = (ines, petra, firm.person("Jonas"), firm.person("Paul", "manager"))
    return {each.address.partition("@")[0]: browser_of(app, firm, each) for each in people}


def form(partner: Person, **other: str | list[str]) -> dict[str, str | list[str]]:
    today = NOW.date()
    given: dict[str, str | list[str]] = {
        "people": str(partner.user_id), "words": "Talk with all three", "measure": "two_way", "target": "2",
        "begins_on": str(today - timedelta(weeks=8)), "ends_on": str(today + timedelta(weeks=5)),
        "companies": "halden\nKestrel", "marker_day": [str(today - timedelta(days=3)), "", ""],
        "marker_target": ["1", "", ""], "marker_words": ["A first answer", "", ""],
    }  # fmt: skip
    return given | other


def with_two_companies(ines: Person) -> None:
    company_of(ines)
    kestrel, greta = "pavel@kestrel.example", "greta@halden.example"
    said = promising(mail(9, ines.address, greta), "I will send the list", MONDAY.date() + timedelta(days=9))
    ines.feed(
        mail(5, kestrel, ines.address), mail(6, ines.address, kestrel, answers=5), mail(7, kestrel, ines.address),
        mail(8, "nils@halden.example", ines.address), mail(3, greta, ines.address), said,
        meeting("k", ines.address, greta, "nils@halden.example", at=NOW - timedelta(weeks=3)), now=NOW,
    )  # fmt: skip
    ines.rule("approve", ines.suggestions("waiting"), NOW)
    ines.publish(NOW + timedelta(hours=1))


def test_from_proposal_to_pause(seats: dict[str, Browser], ines: Person, petra: Person) -> None:
    with_two_companies(ines)
    manager, rep = seats["petra"], seats["ines"]
    assert "no goal yet" in rep.get(OWN).text
    page = manager.post(NEW, **form(ines)).headers["location"]
    assert f'value="{ines.user_id}">Ines' in manager.get(NEW).text
    assert "Waiting for the word of the others" in manager.get(page).text
    assert "Petra proposes this goal" in rep.get(page).text
    assert "/rows" not in rep.get(OWN).text
    assert manager.get(f"{page}/rows").status_code == 404
    assert rep.post(page, verb="agree").headers["location"] == page
    shown = unescape(rep.get(page).text)
    assert ">1 of 2</a>" in shown
    assert "Not yet: Kestrel." in shown
    assert "on its path" in shown
    assert "Too few to say where it ends." in shown
    assert "A first answer" in shown
    assert "it was 1" in shown
    assert "Mile-marker" in rep.get(OWN).text
    day = NOW.date() - timedelta(days=3)
    rep.post(f"{page}/markers/{day}", text="They came to us")
    assert "They came to us" in manager.get(page).text
    assert "Mile-marker" not in rep.get(OWN).text
    manager.post(page, verb="pause")
    assert "Petra paused it." in rep.get(page).text
    assert NUMBER.findall(rep.get(page).text) == []
    rep.post(page, verb="resume")
    halden = company_of(ines)
    assert "Goals you set together" in rep.get(f"/companies/{halden}").text


def test_nobody_else_sees_it(seats: dict[str, Browser], ines: Person, petra: Person) -> None:
    halden = company_of(ines)
    page = seats["petra"].post(NEW, **form(ines, companies="Halden", target="1")).headers["location"]
    seats["ines"].post(page, verb="agree")
    for stranger in (seats["jonas"], seats["paul"]):
        assert [stranger.get(path).status_code for path in (page, f"{page}/rows")] == [404, 404]
        assert stranger.post(page, verb="end").status_code == 404
        assert "Talk with all three" not in stranger.get(OWN).text + stranger.get(f"/companies/{halden}").text


@pytest.mark.parametrize("measure", ["two_way", "second_contact", "roles_met", "promises_kept", "reply_within"])
def test_every_number_opens_the_rows_it_counts(
    seats: dict[str, Browser], ines: Person, petra: Person, measure: str
) -> None:
    with_two_companies(ines)
    with ines.app.transaction(ines.acting) as session:
        session.execute(text("update contact set title = 'Buyer'"))
    begin = str(NOW.date() - timedelta(weeks=100))
    given = form(ines, measure=measure, hours="24", begins_on=begin)
    page = seats["petra"].post(NEW, **given).headers["location"]
    seats["ines"].post(page, verb="agree")
    shown = seats["petra"].get(page).text
    numbers = [(unescape(link), int(number)) for link, number in NUMBER.findall(shown)]
    share = measure in {"promises_kept", "reply_within"}
    assert len(numbers) > 5
    for link, number in {*numbers[:3], *numbers[-3:]}:
        opened = seats["petra"].get(link).text
        heading = HEADING.search(opened)
        rows = opened.count("<li><div><p><a")
        assert heading, opened
        assert int(heading[1]) == rows
        if not share:
            assert (link, rows) == (link, number)
    if measure == "reply_within":
        every = seats["petra"].get(f"{page}/rows?which=all").text
        assert re.search(r">(\d+) of (\d+)</a>", shown)
        assert every.count("<li><div><p><a") == int(re.findall(r">\d+ of (\d+)</a>", shown)[-1]) > 1
    with ines.app.transaction(ines.acting) as session:
        looked = session.scalars(text("select distinct page from viewing where owner_id = :me"), {"me": ines.user_id})
        assert page.strip("/") in looked.all()


def test_what_cannot_be_agreed_to_is_said(seats: dict[str, Browser], ines: Person) -> None:
    company_of(ines)
    petra = seats["petra"]
    wrong = (
        ({"people": ""}, "Choose with whom"),
        ({"companies": "Nowhere"}, "I know no company “Nowhere”"),
        ({"companies": ""}, "This measure is of companies"),
        ({"target": "many"}, "Choose a number that can be reached"),
        ({"ends_on": "soon"}, "I cannot read “soon” as a day."),
        ({"measure": "calls"}, "Choose what is to be measured."),
        ({"measure": "reply_within", "hours": ""}, "Say within how many hours."),
        ({"ends_on": "2001-01-01"}, "It has to end after it begins"),
        ({"marker_day": ["2001-01-01"]}, "Markers follow one another"),
    )
    for other, said in wrong:
        answer = petra.post(NEW, **form(ines, **({"companies": "Halden", "target": "1"} | other)))
        assert (answer.status_code, said in unescape(answer.text)) == (400, True), said
        assert 'value="Talk with all three"' in answer.text
    assert seats["jonas"].post(NEW, **form(ines)).status_code == 400  # two reps set none
    assert petra.post(NEW, csrf="wrong", **form(ines)).status_code == 403
    assert "no goal yet" in petra.get(OWN).text


def test_it_begins_from_a_company_page(seats: dict[str, Browser], ines: Person) -> None:
    halden: UUID = company_of(ines)
    page = seats["petra"].get(f"/companies/{halden}").text
    assert f'href="/goals/new?company={halden}"' in page
    assert "Halden</textarea>" in seats["petra"].get(f"{NEW}?company={halden}").text
