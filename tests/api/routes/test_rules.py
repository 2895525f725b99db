"""The rules page and its forms; a rule taken with an approval; what rules did, undone from the review."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from fastapi import FastAPI

from api.deps import now
from api.routes.rules import Asked, Wanted
from store.judgement.policy import BOTH, Rule, id_of
from store.models.private.suggestion import Suggestion
from tests.api.visiting import Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail

GRETA, LUCA = "greta@halden.example", "luca@gmail.example"
APPROVE = Rule("approve", "person", GRETA, kinds=BOTH)
SCRIPT = {"X-Boswell": "1"}


def exchange(person: Person, other: str, day: int) -> None:
    at, number = MONDAY + timedelta(days=day), 100 * day + len(other)
    person.feed(
        mail(number, other, person.address, at=at), mail(number + 50, person.address, other, answers=number, at=at)
    )


def named(row: Suggestion) -> str:
    return f"{row.id}:{row.version}"


def policy_id(page: str) -> str:
    found = re.search(r'action="/rules/([^"]+)"', page)
    assert found
    return found[1]


def test_one_key_approves_a_person_and_makes_the_rule(ines_browser: Browser, ines: Person) -> None:
    exchange(ines, GRETA, 0)
    page = ines_browser.get("/").text
    assert "Note later mails and meetings with Greta by myself" in page
    (contact,) = ines.suggestions(kind="contact")
    told = ines_browser.post(
        "/review/decisions", SCRIPT, verb="approve", item=named(contact), op_id=str(uuid4()), rule=id_of(APPROVE)
    ).json()
    assert told["said"]["text"] == "Kept as a rule: always note mails and meetings with Greta."
    assert told["said"]["then"] == "2 settled with it."
    assert {one["state"] for one in told["settled"]} == {"approved"}
    page = ines_browser.get("/").text
    assert "Done for you" in page
    assert "only you until" in page
    ines_browser.post("/review/undo", op_id=str(uuid4()))
    assert {row.state for row in ines.suggestions()} == {"waiting"}


def test_a_refused_item_never_makes_a_rule(ines_browser: Browser, ines: Person) -> None:
    exchange(ines, GRETA, 0)
    (contact,) = ines.suggestions(kind="contact")
    ines_browser.decide("refuse", contact, rule=id_of(APPROVE))
    assert ines.count("policy") == 0


def test_the_second_refusal_offers_a_rule_with_what_it_would_have_done(ines_browser: Browser, ines: Person) -> None:
    exchange(ines, LUCA, 0)
    exchange(ines, LUCA, 1)
    notes = ines.suggestions("waiting", kind="interaction")
    answers = [
        ines_browser.post("/review/decisions", SCRIPT, verb="refuse", item=named(row), op_id=str(uuid4())).json()
        for row in notes
    ]
    assert answers[0]["offer"] is None
    assert answers[1]["offer"]["text"] == f"Always leave out {LUCA}?"
    assert "; you approved none of them." in answers[1]["offer"]["detail"]
    told = ines_browser.post("/rules", SCRIPT, offer=answers[1]["offer"]["offer"], op_id=str(uuid4())).json()
    assert [one["state"] for one in told["settled"]] == ["refused"]


def test_without_script_the_offer_is_on_the_page(ines_browser: Browser, ines: Person) -> None:
    exchange(ines, LUCA, 0)
    exchange(ines, LUCA, 1)
    for row in ines.suggestions("waiting", kind="interaction"):
        answer = ines_browser.decide("refuse", row)
    page = ines_browser.get(answer.headers["location"]).text
    assert f"Always leave out {LUCA}?" in page
    assert 'id="offer" method="post" action="/rules" hidden' not in page


def test_the_page_says_what_each_rule_did(ines_browser: Browser, ines: Person) -> None:
    assert "No rules yet" in ines_browser.get("/rules").text
    exchange(ines, GRETA, 0)
    ines.rule("approve", ines.suggestions(kind="contact"))
    ines.accept(APPROVE)
    page = ines_browser.get("/rules").text
    assert "<b>Always note</b> mails and meetings with Greta" in page
    assert "1 time" in page
    assert "what it did last" in page


def test_pause_resume_and_delete_with_undo(ines_browser: Browser, ines: Person) -> None:
    exchange(ines, GRETA, 0)
    ines.rule("approve", ines.suggestions(kind="contact"))
    ines.accept(APPROVE)
    path = f"/rules/{policy_id(ines_browser.get('/rules').text)}"
    for verb, said in (("pause", "Paused."), ("resume", "Resumed.")):
        answer = ines_browser.post(path, verb=verb, op_id=str(uuid4()))
        assert said in ines_browser.get(answer.headers["location"]).text
    ines_browser.post(path, verb="delete", undo_too="true", op_id=str(uuid4()))
    assert "No rules yet" in ines_browser.get("/rules").text
    assert len(ines.suggestions("waiting")) == 1
    ines_browser.post("/review/undo", op_id=str(uuid4()))
    assert "Always note" in ines_browser.get("/rules").text
    assert ines.suggestions("waiting") == []


@pytest.mark.parametrize(
    ("kind", "subject", "value", "says"),
    [
        ("leave_out", "person", " Travel@Skyline.example ", "<b>Always leave out</b> travel@skyline.example"),
        ("leave_out", "domain", "@skyline.example", "<b>Always leave out</b> everybody at skyline.example"),
        ("leave_out", "domain", "@Bücher.example", "<b>Always leave out</b> everybody at xn--bcher-kva.example"),
        ("ask", "word", "Tax", "<b>Always ask about</b> notes that say “Tax”"),
        ("approve", "domain", "halden.example", "<b>Always note</b> mails and meetings with anybody at halden.example"),
        ("leave_out", "calendar", "Home", "<b>Always leave out</b> the calendar Home"),
    ],
)
def test_the_form_makes_a_rule(ines_browser: Browser, kind: str, subject: str, value: str, says: str) -> None:
    answer = ines_browser.post("/rules", kind=kind, subject=subject, value=value, op_id=str(uuid4()))
    assert answer.status_code == 303
    assert says in ines_browser.get("/rules").text


def test_what_is_no_rule_is_refused(ines_browser: Browser, ines: Person) -> None:
    for form in ({"kind": "approve", "subject": "word", "value": "x"}, {"offer": "nonsense"}, {}):
        assert ines_browser.post("/rules", None, op_id=str(uuid4()), **form).status_code == 404
    assert ines_browser.post("/rules", kind="ask", subject="word", value="x").status_code == 400
    assert ines.count("policy") == 0
    assert Wanted(op_id=uuid4(), offer="x").id() == "x"
    assert not Asked(op_id=uuid4(), verb="pause").undo_too


def test_undoing_twice_what_a_rule_did_pauses_it_and_says_so(ines_browser: Browser, ines: Person) -> None:
    for day in range(2):
        exchange(ines, GRETA, day)
    ines.rule("approve", ines.suggestions(kind="contact"))
    ines.accept(APPROVE, now=now())
    for _ in range(2):
        use = re.search(r'name="use" value="([^"]+)"', ines_browser.get("/").text)
        assert use
        told = ines_browser.post("/review/undo", SCRIPT, use=use[1], op_id=str(uuid4())).json()
    assert told["said"]["text"] == "Undone."
    assert told["said"]["then"].endswith("so I paused it.")
    assert "You undid twice what it did" in ines_browser.get("/rules").text


def test_nobody_sees_or_changes_another_s_rule(
    app: FastAPI, firm: Firm, ines: Person, jonas: Person, ines_browser: Browser
) -> None:
    ines.accept(Rule("leave_out", "person", "secretive@halden.example"))
    path = f"/rules/{policy_id(ines_browser.get('/rules').text)}"
    other = browser_of(app, firm, jonas)
    assert "secretive" not in other.get("/rules").text
    assert other.post(path, verb="delete", op_id=str(uuid4())).status_code == 404
    assert "secretive" in ines_browser.get("/rules").text
