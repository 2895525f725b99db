from __future__ import annotations

from uuid import uuid4

from fastapi import FastAPI

from api.routes.journal import router
from store.queries.operations import PAGE
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


def test_every_decision_with_an_undo_that_works(ines_browser: Browser, ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    assert "Nothing decided yet." in ines_browser.get("/decisions").text
    op_id = str(uuid4())
    ines_browser.decide("approve", *ines.suggestions("waiting"), op_id=op_id)
    page = ines_browser.get("/decisions").text
    assert f'name="undone" value="{op_id}"' in page
    assert 'name="back" value="/decisions"' in page
    answer = ines_browser.post("/review/undo", op_id=str(uuid4()), undone=op_id, back="/decisions")
    assert answer.headers["Location"].startswith("/decisions?done=")
    page = ines_browser.get(answer.headers["Location"]).text
    assert '<span id="said">Undone.</span>' in page
    assert "taken back" in page
    assert op_id not in page


def test_it_only_reads() -> None:
    assert [route.methods for route in router.routes] == [{"GET"}]  # type: ignore[attr-defined]  # an APIRoute's


def test_page_by_page(ines_browser: Browser, ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    for _ in range(PAGE // 2 + 1):
        ines_browser.decide("later", *ines.suggestions("waiting")[:1])
        ines_browser.post("/review/undo", op_id=str(uuid4()))
    page = ines_browser.get("/decisions").text
    older = page.partition('href="/decisions?before=')[2].partition('"')[0]
    assert older
    assert "Put off" in ines_browser.get(f"/decisions?before={older}").text


def test_another_rep_sees_none_of_it(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    assert "Nothing decided yet." in browser_of(app, firm, jonas).get("/decisions").text
