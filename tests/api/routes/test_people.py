"""People that somebody here approved, for those who may read."""

from __future__ import annotations

import pytest

from api.routes.people import router
from tests.api.visiting import Browser, link
from tests.builders import ONE
from tests.firm import Person
from tests.readings import mail

LIST = router.url_path_for("people")


def test_somebody_with_their_notes(petra: Browser, approved: Person) -> None:
    page = petra.get(link(petra.get(LIST).text, "/people/"))
    assert page.status_code == 200
    assert "greta@halden.example" in page.text
    assert "Matter 1" in page.text
    assert "Secret body" not in page.text


def test_nobody_yet(petra: Browser) -> None:
    assert "Nobody is approved yet. When you approve somebody, they appear here." in petra.get(LIST).text


@pytest.mark.parametrize("somebody", ["x", str(ONE)])
def test_somebody_who_is_not_there(petra: Browser, somebody: str) -> None:
    answer = petra.get(router.url_path_for("person", contact_id=somebody))
    assert (answer.status_code, "There is no such page, or it is not for you to see." in answer.text) == (404, True)


def test_those_who_only_administer_read_nobody(ruth: Browser, petra: Browser, approved: Person) -> None:
    somebody = link(petra.get(LIST).text, "/people/")
    assert [ruth.get(path).status_code for path in (LIST, somebody)] == [404, 404]


def test_those_kept_private_are_there_for_their_owner_alone(
    petra: Browser, ines: Person, ines_browser: Browser
) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    ines.rule("keep_private", ines.suggestions("waiting"))
    assert "<h2>Only you</h2>" in ines_browser.get(LIST).text
    assert "greta@halden.example" in ines_browser.get(LIST).text
    assert "greta@halden.example" not in petra.get(LIST).text
