"""The first start outside the demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.routes.setting_up import Entered, faults
from store import people
from store.engine import Database
from tests.api.visiting import HERE, Browser, application, nobody
from tests.database import Urls
from tests.firm import Firm

FORM = {
    "company": "Alder", "domains": "Alder.example, alder.test", "addresses": "kim@free.example", "name": "Ruth Adler",
    "address": "ruth@alder.example", "password": "correct horse battery", "public_url": HERE,
    "timezone": "Europe/Berlin", "language": "en",
}  # fmt: skip


@pytest.fixture
def empty(urls: Urls) -> Iterator[Firm]:
    """A database without a company."""
    found = object.__new__(Firm)
    found.app = found.worker = Database(urls.app)
    yield found
    found.app.close()


@pytest.fixture
def browser(empty: Firm) -> Browser:
    return nobody(application(empty, "token"))


def test_the_form_makes_company_and_admin(empty: Firm, browser: Browser) -> None:
    assert "Your own mail domains" in browser.get("/set-up/token").text
    answer = browser.post("/set-up/token", **FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "__Host-sid=" in answer.headers["set-cookie"]
    with empty.app.transaction() as session:
        company = people.installation(session)
        assert company is not None
        assert company.mail_domains == ["alder.example", "alder.test"]
        assert company.mail_addresses == ["kim@free.example"]
        assert [user.roles for user in people.users(session)] == [["admin"]]
    assert browser.post("/set-up/token", **FORM).status_code == 404
    assert browser.get("/set-up/token").status_code == 404


def test_a_wrong_token_finds_nothing(browser: Browser) -> None:
    assert browser.get("/set-up/other").status_code == 404
    assert browser.post("/set-up/other", **FORM).status_code == 404


def test_before_it_every_page_says_what_to_do(browser: Browser) -> None:
    for path in ("/", "/people", "/sign-in"):
        answer = browser.get(path)
        assert answer.status_code == 503
        assert "set-up address" in answer.text


def test_faults_come_back_with_what_was_typed(browser: Browser) -> None:
    answer = browser.post("/set-up/token", **(FORM | {"domains": "not a domain!", "password": "short"}))
    assert answer.status_code == 400
    assert "Give your own mail domain" in answer.text
    assert 'value="Alder"' in answer.text
    assert "short" not in answer.text.replace("shorter", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"company": " "}, {"domains": ""}, {"addresses": "kim"}, {"name": ""}, {"address": "x"}, {"password": "short"},
        {"public_url": "http://alder.example"}, {"timezone": "Moon"}, {"language": "xx"},
    ],
)  # fmt: skip
def test_each_fault_is_a_sentence(wrong: dict[str, str]) -> None:
    assert faults(Entered(**FORM)) == []
    (sentence,) = faults(Entered(**(FORM | wrong)))
    assert sentence.endswith(".")
