"""Deleting all that is one's own."""

from __future__ import annotations

import re

from api.routes.deleting import router
from tests.api.routes.test_connections import connected, due, state
from tests.api.visiting import Browser
from tests.firm import Person
from tests.readings import mail

PAGE = router.url_path_for("ask")


def test_a_word_is_typed_and_a_receipt_given(ines_browser: Browser, petra: Browser, approved: Person) -> None:
    connected(approved)
    approved.feed(
        mail(11, "pavel@kestrel.example", approved.address), mail(12, approved.address, "pavel@kestrel.example")
    )
    assert "2 notes that you shared stay." in ines_browser.get(PAGE).text
    for word in ("", "everything"):
        refused = ines_browser.post(PAGE, word=word)
        assert (refused.status_code, "that was another word" in refused.text) == (400, True)
    assert state(approved) == "reading history"
    before = petra.get("/timeline").text
    receipt = ines_browser.post(PAGE, word=" Delete ")
    assert receipt.status_code == 200
    assert re.search(r"Receipt for Ines, today \d", receipt.text)
    assert "4 mails" in receipt.text
    assert "1 mailbox disconnected" in receipt.text
    assert "2 notes that you shared stay." in receipt.text
    assert (approved.suggestions("waiting"), due(approved) - {"publish", "daily"}) == ([], set())
    assert approved.count("message") == 0
    assert petra.get("/timeline").text.count("Matter 1") == before.count("Matter 1") > 0
    assert ines_browser.get("/my-data").status_code == 200  # they stay, and may connect again
    assert "0 mails" in ines_browser.post(PAGE, word="delete").text


def test_managers_have_nothing_to_delete(petra: Browser) -> None:
    assert petra.get(PAGE).status_code == 404
    assert petra.post(PAGE, word="delete").status_code == 404
