"""What routes ask for: somebody signed in, of a role, in a transaction of theirs, with a form of ours."""

from __future__ import annotations

from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from api.deps import (
    COOKIE,
    READERS,
    Me,
    NobodysTransaction,
    NotOurForm,
    OpenTransaction,
    OwnForm,
    TheParts,
    Visitor,
    acting,
    as_id,
    now,
    of_role,
    own_form,
)
from store.engine import Acting
from store.errors import NotFound
from store.people import SignedIn
from tests.api.visiting import HERE, Browser, browser_of, nobody
from tests.firm import Firm

ID = UUID("01a20e52-98cb-736f-a613-808b0f6a711d")


def somebody(*roles: str) -> SignedIn:
    return SignedIn(b"session", "token", ID, "ines@alder.example", "Ines", frozenset(roles), "UTC", "en", 0)


def acted(session: Session) -> str:
    role, user = session.execute(text("select current_user, current_setting('app.user_id')")).one()
    return f"{role} for {user or 'nobody'}"


@pytest.fixture
def asking(app: FastAPI) -> FastAPI:
    """The application with routes that answer with what they asked for."""

    def visiting(found: Visitor, parts: TheParts) -> str:
        return f"{found.name if found else 'Nobody'} at {parts.address}"

    def mine(me: Me, session: OpenTransaction) -> str:
        return acted(session).replace(str(me.user_id), me.name)

    def nobodys(session: NobodysTransaction) -> str:
        return acted(session)

    app.add_api_route("/visiting", visiting)
    app.add_api_route("/mine", mine)
    app.add_api_route("/nobodys", nobodys)
    app.add_api_route("/form", lambda: "done", methods=["POST"], dependencies=[OwnForm])
    return app


def test_who_visits(asking: FastAPI, ines_browser: Browser) -> None:
    assert ines_browser.get("/visiting").json() == f"Ines at {HERE}"
    assert nobody(asking).get("/visiting").json() == f"Nobody at {HERE}"
    stranger = nobody(asking)
    stranger.client.headers["Cookie"] = f"{COOKIE}=invented"
    assert stranger.get("/visiting").json() == f"Nobody at {HERE}"
    assert stranger.get("/mine").headers["location"] == "/sign-in"


def test_a_transaction_is_for_the_one_who_is_signed_in(asking: FastAPI, firm: Firm, ines_browser: Browser) -> None:
    assert ines_browser.get("/mine").json() == "boswell_app for Ines"
    assert ines_browser.get("/nobodys").json() == "boswell_app for nobody"
    admin = browser_of(asking, firm, firm.person("Ruth", "admin"))
    assert admin.get("/mine").json() == "boswell_admin for Ruth"


def test_a_form_needs_this_sessions_token(asking: FastAPI, ines_browser: Browser) -> None:
    assert ines_browser.post("/form").json() == "done"
    refused = ines_browser.post("/form", csrf="another")
    assert (refused.status_code, "Go back, load the page again and repeat it." in refused.text) == (403, True)
    assert nobody(asking).post("/form").status_code == 401


@pytest.mark.parametrize("csrf", ["", "tokem", "token ", "töken"])
def test_another_token_is_not_ours(csrf: str) -> None:
    own_form(somebody("rep"), "token")
    with pytest.raises(NotOurForm):
        own_form(somebody("rep"), csrf)


@pytest.mark.parametrize(
    ("wanted", "roles", "enters"),
    [
        (("rep",), ("rep",), True),
        (("rep",), ("admin", "rep"), True),
        (("rep",), ("manager",), False),
        (tuple(READERS), ("reader",), True),
        (tuple(READERS), ("admin",), False),
        (("admin",), (), False),
    ],
)
def test_for_others_a_page_is_not_there(wanted: tuple[str, ...], roles: tuple[str, ...], *, enters: bool) -> None:
    me = somebody(*roles)
    if enters:
        assert of_role(*wanted)(me) is me
    else:
        with pytest.raises(NotFound, match=r"There is no such page for you\."):
            of_role(*wanted)(me)


@pytest.mark.parametrize(
    ("roles", "admin_alone"), [(("rep",), False), (("admin", "manager"), False), (("admin",), True), ((), True)]
)
def test_those_who_only_administer_have_no_right_to_content(roles: tuple[str, ...], *, admin_alone: bool) -> None:
    assert acting(somebody(*roles)) == Acting(ID, admin_alone=admin_alone)


def test_ids() -> None:
    assert as_id(str(ID)) == ID
    with pytest.raises(NotFound, match=r"There is no such row\."):
        as_id("1")


def test_the_time_is_aware() -> None:
    assert now().tzinfo is not None
