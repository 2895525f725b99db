"""Files stand on the pages of whom they came from, in the review that shares them, and in their note."""

from __future__ import annotations

from fastapi import FastAPI
from sqlalchemy import text

from api.web.files import mentioned
from tests.api.visiting import Browser, browser_of, link
from tests.firm import Firm, Person
from tests.readings import mail, sending

GRETA = "greta@halden.example"


def test_files_are_shown_before_they_are_shared_and_stand_on_pages_after(
    app: FastAPI, firm: Firm, ines: Person, ines_browser: Browser
) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    ines.feed(sending(mail(1, GRETA, ines.address), "Offer <12>.pdf", "logo.png"))
    ines.feed(mail(2, ines.address, GRETA, answers=1))
    asked = ines_browser.get("/").text
    assert "Offer &lt;12&gt;.pdf" in asked
    assert "logo.png" not in asked
    ines.approve_all()
    for room in ("companies", "people"):
        page = petra.get(link(petra.get(f"/{room}").text, f"/{room}/")).text
        assert '<h2 id="files">Files</h2>' in page
        note = link(page.partition('id="files"')[2], "/notes/")
        assert "Offer &lt;12&gt;.pdf</bdi></a>" in page
        assert "Offer &lt;12&gt;.pdf" in petra.get(note).text
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(text("select distinct page from viewing where entity = 'interaction'")).all()
    ines.undo()
    assert "Offer" not in petra.get("/timeline").text
    assert mentioned.__doc__
