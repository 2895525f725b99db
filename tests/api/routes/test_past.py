from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from api.deps import now
from api.routes.past import HERE
from tests.api.visiting import Browser
from tests.firm import Person
from tests.store.queries.test_past import GRETA, YEAR, exchange, feed

VERSION = re.compile(r'name="version" value="([0-9a-f]+)"')


@pytest.fixture
def fed(ines: Person) -> Person:
    feed(ines, *exchange(ines, 1, GRETA))
    return ines


def seen(browser: Browser) -> dict[str, str]:
    found = VERSION.search(browser.get(HERE).text)
    assert found
    return {"company": "Halden", "year": str(YEAR), "version": found[1]}


def test_a_group_is_offered_and_shared_with_one_undo(ines_browser: Browser, fed: Person) -> None:
    for page in ("/", "/my-data"):
        assert f"2 notes with 1 company, {YEAR}" in ines_browser.get(page).text
    op_id, named = str(uuid4()), seen(ines_browser)
    for _ in range(2):  # what comes twice is done once
        answer = ines_browser.post(HERE, op_id=op_id, verb="approve", **named)
        assert answer.headers["location"] == f"{HERE}?done={op_id}"
    page = ines_browser.get(answer.headers["location"]).text
    assert "Approved 2." in page
    assert "Nothing from before waits to be shared." in page
    assert fed.count("decision") == 2
    ines_browser.post("/review/undo", op_id=str(uuid4()), undone=op_id)
    assert seen(ines_browser) == named


def test_a_group_is_kept_and_offered_no_more(ines_browser: Browser, fed: Person) -> None:
    named = seen(ines_browser)
    ines_browser.post(HERE, op_id=str(uuid4()), verb="keep_private", **named)
    assert "Nothing from before" in ines_browser.get(HERE).text
    assert {row.state for row in fed.suggestions()} == {"private"}


def test_a_group_that_has_changed_since_is_not_touched(ines_browser: Browser, fed: Person) -> None:
    named = seen(ines_browser)
    feed(fed, *exchange(fed, 21, "hugo@halden.example"))
    assert ines_browser.post(HERE, op_id=str(uuid4()), verb="approve", **named).status_code == 409
    assert fed.count("decision") == 0


def test_the_list_of_companies_is_shared_alone(ines_browser: Browser, fed: Person, petra: Browser) -> None:
    assert "1 company that nobody shared is in them." in ines_browser.get(HERE).text
    op_id = str(uuid4())
    for _ in range(2):  # what comes twice is done once
        answer = ines_browser.post(f"{HERE}/companies", op_id=op_id)
        assert answer.headers["location"] == f"{HERE}?done={op_id}"
    assert "Approved 1." in ines_browser.get(answer.headers["location"]).text
    fed.publish(now() + timedelta(hours=1))  # the hold is over
    assert ">Halden</b>" in petra.get("/companies").text
    assert "Greta" not in petra.get("/people").text
    assert (fed.count("interaction"), fed.count("contact"), fed.count("decision")) == (0, 0, 1)
    page = ines_browser.get(HERE).text
    assert "that nobody shared" not in page
    assert "2 notes with 1 company" in page  # they stay with their owner
    assert ines_browser.post(f"{HERE}/companies", op_id=str(uuid4())).status_code == 404
    ines_browser.post("/review/undo", op_id=str(uuid4()), undone=op_id)
    assert fed.count("company") == 0
    assert "Company: <b>Halden</b>" in ines_browser.get("/").text  # it waits in the review, as all that is undone
