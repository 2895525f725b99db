"""The page of promises, its buttons, and the calendar under a secret address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from fastapi import FastAPI
from icalendar import Calendar
from sqlalchemy import text

from api.deps import now
from api.routes.promises import router
from extract.facts import Attachment
from tests.api.visiting import Browser, browser_of, nobody
from tests.firm import Firm, Person
from tests.readings import mail, promising

GRETA = "greta@halden.example"
SOON = now().date() + timedelta(days=1)


def promised(person: Person) -> None:
    """She promises something, he asks for something."""
    theirs = promising(mail(1, GRETA, person.address), "I will send the signed order form", SOON)
    person.feed(
        promising(theirs, "please return the list", SOON, "recipient"), mail(2, person.address, GRETA, answers=1)
    )
    person.approve_all()


def key_in(page: str, words: str) -> str:
    """The key of the promise that says so."""
    found = re.search(r'id="p([0-9a-f]{32})"', page[page.rindex("<li", 0, page.index(words)) :])
    assert found
    return found[1]


def feed_in(page: str) -> str:
    found = re.search(r'value="[^"]*(/calendar/[^"]+)"', page)
    return found[1] if found else ""


def test_both_sides_are_on_the_page_and_done_with_a_button(ines_browser: Browser, ines: Person) -> None:
    assert "Nothing is promised for a day." in ines_browser.get("/promises").text
    promised(ines)
    page = ines_browser.get("/promises").text
    assert "Greta promised you: <b>I will send the signed order form</b>" in page
    assert "Greta asked you: <b>please return the list</b>" in page
    key = key_in(page, "Greta promised you")
    answer = ines_browser.post(f"/promises/{key}", verb="done")
    assert answer.headers["location"] == f"/promises?done={key}"
    page = ines_browser.get(answer.headers["location"]).text
    assert "Done. <button" in page
    assert 'aria-label="Done"' in page
    ines_browser.post(f"/promises/{key}", verb="open")
    assert 'aria-label="Done"' not in ines_browser.get("/promises").text
    assert ines_browser.post(f"/promises/{uuid4().hex}", verb="done").status_code == 404
    assert ines_browser.post(f"/promises/{key}", verb="x").status_code == 400


def test_what_seems_done_waits_for_a_word(ines_browser: Browser, ines: Person) -> None:
    promised(ines)
    sent = mail(9, GRETA, ines.address, answers=1, at=now())
    assert sent.message
    file = Attachment("Order form.pdf", "application/pdf", 9000, "0" * 64)
    ines.feed(replace(sent, message=replace(sent.message, attachments=(file,))), now=now())
    page = ines_browser.get("/promises").text
    assert "Done, it seems: Greta sent “Order form.pdf”" in page
    assert 'aria-label="Done"' not in page
    found = re.search(r'action="(/promises/[0-9a-f]+/not-by/[^"]+)"', page)
    assert found
    ines_browser.post(found[1])
    assert "it seems" not in ines_browser.get("/promises").text


def test_promises_stand_on_the_pages_of_person_and_company(
    app: FastAPI, firm: Firm, ines: Person, jonas: Person
) -> None:
    promised(ines)
    browser = browser_of(app, firm, jonas)
    for room in ("people", "companies"):
        list_page = browser.get(f"/{room}").text
        found = re.search(rf'href="(/{room}/[0-9a-f-]+)"', list_page)
        assert found
        page = browser.get(found[1]).text
        assert 'id="promises">Promises, both sides</h2>' in page
        assert re.search('Greta promised Ines: <a href="/notes/[^>]+>I will send the signed order form</a>', page)


def test_the_calendar_is_for_whoever_holds_its_address_and_of_own_promises(
    app: FastAPI, ines_browser: Browser, ines: Person
) -> None:
    promised(ines)
    assert feed_in(ines_browser.get("/promises").text) == ""
    ines_browser.post("/promises/calendar", verb="renew")
    address = feed_in(ines_browser.get("/promises").text)
    answer = nobody(app).get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "set-cookie" not in answer.headers
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Greta asked you: please return the list"]
    again = Calendar.from_ical(nobody(app).get(address).text).walk("VEVENT")
    assert [event["UID"] for event in again] == [event["UID"] for event in events]


def test_an_address_that_was_renewed_ended_or_never_made_shows_nothing(
    app: FastAPI, ines_browser: Browser, ines: Person, jonas: Person
) -> None:
    promised(ines)
    outside, addresses = nobody(app), []
    for verb in ("renew", "renew", "end"):
        ines_browser.post("/promises/calendar", verb=verb)
        addresses.append(feed_in(ines_browser.get("/promises").text))
    assert addresses[2] == ""
    ines_browser.post("/promises/calendar", verb="renew")
    held = feed_in(ines_browser.get("/promises").text)
    assert outside.get(held).status_code == 200
    wrong = [*addresses[:2], "/calendar/x.ics", "/calendar/.ics", held.replace(ines.user_id.hex, jonas.user_id.hex)]
    wrong += [held.replace(held[-5], "0" if held[-5] != "0" else "1"), held.replace(".ics", "0.ics")]
    assert [outside.get(each).status_code for each in wrong] == [404] * len(wrong)
    with ines.app.transaction() as session:
        session.execute(text("update app_user set active = false where id = :id"), {"id": ines.user_id})
    assert outside.get(held).status_code == 404
    assert held.startswith("/calendar/")
    assert router.routes


def test_it_is_for_reps_alone(app: FastAPI, firm: Firm, ines: Person) -> None:
    promised(ines)
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert petra.get("/promises").status_code == 404


def test_a_promise_is_put_on_another_day_in_words_and_back(ines_browser: Browser, ines: Person) -> None:
    promised(ines)
    key = key_in(ines_browser.get("/promises").text, "Greta promised you")
    moved = ines_browser.post(f"/promises/{key}/day", **{"day.due": "in two weeks"}).headers["location"]
    page = ines_browser.get(moved).text
    assert "Moved: I will send the signed order form" in page
    assert page.count("by tomorrow") == 1
    was = moved.partition("was=")[2]
    assert was == SOON.isoformat()
    ines_browser.post(f"/promises/{key}/day", **{"day.due": was})
    assert ines_browser.get("/promises").text.count("by tomorrow") == 2
    unread = ines_browser.post(f"/promises/{key}/day", **{"day.due": "some <day>"}).headers["location"]
    assert "I cannot read “some &lt;day&gt;” as a day." in ines_browser.get(unread).text
    assert ines_browser.post(f"/promises/{uuid4().hex}/day", **{"day.due": "friday"}).status_code == 404
