"""Who reaches what through the pages: every route that there is, for everybody who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import text

from api.app import ROOMS
from store.connections import Outcome, Place, connect, report
from tests.api.visiting import Browser, browser_of, nobody
from tests.extract.letters import letter
from tests.firm import LATER, Firm, Person
from tests.payloads import keep
from tests.readings import mail, meeting

GRETA = "greta.secretive@halden.example"
KIM = "kim@kestrel.example"
CANARIES = ("secretive", "Secretive", "Matter 1", "Pilot review", "Secret body", "Halden", "Kestrel")
OPEN = ("/static/", "/set-up/", "/my/digest/", "/calendar/")
EVERYTHING = {"vera@alder.example", "nobody"}
PARAMETER = re.compile(r"\{[^}]*\}")


@pytest.fixture
def filled(ines: Person) -> Person:
    """A rep with things that wait, one put off, one private, one refused and one approved but still held."""
    ines.hold_seconds = 600
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    ines.feed(mail(5, GRETA, ines.address), mail(6, KIM, ines.address), mail(7, ines.address, KIM, answers=6))
    rows = ines.suggestions("waiting")
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", "box.secretive"), LATER)
        connection.settings = {"host": "imap.secretive", "port": 993, "user": "x", "starttls": False, "without": []}
        report(session, connection.id, Outcome("sign-in needed", "credential"), LATER)
    keep(ines, "mail-1-", letter("<p>Secret body 1</p>", Content_Type="text/html"))
    for verb, row in zip(("later", "keep_private", "approve", "refuse"), rows, strict=False):
        ines.rule(verb, [row])  # type: ignore[arg-type]  # a Verb each
    return ines


@pytest.fixture
def strangers(app: FastAPI, firm: Firm, jonas: Person) -> dict[str, Browser]:
    petra, ruth = firm.person("Petra", "manager"), firm.person("Ruth", "admin")
    everything = firm.person("Vera", "rep", "manager", "reader", "admin")
    found = {one.address: browser_of(app, firm, one) for one in (jonas, petra, ruth, everything)}
    return found | {"nobody": nobody(app)}


def routes(app: FastAPI) -> list[APIRoute]:
    """Every route, as the application itself has them: a new one is tried without a word here."""
    routers = [room.router for room in ROOMS]
    assert [getattr(served, "original_router", served) for served in app.routes] == routers
    found = [route for router in routers for route in router.routes]
    assert [route for route in found if not isinstance(route, APIRoute)] == []
    return [route for route in found if isinstance(route, APIRoute)]


def shared_out(asked: list[str], strangers: dict[str, Browser]) -> Iterator[tuple[str, Browser, list[str]]]:
    """Everything for whoever has every role and for nobody; among those with one role each address is tried once."""
    few = [name for name in strangers if name not in EVERYTHING]
    for name, browser in strangers.items():
        yield name, browser, asked if name in EVERYTHING else asked[few.index(name) :: len(few)]


def ids(person: Person) -> list[UUID]:
    """An id of every kind of row that this person has, and of suggestions one in every state."""
    asked = text(
        "select i.table_name from information_schema.columns i join information_schema.columns o using (table_name)"
        " where i.column_name = 'id' and i.data_type = 'uuid' and o.column_name = 'owner_id'"
        " and i.table_schema = 'public' and o.table_schema = 'public'"
    )
    found: list[UUID] = []
    with person.app.transaction(person.acting) as session:
        for table in session.scalars(asked).all():
            each = "distinct on (state) id" if table == "suggestion" else "id"
            found.extend(session.scalars(text(f"select {each} from {table} limit {5 if table == 'suggestion' else 1}")))
        found.extend(session.scalars(text("select op_id from decision limit 1")))
    assert len(found) > len({row.state for row in person.suggestions()}) > 3
    return found


def addresses(route: APIRoute, of: list[UUID]) -> Iterator[str]:
    """A route's addresses, with every id in each of its parameters."""
    queries = [field.alias for field in route.dependant.query_params]
    for each in of if "{" in route.path else of[:1]:
        filled = PARAMETER.sub(str(each), route.path)
        yield filled
        for name in queries:
            yield f"{filled}?{name}=true"
            yield from (f"{filled}?{name}={one}" for one in of)


@pytest.mark.timeout(400)  # some thousand pages
def test_no_page_shows_anybody_else_what_is_not_approved(
    app: FastAPI, filled: Person, strangers: dict[str, Browser]
) -> None:
    known = ids(filled)
    asked = [path for route in routes(app) if "GET" in (route.methods or ()) for path in addresses(route, known)]
    assert len(asked) > len(known)
    for name, browser, share in shared_out(asked, strangers):
        for address in share:
            answer = browser.get(address)
            assert answer.status_code in {200, 303, 400, 404}, (name, address)
            assert [word for word in CANARIES if word in answer.text] == [], (name, address)
            path = address.partition("?")[0]
            if any(str(each) in path for each in known) and not path.startswith("/sign-in/"):
                assert answer.status_code == (404 if name != "nobody" or path.startswith(OPEN) else 303), address


@pytest.mark.timeout(400)  # some thousand pages
def test_no_form_of_anybody_else_changes_a_row(app: FastAPI, filled: Person, strangers: dict[str, Browser]) -> None:
    known, before = ids(filled), rows(filled)
    posts = [route for route in routes(app) if (route.methods or set()) - {"GET"}]
    sent = list(forms(filled, known))
    assert len(posts) > 4
    signing_out_last = sorted(posts, key=lambda route: route.path == "/sign-out")
    asked = [path for route in signing_out_last for path in addresses(route, known)]
    for name, browser, share in shared_out(asked, strangers):
        for path in share:
            for form in sent[:1] if any(str(each) in path for each in known) else sent:
                answer = browser.post(path, **form)
                assert answer.status_code in {303, 400, 401, 404, 410, 429}, (name, path)
                assert [word for word in CANARIES if word in answer.text] == [], (name, path)
    assert rows(filled) == before


def forms(person: Person, known: list[UUID]) -> Iterator[dict[str, str | list[str]]]:
    """What somebody might send who knows every id and version."""
    versions = [f"{row.id}:{row.version}" for row in person.suggestions()]
    for verb in ("approve", "edit", "refuse", "later", "keep_private"):
        yield {"verb": verb, "item": versions[0], "op_id": str(uuid4()), "field.title": "x", "owner_id": str(known[0])}
    yield {"verb": "approve", "item": versions, "op_id": str(uuid4())}
    for each in known:
        yield {"op_id": str(uuid4()), "undone": str(each), "address": person.address, "password": str(each)}


def rows(person: Person) -> list[str]:
    """Everything that is this person's, as it stands."""
    with person.app.transaction(person.acting) as session:
        names = session.scalars(
            text("select table_name from information_schema.columns where column_name = 'owner_id' order by 1")
        ).all()
        return [
            f"{name} {row}"
            for name in names
            for row in sorted(map(str, session.execute(text(f"select * from {name}"))))
        ]


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
