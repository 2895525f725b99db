"""Asking for an introduction on a page, and answering on the review."""

from __future__ import annotations

import re

from fastapi import FastAPI
from sqlalchemy import text

from api.routes.introductions import router
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person

ID = re.compile(r"/introductions/([0-9a-f-]+)")


def test_asked_and_accepted(app: FastAPI, firm: Firm, ines_browser: Browser, approved: Person, jonas: Person) -> None:
    his = browser_of(app, firm, jonas)
    with approved.app.transaction(approved.acting) as session:
        greta = str(session.scalar(text("select id from contact")))
    page = f"/people/{greta}"
    assert "ask for an introduction" in his.get(page).text
    assert "ask for an introduction" not in ines_browser.get(page).text
    his.post(router.url_path_for("request", contact_id=greta), asked=str(approved.user_id))
    assert "You asked Ines to introduce you to Greta." in his.get(page).text
    asked = ID.search(ines_browser.get("/").text)
    assert asked
    settle = router.url_path_for("settle", request_id=asked[1])
    assert his.post(settle, verb="yes").status_code == 404
    assert ines_browser.post(settle, verb="yes").status_code == 303
    assert "Ines will introduce you to Greta." in his.get("/").text
    his.post(settle, verb="withdraw")
    assert "introduce" not in his.get("/").text
