"""The line about people just met on the review, and the button that has them asked about."""

from __future__ import annotations

from api.routes.gathering import router
from tests.api.visiting import Browser
from tests.firm import Person
from tests.store.review.test_gathering import GRETA, meets, settled_in


def test_who_was_just_met_is_named_until_they_are_asked_about(ines_browser: Browser, ines: Person) -> None:
    settled_in(ines)
    assert "just met" not in ines_browser.get("/").text
    meets(ines)
    page = ines_browser.get("/").text
    assert "1 person you have just met, still writing: Greta (Halden)." in page
    assert 'id="nothing">' in page
    assert ines_browser.post(router.url_path_for("new_people")).headers["location"] == "/"
    page = ines_browser.get("/").text
    assert ("just met" in page, GRETA in page, 'id="nothing">' in page) == (False, True, False)
