"""The time given back: a rep's own page, and the one way from there to somebody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fastapi import FastAPI

from api.routes.given_back import router
from store import one_to_ones
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

PAGE = router.url_path_for("given_back")
GRETA = "greta@halden.example"


def settled(person: Person) -> None:
    """A note of this week."""
    now = datetime.now(UTC)
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1), now=now)
    person.approve_all(now)


@pytest.fixture
def paul(firm: Firm) -> Person:
    return firm.person("Paul", "manager")


def agenda(person: Person, other: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        return [line.words for line in one_to_ones.lines(session, person.user_id, other.user_id, datetime.now(UTC))]


def test_a_week_is_shown_to_its_rep_and_shared_by_them_alone(
    ines: Person, ines_browser: Browser, paul: Person, app: FastAPI, firm: Firm
) -> None:
    settled(ines)
    page = ines_browser.get(PAGE).text
    assert '<td class="n" data-label="Notes settled">1</td>' in page
    assert "51 seconds" in page
    assert f'<option value="{paul.user_id}">Paul</option>' in page
    assert agenda(ines, paul) == []
    monday = page.partition('data-week="')[2].partition('"')[0]
    shared = ines_browser.post(PAGE, week=monday, seconds="7", other=str(paul.user_id))
    assert (shared.status_code, shared.headers["Location"]) == (303, f"/one-to-ones/{paul.user_id}")
    (line,) = agenda(paul, ines)
    assert line.endswith("1 note settled with Boswell in 7 seconds; typing them takes about 51 seconds.")
    assert browser_of(app, firm, paul).get(PAGE).status_code == 404


@pytest.mark.parametrize(
    ("week", "seconds"), [("2020-01-06", "7"), ("soon", "7"), ("2020-01-06", "-1"), ("2020-01-06", "1e9")]
)
def test_what_is_no_week_is_refused(ines_browser: Browser, ines: Person, paul: Person, week: str, seconds: str) -> None:
    answer = ines_browser.post(PAGE, week=week, seconds=seconds, other=str(paul.user_id))
    assert answer.status_code in {400, 404}
    assert agenda(ines, paul) == []


def test_nobody_else_is_told(ines: Person, jonas: Person, ines_browser: Browser) -> None:
    settled(ines)
    monday = ines_browser.get(PAGE).text.partition('data-week="')[2].partition('"')[0]
    assert ines_browser.post(PAGE, week=monday, seconds="7", other=str(jonas.user_id)).status_code == 404
