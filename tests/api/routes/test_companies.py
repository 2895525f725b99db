"""Companies that somebody here approved, for those who may read."""

from __future__ import annotations

import pytest

from api.routes.companies import router
from tests.api.visiting import Browser, link
from tests.builders import ONE
from tests.firm import Person

LIST = router.url_path_for("companies")


def test_a_company_with_its_people_and_notes(petra: Browser, approved: Person) -> None:
    listed = petra.get(LIST).text
    assert "1 person" in listed
    page = petra.get(link(listed, "/companies/")).text
    assert "<h1>Halden</h1>" in page
    assert "halden.example" in page
    assert "greta@halden.example" in page
    assert "<b>Greta</b>" in page
    assert "Secret body" not in page


def test_none_yet(petra: Browser) -> None:
    assert "No company is approved yet." in petra.get(LIST).text


@pytest.mark.parametrize("one", ["x", str(ONE)])
def test_one_that_is_not_there(petra: Browser, one: str) -> None:
    answer = petra.get(router.url_path_for("company", company_id=one))
    assert (answer.status_code, "There is no such page, or it is not for you to see." in answer.text) == (404, True)


def test_those_who_only_administer_read_none(ruth: Browser, petra: Browser, approved: Person) -> None:
    one = link(petra.get(LIST).text, "/companies/")
    assert [ruth.get(path).status_code for path in (LIST, one)] == [404, 404]
