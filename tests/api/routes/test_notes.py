"""One note in full, for those who may read it."""

from __future__ import annotations

from api.routes.notes import router
from tests.api.visiting import Browser, link
from tests.builders import ONE
from tests.firm import Person


def test_a_note_says_who_took_part(petra: Browser, ruth: Browser, approved: Person) -> None:
    where = link(petra.get("/timeline").text, "/notes/")
    page = petra.get(where).text
    assert "<h1>Matter 1</h1>" in page
    assert ">Halden</a>" in page
    assert "one of them" in page
    assert "Secret body" not in page
    assert approved.count("viewing") == 2
    missing = router.url_path_for("note", note_id=str(ONE))
    assert [browser.get(path).status_code for browser, path in ((ruth, where), (petra, missing))] == [404, 404]
