from __future__ import annotations

from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import select

from api.routes.sources import ROLES
from store.models.private.message import Message
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def mail_of(person: Person) -> UUID:
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(Message.id).where(Message.direction == "in")).one()


def test_a_mail_in_full_as_text(ines_browser: Browser, ines: Person) -> None:
    page = ines_browser.get(f"/review/sources/{mail_of(ines)}").text
    assert "Secret body 1" in page
    assert f"<dt>{ROLES['from']}</dt>" in page
    assert GRETA in page


def test_nobody_else_reads_it(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    found = mail_of(ines)
    assert browser_of(app, firm, jonas).get(f"/review/sources/{found}").status_code == 404
    assert browser_of(app, firm, ines).get("/review/sources/nonsense").status_code == 404


def test_names_to_type_ahead(ines_browser: Browser, ines: Person) -> None:
    mail_of(ines)
    assert ines_browser.get("/review/known").json() == {"companies": [], "people": []}
    ines.approve_all()
    assert ines_browser.get("/review/known").json() == {"companies": ["Halden"], "people": ["Greta"]}
