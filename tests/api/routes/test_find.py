"""Finding from anywhere, for those who may read."""

from __future__ import annotations

from api.routes.find import router
from tests.api.visiting import Browser
from tests.firm import Person
from tests.readings import mail

FIND = router.url_path_for("find")


def test_people_companies_and_notes_by_what_they_are_called(petra: Browser, approved: Person) -> None:
    page = petra.get(f"{FIND}?q=hald").text
    for heading in ("<h2>People</h2>", "<h2>Companies</h2>", "2 mails with"):
        assert heading in page
    assert "<h2>People</h2>" not in petra.get(f"{FIND}?q=matter").text


def test_what_is_spelled_almost_so_says_that(petra: Browser, approved: Person) -> None:
    assert "These are spelled almost so." in petra.get(f"{FIND}?q=gerta").text


def test_nothing_and_no_question(petra: Browser, approved: Person) -> None:
    assert "I have nothing about “Quarry” yet." in petra.get(f"{FIND}?q=Quarry").text
    page = petra.get(FIND).text
    assert "autofocus" in page
    assert "I have nothing" not in page


def test_what_is_asked_is_shown_as_text(petra: Browser) -> None:
    assert "&lt;b&gt;" in petra.get(f"{FIND}?q=%3Cb%3Ex").text


def test_those_kept_private_are_found_by_their_owner_alone(petra: Browser, ines: Person, ines_browser: Browser) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    ines.rule("keep_private", ines.suggestions("waiting"))
    mine, theirs = ines_browser.get(f"{FIND}?q=gre").text, petra.get(f"{FIND}?q=gre").text
    assert "<h2>Only you</h2>" in mine
    assert "2 mails with" in mine
    assert "greta@halden.example" not in theirs


def test_those_who_only_administer_find_nothing(ruth: Browser, approved: Person) -> None:
    assert ruth.get(f"{FIND}?q=greta").status_code == 404
    assert 'role="search"' not in ruth.get("/connections").text
