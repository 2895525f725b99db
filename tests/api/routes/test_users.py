from __future__ import annotations

from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text

from api.routes.users import HERE, router
from store.models.people import User
from store.teams import LONGEST
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail
from tests.store.summing import counted

GRETA = "greta@halden.example"


@pytest.fixture
def ruth(app: FastAPI, firm: Firm) -> Browser:
    return browser_of(app, firm, firm.person("Ruth", "admin"))


def put(browser: Browser, person: Person, team: str) -> str:
    path = router.url_path_for("put_into_team", colleague_id=str(person.user_id))
    answer = browser.post(path, team=team)
    assert answer.status_code == 303
    return browser.get(answer.headers["location"].partition("#")[0]).text


def team_of(person: Person) -> str | None:
    with person.app.transaction() as session:
        return session.scalars(select(User.team).where(User.id == person.user_id)).one()


def test_an_admin_puts_people_into_teams_and_out_of_them(ruth: Browser, ines: Person) -> None:
    page = ruth.get(HERE).text
    assert [each in page for each in (ines.address, "Team of Ines", "rep", "has left")] == [True, True, True, False]
    page = put(ruth, ines, "  Far   North ")
    assert "Ines is in team Far North." in page
    assert '<option value="Far North">' in page
    assert team_of(ines) == "Far North"
    assert "Ines is in no team." in put(ruth, ines, " ")
    assert team_of(ines) is None
    put(ruth, ines, "x" * 99)
    assert team_of(ines) == "x" * LONGEST
    missing = router.url_path_for("put_into_team", colleague_id=str(uuid4()))
    assert ruth.post(missing, team="North").status_code == 404


def test_their_companies_are_counted_anew(ruth: Browser, ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    counted(ines)
    assert "Halden" not in put(ruth, ines, "North")
    counted(ines)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select team from company_team")).all() == ["North"]


def test_it_is_there_for_admins_alone(app: FastAPI, firm: Firm, ines_browser: Browser, ines: Person) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    path = router.url_path_for("put_into_team", colleague_id=str(ines.user_id))
    for browser in (petra, ines_browser):
        assert (browser.get(HERE).status_code, browser.post(path, team="North").status_code) == (404, 404)
    assert team_of(ines) is None
    ruth = browser_of(app, firm, firm.person("Ruth", "admin"))
    assert ruth.post(path, csrf="wrong", team="North").status_code == 403
