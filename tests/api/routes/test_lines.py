"""A rep hides their own line on the map, and shows it again; a manager has none."""

from __future__ import annotations

from sqlalchemy import text

from api.routes.lines import router
from tests.api.visiting import Browser
from tests.firm import Person

WHY = "both write"


def test_hidden_from_others_and_undone(ines_browser: Browser, petra: Browser, approved: Person) -> None:
    with approved.app.transaction(approved.acting) as session:
        greta = session.scalar(text("select id from contact"))
    page, line = f"/people/{greta}", router.url_path_for("line", contact_id=str(greta))
    assert WHY in petra.get(page).text
    assert petra.post(line, verb="hide").status_code == 404
    assert ines_browser.post(line, verb="hide").headers["location"] == f"{page}#who"
    assert WHY not in petra.get(page).text
    own = ines_browser.get(page).text
    assert WHY in own
    assert "show it to all" in own
    ines_browser.post(line, verb="show")
    assert WHY in petra.get(page).text
