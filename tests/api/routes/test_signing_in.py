"""Signing in and out."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.responses import Response

from api.deps import COOKIE, now
from api.routes.signing_in import SPENT, WRONG, keep
from store import people
from store.people import FAILURES, NewUser
from tests.api.visiting import Browser, browser_of, nobody
from tests.firm import Firm, Person

SECRET = "correct horse battery"
RUTH = NewUser("ruth@alder.example", "Ruth Adler", ("rep",), "Europe/Berlin", "en", SECRET)


def test_a_password_opens_a_session_with_a_bound_cookie(app: FastAPI, firm: Firm) -> None:
    with firm.app.transaction() as session:
        people.add_user(session, RUTH)
    answer = nobody(app).post("/sign-in", address=RUTH.address, password=SECRET)
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert cookie.startswith(f"{COOKIE}=")
    assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_wrong_passwords_are_counted(app: FastAPI, firm: Firm) -> None:
    with firm.app.transaction() as session:
        people.add_user(session, RUTH)
    browser = nobody(app)
    answers = [browser.post("/sign-in", address=RUTH.address, password="wrong") for _ in range(FAILURES + 1)]
    assert [answer.status_code for answer in answers] == [401] * FAILURES + [429]
    assert WRONG in answers[0].text
    assert f'value="{RUTH.address}"' in answers[0].text
    assert "Wait a quarter of an hour, or ask for a sign-in link." in answers[-1].text
    assert browser.post("/sign-in", address=RUTH.address, password=SECRET).status_code == 429


def test_a_link_signs_in_once_and_only_by_its_button(app: FastAPI, firm: Firm, ines: Person) -> None:
    with firm.app.transaction() as session:
        token = people.make_link(session, ines.user_id, now())
    browser = nobody(app)
    assert [browser.get(f"/sign-in/{token}").status_code for _ in range(3)] == [200] * 3
    assert browser.post(f"/sign-in/{token}").status_code == 303
    spent = browser.post(f"/sign-in/{token}")
    assert spent.status_code == 410
    assert SPENT in spent.text


def test_signing_out_ends_the_session_everywhere(ines_browser: Browser) -> None:
    assert ines_browser.get("/").status_code == 200
    assert ines_browser.post("/sign-out").status_code == 303
    assert ines_browser.get("/").headers["location"] == "/sign-in"


def test_a_visitor_is_sent_to_sign_in(app: FastAPI, firm: Firm) -> None:
    assert nobody(app).get("/people").headers["location"] == "/sign-in"
    assert "Sign in" in nobody(app).get("/sign-in").text


def test_who_is_signed_in_needs_no_form(ines_browser: Browser) -> None:
    assert ines_browser.get("/sign-in").headers["location"] == "/"


def test_a_session_is_kept_for_this_host_and_https_alone() -> None:
    answer = Response()
    keep(answer, "token")
    name, *settings = answer.headers["set-cookie"].split("; ")
    assert name == f"{COOKIE}=token"
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure", "Max-Age=2592000"} == set(settings)


@pytest.mark.parametrize("role", ["rep", "manager", "reader", "admin"])
def test_everybody_can_sign_out(app: FastAPI, firm: Firm, role: str) -> None:
    browser = browser_of(app, firm, firm.person("Ruth", role))
    assert browser.post("/sign-out").headers["location"] == "/sign-in"
    assert browser.get("/").headers["location"] == "/sign-in"


def test_whoever_is_not_signed_in_is_answered_in_the_language_of_their_browser(app: FastAPI, firm: Firm) -> None:
    browser = nobody(app)
    for asked, language, button in (
        ("de-AT,en;q=0.5", "de", "Anmelden"),
        ("fr", "fr", "Se connecter"),
        ("tlh", "en", "Sign in"),
    ):
        browser.client.headers["Accept-Language"] = asked
        page = browser.get("/sign-in").text
        assert (f'<html lang="{language}">' in page, f">{button}</button>" in page) == (True, True)
    browser.client.headers["Accept-Language"] = "de"
    assert "Hier ist nichts" in browser.get("/nowhere").text
