from __future__ import annotations

from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import select

from api.routes.sources import ROLES
from api.web.layout import SANDBOX
from store.models.private.message import Message
from tests.api.visiting import Browser, browser_of
from tests.extract.letters import letter
from tests.firm import Firm, Person
from tests.payloads import keep
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


def test_as_it_was_laid_out(ines_browser: Browser, ines: Person) -> None:
    where = f"/review/sources/{mail_of(ines)}"
    assert "laid out" not in ines_browser.get(where).text
    assert ines_browser.get(f"{where}/frame").status_code == 404  # its bytes are gone
    page = "<p>Dear Ines<img src=https://x.example><a href=https://y.example/z>here</a></p><script>alert(1)</script>"
    keep(ines, "mail-1-", letter(page, Content_Type="text/html"))
    assert f'href="{where}/layout"' in ines_browser.get(where).text
    around = ines_browser.get(f"{where}/layout").text
    assert f'sandbox="{SANDBOX}" referrerpolicy="no-referrer" src="{where}/frame"' in around
    assert "Dear Ines" not in around
    frame = ines_browser.get(f"{where}/frame")
    assert "<p>Dear Ines<a href" in frame.text
    assert "Pictures are left out" in frame.text
    assert "x.example" not in frame.text
    assert "<script" not in frame.text
    policy = frame.headers["Content-Security-Policy"]
    assert policy.startswith(f"sandbox {SANDBOX}; default-src 'none'; style-src 'nonce-")
    assert not {"allow-scripts", "allow-same-origin", "allow-forms", "'unsafe-inline'"} & set(policy.split())
    assert frame.headers["Cache-Control"] == "no-store"


def test_a_mail_without_layout_says_so(ines_browser: Browser, ines: Person) -> None:
    where = f"/review/sources/{mail_of(ines)}"
    keep(ines, "mail-1-", letter("It says text/html, and is text."))
    frame = ines_browser.get(f"{where}/frame").text
    assert "This mail was sent as text alone." in frame
    assert "It says" not in frame


def test_nobody_else_reads_it(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    found = mail_of(ines)
    assert browser_of(app, firm, jonas).get(f"/review/sources/{found}").status_code == 404
    keep(ines, "mail-1-", letter("<p>Secret page</p>", Content_Type="text/html"))
    for room in ("layout", "frame"):
        assert browser_of(app, firm, jonas).get(f"/review/sources/{found}/{room}").status_code == 404
    assert browser_of(app, firm, ines).get("/review/sources/nonsense").status_code == 404


def test_names_to_type_ahead(ines_browser: Browser, ines: Person) -> None:
    mail_of(ines)
    assert ines_browser.get("/review/known").json() == {"companies": [], "people": []}
    ines.approve_all()
    assert ines_browser.get("/review/known").json() == {"companies": ["Halden"], "people": ["Greta"]}
