"""My settings without script: what is kept, what is refused in words, and that it is nobody else's."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from store.judgement.workdays import Workdays
from store.preferences import Preferences, preferences
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"
FORM: dict[str, str | list[str]] = {
    "timezone": "Asia/Dubai",
    "language": "en",
    "days": ["7", "1", "2"],
    "digest": "07:30",
    "hold": "until 18:00",
    "keys_on": "yes",
    "keys": "approve = y",
}


def wanted(person: Person) -> Preferences:
    with person.app.transaction(person.acting) as session:
        return preferences(session, person.user_id)


def test_what_is_chosen_is_kept(ines_browser: Browser, ines: Person) -> None:
    answer = ines_browser.post("/my/settings", None, **FORM | {"language": "fr"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/my/settings?kept=true")
    page = ines_browser.get(answer.headers["location"]).text
    assert '<html lang="fr">' in page
    assert "Enregistré." in page
    assert "<option selected>Asia/Dubai</option>" in page
    assert wanted(ines).workdays == Workdays("Asia/Dubai", frozenset({7, 1, 2}))
    assert (wanted(ines).language, wanted(ines).keys) == ("fr", {"approve": "y"})


def test_what_was_entered_stays_when_something_is_wrong(ines_browser: Browser, ines: Person) -> None:
    answer = ines_browser.post("/my/settings", None, **FORM | {"timezone": "Mars/Olympus"})
    assert answer.status_code == 400
    assert "Choose a time zone from the list." in answer.text
    assert "approve = y" in answer.text
    assert ines.count("preference") == 0


def test_absences_come_and_go(ines_browser: Browser, ines: Person) -> None:
    days = {"first": "2099-12-24", "last": "2099-12-31"}
    assert ines_browser.post("/my/settings/absences", None, verb="add", **days).status_code == 303
    assert "31 Dec 2099" in ines_browser.get("/my/settings").text
    ines_browser.post("/my/settings/absences", None, verb="remove", **days)
    assert wanted(ines).workdays.absences == ()
    answer = ines_browser.post("/my/settings/absences", verb="add", first="tomorrow")
    assert (answer.status_code, "year-month-day" in answer.text) == (400, True)


def test_further_addresses_come_and_go(ines_browser: Browser, jonas: Person) -> None:
    post = "/my/settings/addresses"
    assert ines_browser.post(post, verb="add", address=" Ines@Home.example ").status_code == 303
    assert "ines@home.example" in ines_browser.get("/my/settings").text
    for address, says in (("nonsense", "no mail address"), (jonas.address, "One of you has that address")):
        answer = ines_browser.post(post, verb="add", address=address)
        assert (answer.status_code, says in answer.text) == (400, True)
    ines_browser.post(post, verb="remove", address="ines@home.example")
    assert "ines@home.example" not in ines_browser.get("/my/settings").text


@pytest.mark.parametrize(("hold", "says"), [("none", ""), ("10 min", "Shared in 10 min."), ("30 s", "Shared in 30 s.")])
def test_what_is_approved_is_held_as_the_rep_wants(ines_browser: Browser, ines: Person, hold: str, says: str) -> None:
    ines_browser.post("/my/settings", None, **FORM | {"hold": hold})
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    answer = ines_browser.decide("approve", *ines.suggestions("waiting", kind="interaction"))
    (row,) = ines.suggestions("approved")
    assert row.share_at
    assert row.settled_at
    assert (row.share_at - row.settled_at).total_seconds() == {"none": 0, "10 min": 600, "30 s": 30}[hold]
    assert says in ines_browser.get(answer.headers["location"]).text


def test_it_is_the_rep_s_alone(app: FastAPI, firm: Firm, ines_browser: Browser, ines: Person, jonas: Person) -> None:
    ines_browser.post("/my/settings", None, **FORM)
    assert "<option selected>Asia/Dubai</option>" not in browser_of(app, firm, jonas).get("/my/settings").text
    assert wanted(jonas).language == "en"
    assert browser_of(app, firm, firm.person("Petra", "manager")).get("/my/settings").status_code == 404
    assert ines_browser.post("/my/settings", csrf="wrong", **FORM).status_code == 403
