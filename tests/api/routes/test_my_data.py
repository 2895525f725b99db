"""What is read of oneself, and who looked."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.routes.my_data import router
from store.connections import Place, connect
from store.models.shared.contact import Company
from store.viewings import viewers
from tests.api.visiting import Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail

PAGE = router.url_path_for("my_data")


def test_who_saw_what(app: FastAPI, firm: Firm, petra: Browser, ines_browser: Browser, approved: Person) -> None:
    assert "Nobody has opened a note of yours yet." in ines_browser.get(PAGE).text
    petra.get("/timeline")
    page = ines_browser.get(PAGE).text
    assert "<b>Petra</b> (manager) saw a note of yours" in page
    assert "on the timeline" in page
    assert "Matter 1" in page
    jonas = browser_of(app, firm, firm.person("Jonas"))
    jonas.get("/timeline")
    with approved.app.transaction(approved.acting) as session:
        whose = {name: str(id_) for id_, name in viewers(session, approved.user_id)}
        company = session.scalars(select(Company.id)).one()
    narrowed = ines_browser.get(f"{PAGE}?by={whose['Jonas']}&company=").text
    assert "<b>Jonas</b> (rep) saw" in narrowed
    assert "<b>Petra</b> (manager) saw" not in narrowed
    assert "<b>Jonas</b> (rep) saw" in ines_browser.get(f"{PAGE}?company={company}").text
    assert "Nobody has opened such a note of yours." in ines_browser.get(f"{PAGE}?company={uuid4()}").text
    assert ines_browser.get(f"{PAGE}?by=nonsense").status_code == 404


def test_connections_are_ones_own(app: FastAPI, firm: Firm, ines: Person, jonas: Person, ines_browser: Browser) -> None:
    assert "Nothing yet. Whoever runs Boswell can read your mailbox from files" in ines_browser.get(PAGE).text
    with firm.app.transaction(ines.acting) as session:
        connect(session, ines.user_id, Place("files", "/home/ines/mail"), MONDAY)
    page = ines_browser.get(PAGE).text
    assert "<b>Files</b>" in page
    assert ">reading history</span>" in page
    assert "0 items read, 0 left out, 0 kept unread" in page
    assert "<b>Files</b>" not in browser_of(app, firm, jonas).get(PAGE).text


def test_why_something_is_not_here(ines: Person, ines_browser: Browser, jonas: Person) -> None:
    page = router.url_path_for("left_out")
    assert "Nothing was left out in the last seven days." in ines_browser.get(page).text
    ines.feed(mail(1, "greta@halden.example", ines.address), now=datetime.now(UTC))
    shown = ines_browser.get(page).text
    assert "No exchange yet: you have not written to each other." in shown
    assert "greta@halden.example" in shown
    assert "Matter 1" not in shown


@pytest.mark.parametrize("who", ["petra", "ruth"])
def test_it_is_for_those_who_are_read(request: pytest.FixtureRequest, who: str) -> None:
    assert request.getfixturevalue(who).get(PAGE).status_code == 404


def test_what_is_kept_is_counted_and_taken_along(ines_browser: Browser, approved: Person, jonas: Person) -> None:
    jonas.feed(mail(1, "kim@kestrel.example", jonas.address), mail(2, jonas.address, "kim@kestrel.example", answers=1))
    page = ines_browser.get(PAGE).text
    assert re.search(r"2 notes</span><p>shared", page)
    assert "2 mails read" in page
    notes = ines_browser.get("/my-data/notes.json").json()
    assert {note["stands"] for note in notes} == {"shared"}
    table = ines_browser.get("/my-data/notes.csv").text.splitlines()
    assert table[0] == "kind,stands,when,what,about,stage,deal,deal_stage,amount,expected_on"
    assert len(table) == len(notes) + 1
    assert "kim@kestrel.example" not in "".join(table)
