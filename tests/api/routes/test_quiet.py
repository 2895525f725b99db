"""The line about a quiet relationship on the review, and the button that ends it."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import text

from api.routes.quiet import router
from tests.api.visiting import Browser, link
from tests.firm import Person
from tests.store.test_quiet import GRETA, THEN, looked, weekly


def test_it_stands_on_the_review_until_it_is_waved_off(ines_browser: Browser, ines: Person) -> None:
    weekly(ines, GRETA, 100)
    assert looked(ines, THEN)
    with ines.app.transaction(ines.acting) as session:
        today = text("update quiet set brought_up_on = (now() at time zone 'Europe/Berlin')::date")
        session.execute(today)
    page = ines_browser.get("/").text
    assert "<b>Greta</b></a> went quiet: last contact" in page
    contact = link(page.partition("offer quiet")[2], "/people/").rpartition("/")[2]
    assert ines_browser.post(f"/quiet/{contact}").headers["location"] == "/"
    assert "went quiet" not in ines_browser.get("/").text
    assert ines_browser.post(f"/quiet/{uuid4()}").status_code == 404
    assert router.routes
