"""Timeline, people, companies, my data, connections: what was approved, for those who may read it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi import FastAPI

from store.connections import Place, connect
from tests.api.visiting import Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture
def approved(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    return ines


@pytest.fixture
def petra(app: FastAPI, firm: Firm) -> Browser:
    return browser_of(app, firm, firm.person("Petra", "manager"))


def link(page: str, start: str) -> str:
    return start + page.partition(f'href="{start}')[2].partition('"')[0]


def test_a_manager_reads_what_is_approved(petra: Browser, approved: Person) -> None:
    timeline = petra.get("/timeline").text
    assert "2 mails with <b>Greta</b>" in timeline
    assert "approved by Ines" in timeline
    assert "Secret body" not in timeline
    person = petra.get(link(petra.get("/people").text, "/people/")).text
    assert GRETA in person
    assert "Matter 1" in person
    company = petra.get(link(petra.get("/companies").text, "/companies/")).text
    assert "<h1>Halden</h1>" in company
    assert "Greta" in company


def test_a_manager_is_led_to_the_timeline_and_has_no_review(petra: Browser) -> None:
    assert petra.get("/").headers["location"] == "/timeline"
    assert petra.get("/my-data").status_code == 404
    assert petra.get("/connections").status_code == 404


def test_who_saw_what(petra: Browser, ines_browser: Browser, approved: Person) -> None:
    assert "Nobody has opened" in ines_browser.get("/my-data").text
    petra.get("/timeline")
    assert "<b>Petra</b> (manager) saw a note of yours" in ines_browser.get("/my-data").text


def test_mine_are_mine(app: FastAPI, firm: Firm, approved: Person, jonas: Person, ines_browser: Browser) -> None:
    other = browser_of(app, firm, jonas)
    assert "Greta" in other.get("/timeline").text
    assert "Greta" not in other.get("/timeline?mine=true").text
    assert "Greta" in ines_browser.get("/timeline?mine=true").text


def test_an_admin_sees_how_reading_goes_and_nothing_else(app: FastAPI, firm: Firm, approved: Person) -> None:
    with firm.app.transaction(approved.acting) as session:
        connect(session, approved.user_id, Place("files", "/home/ines/secret-folder"), MONDAY)
    ruth = browser_of(app, firm, firm.person("Ruth", "admin"))
    page = ruth.get("/connections").text
    assert "reading history" in page
    assert "secret-folder" not in page
    assert ruth.get("/").headers["location"] == "/connections"
    for path in ("/timeline", "/people", "/companies", "/my-data"):
        assert ruth.get(path).status_code == 404


def test_what_is_not_there_is_said_so(petra: Browser) -> None:
    for path in (f"/people/{uuid4()}", f"/companies/{uuid4()}", "/people/x", "/nowhere"):
        answer = petra.get(path)
        assert (answer.status_code, "Nothing here" in answer.text) == (404, True)
    assert "Nobody is approved yet" in petra.get("/people").text
    assert "No company is approved yet" in petra.get("/companies").text


def test_health(petra: Browser) -> None:
    assert (petra.get("/health/live").text, petra.get("/health/ready").text) == ("alive", "ready")
