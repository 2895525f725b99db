from __future__ import annotations

import re

from fastapi import FastAPI

from api.routes.sessions import router
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person

PAGE = "/my-data"
KEY = re.compile(r'action="/my-data/sessions/([0-9a-f]{64})"')


def test_a_lost_browser_is_signed_out_from_another(
    app: FastAPI, firm: Firm, ines: Person, ines_browser: Browser
) -> None:
    lost = browser_of(app, firm, ines)
    page = ines_browser.get(PAGE).text
    assert page.count("A browser</b>") == 2
    assert page.count(">this one</span>") == 1
    (key,) = KEY.findall(page)
    assert ines_browser.post(f"/my-data/sessions/{key}").status_code == 303
    assert lost.get(PAGE).headers["location"].startswith("/sign-in")
    page = ines_browser.get(PAGE).text
    assert KEY.findall(page) == []
    assert "Sign out everywhere else" not in page
    assert ines_browser.post(f"/my-data/sessions/{key}").status_code == 404


def test_every_other_one_is_signed_out_at_once(app: FastAPI, firm: Firm, ines: Person, ines_browser: Browser) -> None:
    others = [browser_of(app, firm, ines) for _ in range(2)]
    assert "Sign out everywhere else" in ines_browser.get(PAGE).text
    assert ines_browser.post(router.url_path_for("end_others")).status_code == 303
    assert {other.get(PAGE).status_code for other in others} == {303}
    assert ines_browser.get(PAGE).status_code == 200


def test_nobody_signs_a_colleague_out(
    app: FastAPI, firm: Firm, ines: Person, ines_browser: Browser, jonas: Person
) -> None:
    browser_of(app, firm, ines)
    (key,) = KEY.findall(ines_browser.get(PAGE).text)
    assert browser_of(app, firm, jonas).post(f"/my-data/sessions/{key}").status_code == 404
    assert KEY.findall(ines_browser.get(PAGE).text) == [key]
