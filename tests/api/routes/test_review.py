"""The review page: what it shows, and that its buttons do what they say, with and without script."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.deps import now
from store.judgement.workdays import Workdays
from store.models.shared.commitment import Commitment
from store.preferences import change, preferences
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail, promising, sending

GRETA = "greta@halden.example"


@pytest.fixture
def fed(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    return ines


def test_both_piles_with_their_evidence(ines_browser: Browser, fed: Person) -> None:
    page = ines_browser.get("/").text
    assert '>2 notes</span>, about <span id="about">5 seconds</span>.' in page
    assert "Please have a look" in page
    assert "<b>Greta</b>" in page
    assert "Matter 1" in page
    assert "Secret body" in page


def test_an_empty_queue_says_so(ines_browser: Browser) -> None:
    assert "Nothing waiting. I&#39;m reading along." in ines_browser.get("/").text


def test_approve_answers_with_the_page_and_an_undo(ines_browser: Browser, fed: Person) -> None:
    rows = fed.suggestions("waiting")
    answer = ines_browser.decide("approve", *rows)
    assert answer.status_code == 303
    page = ines_browser.get(answer.headers["location"]).text
    assert "Approved 2." in page
    assert 'id="undo" hidden' not in page.replace("\n", "")
    assert len(fed.suggestions("approved")) == 2


def test_a_script_is_told_what_became_of_each(ines_browser: Browser, fed: Person) -> None:
    row = fed.suggestions("waiting", kind="interaction")[0]
    told = ines_browser.post(
        "/review/decisions", {"X-Boswell": "1"}, verb="refuse", item=[f"{row.id}:{row.version}"], op_id=str(uuid4())
    ).json()
    assert told["said"]["text"] == "Left out 1."
    assert [one["state"] for one in told["settled"]] == ["refused"]


@pytest.mark.parametrize(
    ("verb", "state"), [("refuse", "refused"), ("later", "later"), ("keep_private", "private"), ("approve", "approved")]
)
def test_each_verb_and_its_undo(ines_browser: Browser, fed: Person, verb: str, state: str) -> None:
    row = fed.suggestions("waiting", kind="interaction")[0]
    ines_browser.decide(verb, row)
    assert [one.id for one in fed.suggestions(state)] == [row.id]
    assert ines_browser.post("/review/undo", op_id=str(uuid4())).status_code == 303
    assert row.id in {one.id for one in fed.suggestions("waiting")}


def test_a_retry_changes_nothing_and_answers_alike(ines_browser: Browser, fed: Person) -> None:
    op_id, rows = str(uuid4()), fed.suggestions("waiting")
    first = ines_browser.decide("approve", *rows, op_id=op_id)
    again = ines_browser.decide("approve", *rows, op_id=op_id)
    assert (first.status_code, again.status_code) == (303, 303)
    assert fed.count("decision") == 2


def test_an_undo_draws_what_the_page_does_not_hold(ines_browser: Browser, fed: Person) -> None:
    rows = fed.suggestions("waiting")
    script = {"x-boswell": "1"}
    held = [f"{row.id}:{row.version}" for row in rows]
    for item, drawn in ((held, 0), (held[:1], len(rows) - 1), ([], len(rows))):
        ines_browser.decide("refuse", *rows)
        told = ines_browser.post("/review/undo", script, op_id=str(uuid4()), item=item).json()
        assert len(told["settled"]) == len(rows)
        assert told["rows"].count("<li class") == drawn


def test_what_was_not_seen_is_not_approved(ines_browser: Browser, fed: Person) -> None:
    (row,) = fed.suggestions("waiting", kind="interaction")
    fed.feed(mail(3, GRETA, fed.address, answers=1))
    assert ines_browser.decide("approve", row).status_code == 409
    assert row.id in {one.id for one in fed.suggestions("waiting")}


def test_an_edit_approves_what_was_typed(ines_browser: Browser, fed: Person) -> None:
    (row,) = fed.suggestions("waiting", kind="interaction")
    ines_browser.decide("edit", row, **{"was.title": "Matter 1", "field.title": "Volume = price"})
    (approved,) = fed.suggestions("approved")
    assert approved.typed == {"title": "Volume = price"}


def test_a_promise_s_day_is_typed_in_words(ines_browser: Browser, ines: Person) -> None:
    due_on = date(2030, 1, 2)
    ines.feed(
        promising(mail(1, GRETA, ines.address), "I will send the form", due_on), mail(2, ines.address, GRETA, answers=1)
    )
    (row,) = ines.suggestions("waiting", kind="interaction")
    key = f"due.{row.fields['promises'][0]['key']}"
    page = ines_browser.get("/").text
    assert f'name="was.{key}" value="Wed 2 Jan 2030"' in page
    assert ines_browser.get("/review/day?text=3+jan+2030").json() == {"said": "Thu 3 Jan 2030", "sentence": ""}
    edit = {"was.title": "Matter 1", "field.title": "Matter 1", f"was.{key}": "Wed 2 Jan 2030"}
    refused = ines_browser.decide("edit", row, **edit, **{f"day.{key}": "soon <b>"})
    assert refused.status_code == 409
    assert "I cannot read “soon &lt;b&gt;” as a day." in refused.text
    assert [one.version for one in ines.suggestions("waiting", kind="interaction")] == [row.version]
    ines_browser.decide("edit", row, **edit, **{f"day.{key}": "3 jan 2030"})
    assert [row.typed for row in ines.suggestions("approved", kind="interaction")] == [{key: "2030-01-03"}]
    ines.rule("approve", ines.suggestions("waiting"))
    ines.publish(now() + timedelta(hours=1))
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Commitment.due_on)).all() == [date(2030, 1, 3)]


def test_one_who_comes_with_somebody_new_is_struck_out_in_the_form(ines_browser: Browser, ines: Person) -> None:
    ben, carl = "ben.okafor@halden.example", "carl.lind@halden.example"
    ines.feed(mail(1, GRETA, ines.address, ben, carl), mail(2, ines.address, GRETA, answers=1))
    (row,) = ines.suggestions("waiting", kind="contact")
    page = ines_browser.get("/").text
    assert "Also Ben Okafor and Carl Lind, once you write or meet" in page
    assert f'<dt>Ben Okafor</dt><dd><bdi data-f="companion.{ben}">{ben}, once you write or meet</bdi>' in page
    ticked = f'<input type="checkbox" name="field.companion.{ben}" value="Ben Okafor" checked>'
    assert f'<input type="hidden" name="field.companion.{ben}" value="">' in page.partition(ticked)[0]
    form = {f"was.companion.{ben}": "Ben Okafor", f"was.companion.{carl}": "Carl Lind"}
    ines_browser.decide("edit", row, **form, **{f"field.companion.{ben}": "", f"field.companion.{carl}": "Carl Lind"})
    (approved,) = ines.suggestions("approved")
    assert approved.typed == {f"companion.{ben}": ""}


def test_a_file_is_left_out_with_its_tick(ines_browser: Browser, ines: Person) -> None:
    ines.feed(sending(mail(1, GRETA, ines.address), 'Offer "b".pdf'), mail(2, ines.address, GRETA, answers=1))
    ines.rule("approve", ines.suggestions("waiting", kind="contact"))
    (row,) = ines.suggestions("waiting")
    page = unescape(ines_browser.get("/").text)
    assert '<dt>File</dt><dd><bdi data-f="file.Offer "b".pdf">Offer "b".pdf</bdi>' in page
    assert '<input type="checkbox" name="field.file.Offer "b".pdf" value="Offer "b".pdf" checked>' in page
    ines_browser.decide("edit", row, **{'was.file.Offer "b".pdf': 'Offer "b".pdf', 'field.file.Offer "b".pdf': ""})
    (approved,) = ines.suggestions("approved", kind="interaction")
    assert approved.typed == {'file.Offer "b".pdf': ""}


def test_an_edit_that_changes_nothing_approves(ines_browser: Browser, fed: Person) -> None:
    (row,) = fed.suggestions("waiting", kind="interaction")
    ines_browser.decide("edit", row, **{"was.title": "Matter 1", "field.title": "Matter 1"})
    assert fed.suggestions("approved")[0].typed == {}


@pytest.mark.parametrize(
    "form",
    [
        {"verb": "approve", "item": ["nonsense"], "op_id": str(uuid4())},
        {"verb": "approve", "item": [f"{uuid4()}:1"], "op_id": str(uuid4())},
        {"verb": "burn", "item": [f"{uuid4()}:1"], "op_id": str(uuid4())},
        {"verb": "approve", "item": [f"{uuid4()}:1"], "op_id": "x"},
        {"verb": "approve"},
    ],
)
def test_odd_forms_get_a_sentence(ines_browser: Browser, form: dict[str, str | list[str]]) -> None:
    answer = ines_browser.post("/review/decisions", **form)
    assert answer.status_code in {400, 404}
    assert re.search(r"<h1>[^<]+</h1><p>[^<]+\.</p>", answer.text)


def test_another_rep_cannot_name_the_operation(app: FastAPI, firm: Firm, fed: Person, jonas: Person) -> None:
    op_id = str(uuid4())
    browser_of(app, firm, fed).decide("approve", *fed.suggestions("waiting"), op_id=op_id)
    assert ">Approved 2." not in browser_of(app, firm, jonas).get(f"/?done={op_id}").text


def test_later_is_the_morning_of_the_rep_s_next_working_day(ines_browser: Browser, ines: Person) -> None:
    week = Workdays("America/New_York", frozenset({3}))
    with ines.app.transaction(ines.acting) as session:
        change(session, ines.user_id, replace(preferences(session, ines.user_id), workdays=week), now())
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines_browser.decide("later", *ines.suggestions("waiting"))
    (wake_at,) = {row.wake_at for row in ines.suggestions("later")}
    assert wake_at
    there = wake_at.astimezone(ZoneInfo("America/New_York"))
    assert (there.isoweekday(), there.hour, there.minute) == (3, 8, 0)
    assert wake_at > now()


def test_mail_that_looks_like_a_page_is_only_text(ines_browser: Browser, ines: Person) -> None:
    ines.feed(mail(1, '"<script>alert(1)</script>"@halden.example', ines.address))
    page = ines_browser.get("/").text
    assert "<script>alert" not in page
