from __future__ import annotations

from fastapi import FastAPI

from api.routes.keys import WHERE
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm


def test_the_list_is_drawn_from_the_table(ines_browser: Browser) -> None:
    page = ines_browser.get("/keys").text
    assert all(title in page for title in WHERE.values())
    assert "<kbd>⇧A</kbd>" in page
    assert "approve all seen in the group" in page
    assert "<kbd>G then R</kbd>" in page


def test_a_script_is_given_the_part_alone(ines_browser: Browser) -> None:
    page = ines_browser.client.get("/keys", headers={"X-Boswell": "1"}).text
    assert page.lstrip().startswith("<h1")
    assert ines_browser.get("/keys.json").json()["keys"]["strokes"]["a"] == "approve"


def test_who_reviews_nothing_has_no_verbs(app: FastAPI, firm: Firm) -> None:
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert "not this" not in petra.get("/keys").text
    assert "a" not in petra.get("/keys.json").json()["keys"]["strokes"]
