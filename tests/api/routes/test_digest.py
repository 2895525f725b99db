"""Where the digest mail leads: what a GET may not do, and what one POST does."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from api.routes.digest import router
from store.crypto import Sealer
from store.preferences import preferences
from store.signed import STOP, sign
from tests.api.visiting import SECRET, Browser, browser_of, nobody
from tests.firm import Firm, Person


def address_of(person: Person, purpose: str = STOP) -> str:
    return f"/my/digest/{sign(Sealer(SECRET).keyed_hash, purpose, person.user_id)}"


def wants_it(person: Person) -> bool:
    with person.app.transaction(person.acting) as session:
        return preferences(session, person.user_id).digest_at is not None


def test_the_link_opens_the_review_at_the_sure_ones(ines_browser: Browser, app: FastAPI) -> None:
    assert ines_browser.get("/r").headers["location"] == "/#sure"
    assert nobody(app).get("/r").headers["location"] == "/sign-in"


def test_it_is_stopped_without_signing_in_by_a_post_alone(app: FastAPI, ines: Person, jonas: Person) -> None:
    outside, address = nobody(app), address_of(ines)
    for _ in range(2):
        page = outside.get(address)
        assert (page.status_code, "Stop these mails" in page.text) == (200, True)
        assert "Ines" not in page.text
    assert wants_it(ines)
    answer = outside.client.post(address, data={"List-Unsubscribe": "One-Click"}, follow_redirects=False)
    assert (answer.status_code, "You get none" in answer.text) == (200, True)
    assert (wants_it(ines), wants_it(jonas)) == (False, True)
    assert outside.client.post(address).status_code == 200
    assert "Stop these mails" not in outside.get(address).text


@pytest.mark.parametrize("wrong", ["cut", "other purpose", "other person", "nonsense"])
def test_a_wrong_address_stops_nothing(app: FastAPI, ines: Person, jonas: Person, wrong: str) -> None:
    address = {
        "cut": address_of(ines)[:-1],
        "other purpose": address_of(ines, "another"),
        "other person": address_of(ines).replace(ines.user_id.hex, jonas.user_id.hex),
        "nonsense": "/my/digest/é",
    }[wrong]
    assert nobody(app).get(address).status_code == 404
    assert nobody(app).client.post(address).status_code == 404
    assert wants_it(ines)
    assert wants_it(jonas)


def test_signed_in_it_is_stopped_with_a_form_of_ours(
    app: FastAPI, firm: Firm, ines: Person, ines_browser: Browser
) -> None:
    assert "Stop these mails" in ines_browser.get("/my/digest").text
    assert ines_browser.post("/my/digest", csrf="wrong").status_code == 403
    assert wants_it(ines)
    assert ines_browser.post("/my/digest").headers["location"] == "/my/digest"
    assert "You get none" in ines_browser.get("/my/digest").text
    assert not wants_it(ines)
    assert browser_of(app, firm, firm.person("Petra", "manager")).get("/my/digest").status_code == 404


def test_only_that_address_takes_posts_from_elsewhere(app: FastAPI) -> None:
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    for path in ("/my/digest", "/my/settings", "/my/digestive", "/sign-in"):
        assert nobody(app).post(path, elsewhere).status_code == 403


def test_there_is_no_other_address() -> None:
    paths = {getattr(route, "path", "") for route in router.routes}
    assert paths == {"/r", "/my/digest", "/my/digest/{signed}"}
