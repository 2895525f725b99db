"""Who reaches what through the pages: every route that there is, for everybody who may not."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import text

from api.app import ROOMS
from tests.api.visiting import Browser, browser_of, nobody
from tests.firm import Firm, Person
from tests.readings import mail, meeting

GRETA = "greta.secretive@halden.example"
KIM = "kim@kestrel.example"
CANARIES = ("secretive", "Secretive", "Matter 1", "Pilot review", "Secret body", "Halden", "Kestrel")
OPEN = ("/static/", "/set-up/")
TABLES = ("suggestion", "message", "meeting", "thread", "evidence", "connection", "collection", "inbound")


@pytest.fixture
def filled(ines: Person) -> Person:
    """A rep with things that wait, one put off, one private, one refused and one approved but still held."""
    ines.hold_seconds = 600
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.feed(mail(5, GRETA, ines.address), mail(6, KIM, ines.address), mail(7, ines.address, KIM, answers=6))
    rows = ines.suggestions("waiting")
    for verb, row in zip(("later", "keep_private", "refuse", "approve"), rows, strict=False):
        ines.rule(verb, [row])  # type: ignore[arg-type]  # a Verb each
    return ines


@pytest.fixture
def strangers(app: FastAPI, firm: Firm, jonas: Person) -> dict[str, Browser]:
    petra, ruth = firm.person("Petra", "manager"), firm.person("Ruth", "admin")
    everything = firm.person("Vera", "rep", "manager", "reader", "admin")
    found = {one.address: browser_of(app, firm, one) for one in (jonas, petra, ruth, everything)}
    return found | {"nobody": nobody(app)}


def routes() -> list[tuple[str, str]]:
    found = [route for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)]
    return [(method, route.path) for route in found for method in route.methods or ()]


def ids(person: Person) -> list[UUID]:
    """Every id that a row of this person has, and that of nothing at all."""
    found: list[UUID] = []
    with person.app.transaction(person.acting) as session:
        for table in TABLES:
            found.extend(session.scalars(text(f"select id from {table} limit 3")))
    return found


def addresses(path: str, of: list[UUID]) -> Iterator[str]:
    if "{" not in path:
        yield path
        return
    start = path.partition("{")[0]
    for each in of:
        yield f"{start}{each}"


def test_no_page_shows_anybody_else_what_is_not_approved(filled: Person, strangers: dict[str, Browser]) -> None:
    known = ids(filled)
    asked = [address for method, path in routes() if method == "GET" for address in addresses(path, known)]
    assert len(asked) > len(known)
    for name, browser in strangers.items():
        for address in asked:
            answer = browser.get(address)
            assert answer.status_code in {200, 303, 404}, (name, address)
            assert [word for word in CANARIES if word in answer.text] == [], (name, address)
            if any(str(each) in address for each in known) and not address.startswith("/sign-in/"):
                assert answer.status_code == (404 if name != "nobody" or address.startswith(OPEN) else 303), address


def test_nobody_else_decides_or_undoes(filled: Person, strangers: dict[str, Browser]) -> None:
    before = {row.id: (row.state, row.version) for row in filled.suggestions()}
    for name, browser in strangers.items():
        expected = 401 if name == "nobody" else 404
        for row in filled.suggestions():
            for verb in ("approve", "refuse", "later", "keep_private"):
                assert browser.decide(verb, row).status_code == expected, (name, verb)
        assert browser.post("/review/undo", op_id="01a20e52-98cb-736f-a613-808b0f6a711d").status_code == expected
    assert {row.id: (row.state, row.version) for row in filled.suggestions()} == before


def test_the_matrix_sees_what_is_there(ines_browser: Browser, filled: Person) -> None:
    assert filled.suggestions("waiting")
    assert any(word in ines_browser.get("/").text for word in CANARIES)
