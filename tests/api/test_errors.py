"""Each error's page, through an application that has a route for every one of them."""

from __future__ import annotations

import pytest
from psycopg.errors import DiskFull
from pydantic import BaseModel, ValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from api.app import create_app
from api.deps import NotOurForm, NotSetUp, SignInFirst
from api.errors import FULL, TABLE, WRONG
from api.parts import Parts
from api.security import FIXED
from api.settings import WebSettings
from store.crypto import Sealer
from store.engine import Database
from store.errors import Conflict, FieldConflict, NotFound, NotReady
from store.people import TooManyFailures
from tests.api.visiting import HERE, OPENER, SECRET, Browser, nobody


class Form(BaseModel):
    number: int


NOWHERE = Database("postgresql+psycopg://boswell_app@127.0.0.1:1/boswell")  # never asked


def odd_form() -> ValidationError:
    with pytest.raises(ValidationError) as raised:
        Form.model_validate({"number": "secret"})
    return raised.value


CASES: list[tuple[Exception, int, str, str]] = [
    (NotFound("secret"), 404, "Nothing here", "There is no such page, or it is not for you to see."),
    (Conflict((FieldConflict("title", "secret", "b", None, None),)), 409, "That has changed",
     "Somebody or something was faster. Go back to see it as it is now."),
    (TooManyFailures("secret"), 429, "Wait a little",
     "Too many attempts. Wait a quarter of an hour, or ask for a sign-in link."),
    (NotOurForm("secret"), 403, "That page was old", "I did nothing. Go back, load the page again and repeat it."),
    (NotSetUp("secret"), 503, "Boswell is not set up yet",
     "Open the set-up address that Boswell printed when it started."),
    (odd_form(), 400, "I could not read that", "Something in the form was odd. Go back and look."),
    (OperationalError("select secret", {}, Exception("secret")), 503, "The database does not answer",
     "Nothing was changed. Try again in a moment."),
    (OperationalError("select secret", {}, DiskFull("secret")), *FULL),
    (HTTPException(404, "secret"), 404, "Nothing here", "There is no such page, or it is not for you to see."),
    (HTTPException(418, "secret"), 418, "That is not possible", "I do not offer that under this address."),
    (ZeroDivisionError("secret"), 500, "That did not work", WRONG),
    (NotReady("secret"), 500, "That did not work", WRONG),
]  # fmt: skip


def browser(error: Exception | None = None) -> Browser:
    app = create_app(Parts(NOWHERE, WebSettings(), Sealer(SECRET), HERE, opener=OPENER))

    def route() -> None:
        if error:
            raise error

    def asks(number: int) -> int:
        return number

    app.add_api_route("/route", route, methods=["GET", "POST"])
    app.add_api_route("/asks", asks)
    return nobody(app)


@pytest.mark.parametrize(("error", "status", "title", "sentence"), CASES, ids=lambda case: type(case).__name__)
def test_each_error_has_its_page(error: Exception, status: int, title: str, sentence: str) -> None:
    answer = browser(error).get("/route")
    assert answer.status_code == status
    assert f"<h1>{title}</h1><p>{sentence}</p>" in answer.text
    assert "secret" not in answer.text
    assert answer.headers.items() >= {name.lower(): value for name, value in FIXED.items()}.items()
    assert answer.headers["cache-control"] == "no-store"


def test_every_kind_is_tried() -> None:
    tried = {kind for error, *_ in CASES for kind in type(error).__mro__}
    assert {kind.__name__ for kind in set(TABLE) - tried} == {"RequestValidationError"}


def test_a_form_without_what_is_needed() -> None:
    answer = browser().get("/asks?number=secret")
    assert answer.status_code == 400
    assert "<h1>I could not read that</h1><p>Something in the form was missing. Go back and look.</p>" in answer.text
    assert "secret" not in answer.text


def test_an_address_that_answers_another_method() -> None:
    answer = browser().client.delete("/route", headers={"Origin": HERE})
    assert (answer.status_code, "I do not offer that under this address." in answer.text) == (405, True)


def test_who_is_signed_out_is_led_to_sign_in_and_told_when_something_was_lost() -> None:
    gone = browser(SignInFirst())
    assert (gone.get("/route").status_code, gone.get("/route").headers["location"]) == (303, "/sign-in")
    answer = gone.post("/route")
    assert answer.status_code == 401
    assert "<h1>You are signed out</h1><p>I did nothing. Sign in and repeat it.</p>" in answer.text


def test_what_no_column_takes_is_not_the_databases_fault(ines_browser: Browser) -> None:
    answer = ines_browser.post("/sign-in", address="ines\0@alder.example", password="correct horse battery")
    assert (answer.status_code, "I could not read that" in answer.text) == (400, True)
