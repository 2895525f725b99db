from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from httpx import Response

from api.deps import practise_first
from api.routes.practice import NEXT
from api.web.deck import VERSION, ids
from store.practice import is_newcomer
from tests.api.visiting import HERE, Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

IDS = [str(id_) for id_ in ids()]
BY_SCRIPT = {"X-Boswell": "1"}
TABLES = ("suggestion", "decision", "promise_word", "policy_offer", "trace")


class Learner:
    """A browser that keeps the practice's cookie, whatever else it holds."""

    def __init__(self, browser: Browser) -> None:
        self.browser, self.kept = browser, ""

    def get(self, path: str = "/practice") -> Response:
        held = {"Cookie": f"{self.browser.client.headers['cookie']}; practice={self.kept}"}
        answer: Response = self.browser.client.get(path, headers=held, follow_redirects=False)
        return answer

    def post(self, path: str, headers: dict[str, str] | None = None, /, **form: str | list[str]) -> Response:
        held = {"Cookie": f"{self.browser.client.headers['cookie']}; practice={self.kept}"}
        form = {"op_id": str(uuid4()), **form}
        answer = self.browser.post(f"/practice/{path}", {**held, **(headers or {})}, **form)
        if found := re.search(r"practice=([0-9a-f]*)", answer.headers.get("set-cookie", "")):
            self.kept = found[1]
        return answer

    def decide(self, verb: str, *places: int, op_id: UUID | None = None, **more: str) -> Response:
        named = [f"{IDS[place]}:{VERSION}" for place in places]
        return self.post("decisions", BY_SCRIPT, verb=verb, item=named, op_id=str(op_id or uuid4()), **more)

    def waiting(self) -> list[int]:
        page = self.get().text
        return [place for place, id_ in enumerate(IDS) if f'id="i{id_}"' in page]


@pytest.fixture
def learner(ines_browser: Browser) -> Learner:
    return Learner(ines_browser)


def is_new(person: Person) -> bool:
    with person.app.transaction(person.acting) as session:
        return is_newcomer(session, person.user_id)


def test_a_rep_is_led_there_once_before_their_first_decision(app: FastAPI, firm: Firm, ines: Person) -> None:
    app.dependency_overrides.clear()
    browser = browser_of(app, firm, ines)
    assert browser.get("/").headers["location"] == "/practice"
    assert browser.post("/practice/over", then="review").headers["location"] == "/"
    assert "Nothing waiting." in browser.get("/").text
    petra = browser_of(app, firm, firm.person("Petra", "manager"))
    assert petra.get("/").headers["location"] == "/today"
    assert petra.get("/practice").status_code == 404


def test_whoever_decided_before_is_not_led_there(app: FastAPI, firm: Firm, ines: Person) -> None:
    app.dependency_overrides.clear()
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    ines.rule("later", ines.suggestions("waiting")[:1])
    assert browser_of(app, firm, ines).get("/").status_code == 200
    assert practise_first not in app.dependency_overrides


def test_five_of_which_the_third_is_wrong_and_says_so(learner: Learner) -> None:
    page = learner.get().text
    assert learner.waiting() == [0, 1, 2, 3, 4]
    third = page.partition(f'id="i{IDS[2]}"')[2].partition(f'id="i{IDS[3]}"')[0]
    assert "This one is wrong on purpose: the role is Jana&#39;s. Press X." in third
    assert '<mark class="e1">Head of Procurement' in third
    assert learner.decide("approve", 2).json()["said"]["then"] == "That one was wrong. Z takes it back."
    learner.post("undo", BY_SCRIPT)
    assert learner.decide("refuse", 2).json()["said"]["then"] == "It spoke of somebody else."


def test_undo_redo_and_a_repeated_operation(learner: Learner) -> None:
    op_id = uuid4()
    for _ in range(2):
        told = learner.decide("approve", 0, 1, op_id=op_id).json()
        assert told["said"] == {"text": "Approved 2.", "then": "", "undo": str(op_id)}
    learner.decide("later", 3)
    back = learner.post("undo", BY_SCRIPT, undone=str(op_id)).json()
    assert [each["state"] for each in back["settled"]] == ["waiting", "waiting"]
    assert f'data-item="{IDS[0]}:{VERSION}"' in back["rows"]
    assert '/practice/decisions"' in back["rows"]
    assert learner.waiting() == [0, 1, 2, 4]
    again = learner.post("redo", BY_SCRIPT).json()
    assert [each["state"] for each in again["settled"]] == ["approved", "approved"]
    assert learner.post("redo", BY_SCRIPT).json()["settled"] == []
    assert learner.waiting() == [2, 4]


def test_an_answer_by_number(learner: Learner) -> None:
    assert learner.decide("approve", 4, choice="1").json()["said"]["text"] == "Kept private 1."
    assert learner.decide("approve", 3, choice="2").json()["said"]["text"] == "Approved 1."


def test_without_script_by_forms_until_it_is_over(learner: Learner, ines: Person) -> None:
    assert is_new(ines)
    for place, verb in enumerate(("approve", "approve", "forget", "edit", "keep_private")):
        answer = learner.post("decisions", verb=verb, item=f"{IDS[place]}:{VERSION}")
        assert answer.headers["location"].startswith("/practice?done=")
        assert "Undo" in learner.get(answer.headers["location"]).text
    page = learner.get().text
    assert '<div class="empty" id="nothing"><p><b>That was all. Connect your mailbox?</b>' in page
    assert "nobody but you sees what I note" in page
    assert not is_new(ines)
    assert learner.post("over", then="again").headers["location"] == NEXT["again"] == "/practice"
    assert learner.waiting() == [0, 1, 2, 3, 4]
    assert learner.post("over", then="connect").headers["location"] == "/connections"


def test_nothing_of_it_reaches_a_table(learner: Learner, ines: Person) -> None:
    before = ines.shared()
    learner.decide("approve", 0, 1, 2, 3, 4)
    assert {name: ines.count(name) for name in TABLES} == dict.fromkeys(TABLES, 0)
    assert ines.shared() == before
    assert learner.browser.get("/").text.count('class="it"') == 0


def test_a_cookie_that_says_nothing_is_the_beginning(learner: Learner) -> None:
    for odd in ("zz", "00", b'{"done":[{"op":1}]}'.hex()):
        learner.kept = odd
        assert learner.waiting() == [0, 1, 2, 3, 4]


def test_the_made_up_mail_in_full(learner: Learner) -> None:
    assert "Jana Malá" in learner.get(f"/practice/sources/{IDS[2]}").text
    assert learner.get(f"/practice/sources/{IDS[0]}").status_code == 404  # a meeting
    assert learner.get(f"/practice/sources/{uuid4()}").status_code == 404


def test_a_form_of_elsewhere_does_nothing(learner: Learner, ines: Person) -> None:
    sent = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}
    assert learner.browser.client.post("/practice/over", data={"then": "review"}, headers=sent).status_code == 403
    assert is_new(ines)
