"""What is deliberately not there: no count of one of us, over companies or of waiting notes, sign-ins and times.

A relationship with one contact is told with its numbers; a note is told with how many mails it is of. Anything beyond
fails here: in what queries return, in SQL, in addresses, and on every page over a firm with numbers easily told.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import types
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from sqlalchemy import text

import api.web
import deliver
import store
from api.app import ROOMS
from api.web.goal_pages import Whole
from api.web.goals import Card
from api.web.worth_asking import Question
from store.judgement.gaps import Gap
from store.judgement.goals.catalogue import MEASURES
from store.judgement.goals.counting import Counted
from store.people import SignedIn
from store.review.settle import Approver
from tests.api.absence import OF_US, counting_views, counts_by_person, rows_of, said_of
from tests.api.visiting import Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.readings import mail
from tests.source_tree import ROOT
from tests.store.goals_set import agreed, terms_with

# Numbers beside one of us that are of one thing, each with what it is of.
EXPLAINED = {
    "store.people.SignedIn": "how long what one approves is held: one's own setting",
    "store.review.settle.Approver": "the same",
    "store.queries.notes.Note": "how many mails one note is of",
    "store.queries.relationships.Tie": "what explains one relationship with one contact",
    "store.queries.connections.Standing": "how one mailbox is read: for its owner and who runs Boswell, of no note",
}
SORTING = {"sort", "sort_by", "order", "order_by", "rep", "user", "user_id", "owner", "owner_id", "approver", "by"}
FIRMS = {"halden.example": 3, "kestrel.example": 4, "halden.test": 9}  # exchanges with each: two mails, for Ines
WAITING = 41  # of Ines's; nobody else may learn that so many wait
SIGN_INS = 53
GOALS = ("two_way", "reply_within")


def modules() -> Iterator[types.ModuleType]:
    for package in (store, deliver, api.web):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in found.name:
                yield importlib.import_module(found.name)


def test_no_view_holds_a_number_of_one_of_us_that_is_not_of_one_thing() -> None:
    assert counting_views(modules(), [Approver, SignedIn]) == set(EXPLAINED)


def test_no_statement_counts_by_person() -> None:
    files = [path for package in ("store", "deliver", "api") for path in sorted((ROOT / package).rglob("*"))]
    sources = {path: path.read_text() for path in files if path.suffix in {".py", ".sql"}}
    assert len(sources) > 100
    assert {str(path): found for path, source in sources.items() if (found := counts_by_person(source))} == {}


def test_no_address_narrows_or_sorts_by_one_of_us() -> None:
    routes = [route for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)]
    named = {
        (route.path, field.alias)
        for route in routes
        for field in (*route.dependant.path_params, *route.dependant.query_params)
    }
    assert len(named) > 20
    assert [each for each in named if each[1] in SORTING] == []


@pytest.fixture
def busy(firm: Firm, ines: Person, jonas: Person) -> Person:
    """Ines with notes of three firms, and many that wait; Jonas with one."""
    number = 5001
    for domain, exchanges in FIRMS.items():
        for day in range(exchanges):
            at = MONDAY - timedelta(days=day)
            one = f"greta@{domain}"
            ines.feed(
                mail(number, one, ines.address, at=at), mail(number + 1, ines.address, one, answers=number, at=at)
            )
            number += 10
    ines.approve_all()
    jonas.feed(
        mail(901, "greta@halden.example", jonas.address), mail(902, jonas.address, "greta@halden.example", answers=901)
    )
    jonas.approve_all()
    ines.feed(*(mail(2000 + at, f"new{at}@halden.example", ines.address) for at in range(WAITING)))
    ines.feed(*(mail(3000 + at, ines.address, f"new{at}@halden.example", answers=2000 + at) for at in range(WAITING)))
    with firm.app.transaction() as session:
        put = text(
            "insert into web_session (id, user_id, csrf, created_at, seen_at, expires_at)"
            " select sha256(n::text::bytea), :me, 'x', now(), now(), now() from generate_series(1, :many) n"
        )
        session.execute(put, {"me": ines.user_id, "many": SIGN_INS})
    return ines


def pages(app: FastAPI, person: Person) -> Iterator[str]:
    """Every page's address, with each shared row's id where it takes one."""
    with person.app.transaction(person.acting) as session:
        ids: dict[str, list[UUID]] = {
            name: list(session.scalars(text(f"select id from {table}")))
            for name, table in (
                ("company_id", "company"),
                ("contact_id", "contact"),
                ("note_id", "interaction"),
                ("goal_id", "goal"),
                ("other", "app_user"),
            )
        }
    for room in ROOMS:
        for route in room.router.routes:
            if isinstance(route, APIRoute) and "GET" in (route.methods or ()) and "events" not in route.path:
                name = " ".join(field.alias for field in route.dependant.path_params)
                yield from (route.path.replace(f"{{{name}}}", str(each)) for each in ids.get(name, [])[:4])
                yield from [route.path] if not name else []


def test_no_page_tells_a_sum_of_one_of_us(app: FastAPI, firm: Firm, busy: Person) -> None:
    with busy.app.transaction(busy.acting) as session:
        own = {"me": busy.user_id}
        waiting = session.scalar(text("select count(*) from suggestion where state = 'waiting'"))
        approvals = session.scalar(text("select count(*) from approval where approver_id = :me"), own)
        sources = session.scalar(text("select count(*) from interaction_source where approver_id = :me"), own)
        notes = session.scalar(
            text("select count(distinct interaction_id) from interaction_source where approver_id = :me"), own
        )
    sums = [int(each or 0) for each in (waiting, approvals, sources, notes, WAITING, SIGN_INS)]
    assert min(sums) > max(FIRMS.values())
    manager = firm.person("Petra", "manager")
    for measure in GOALS:  # with all of her firms, and one page that the two share
        with busy.app.transaction(busy.acting) as session:
            ids = tuple(session.scalars(text("select id from company")))
        agreed(manager, busy, replace(terms_with(*ids, measure=measure), hours=24))
    petra: Browser = browser_of(app, firm, manager)
    asked = [path for path in pages(app, busy) if "{" not in path]
    shown = {path: answer.text for path in asked if (answer := petra.get(path)).status_code == 200}
    assert len(shown) > 12
    assert sum(path.startswith(("/goals/", "/one-to-ones/")) for path in shown) > len(GOALS)
    assert any("Ines" in page for page in shown.values())
    assert {path: found for path, page in shown.items() if (found := list(said_of(page, "Ines", sums)))} == {}


def test_what_counts_for_a_goal_names_none_of_us() -> None:
    shown = (Counted, Card, Whole, Gap, Question)
    assert {field.name for kind in shown for field in dataclasses.fields(kind)} & (OF_US | {"author_id"}) == set()
    assert [
        measure.name for measure in MEASURES if measure.kind not in {"number", "list", "kept", "share", "sum"}
    ] == []


def test_what_may_not_be_there_is_found_when_it_is() -> None:
    @dataclasses.dataclass
    class Row:
        user_id: UUID
        notes: int

    @dataclasses.dataclass
    class Nested:
        colleague: str
        row: Row | None

    @dataclasses.dataclass
    class Fine:
        company_id: UUID
        notes: int

    found = types.ModuleType("made_up")
    for kind in (Row, Nested, Fine):
        kind.__module__, kind.__name__ = "made_up", kind.__name__
        setattr(found, kind.__name__, kind)
    found.Nested.__annotations__ = {"colleague": str, "row": Row | None}
    found.Row.__annotations__ = {"user_id": UUID, "notes": int}
    found.Fine.__annotations__ = {"company_id": UUID, "notes": int}
    assert counting_views([found]) == {"made_up.Row", "made_up.Nested"}
    assert counts_by_person("select approver_id, count(*) from approval group by approver_id order by 2") != []
    assert counts_by_person("select(User.id, func.count()).group_by(User.id)") != []
    assert counts_by_person("select(User.id, func.count()).group_by(User.id, T.interaction_id)") == []
    assert counts_by_person("select approver_id, name from t group by approver_id") == []
    page = "<table><tr><th>Ines Duarte</th><td>41</td></tr></table><p>Ines <b>53</b> times</p><li>Jonas 41</li>"
    assert list(said_of(page, "Ines", [41, 53])) == ["Ines Duarte 41", "Ines 53 times"]
    assert list(said_of('<a aria-label="Ines: 41 notes">x</a>', "Ines", [41])) == ["Ines: 41 notes"]
    assert list(said_of("<p>Ines at 10:41, 141 or 4.1</p>", "Ines", [41])) == []
    assert rows_of("<ul><li>a <b>b</b></li></ul>") == ["a b"]
