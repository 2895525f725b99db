"""A rep connects a mailbox at Google, through the pages and the fake's own screen."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from api.app import create_app
from api.deps import now
from api.parts import Parts
from api.routes.google import CONSENT, HERE, SENTENCES
from api.settings import WebSettings
from ingest import connect_google
from ingest import google_sign_in as sign_in
from ingest.connect_google import Hearing
from ingest.google import identity, service
from ingest.google_sign_in import READ_CALENDARS
from ingest.grants import Grant
from store import due, people
from store.connections import CONSENT_TEXT
from store.crypto import Sealer
from store.models.private.connection import Connection
from tests.api.visiting import HERE as ORIGIN
from tests.api.visiting import OPENER, SECRET, Browser, browser_of, nobody
from tests.firm import LATER, Firm, Person
from tests.ingest.google import signing_in
from tests.peers.google.server import SOMEBODY, Google
from tests.peers.google.signing import FORGERIES, Forgery

LINK = re.compile(r'href="(https://localhost:[^"]+)"')


@pytest.fixture
def visits(google: Google, firm: Firm, ines: Person, jonas: Person) -> tuple[Browser, Browser]:
    sealer = Sealer(SECRET)
    parts = Parts(firm.app, WebSettings(), sealer, ORIGIN, opener=OPENER, google=signing_in.sign_in(google, sealer))
    app = create_app(parts)
    return browser_of(app, firm, ines), browser_of(app, firm, jonas)


def connected(person: Person) -> list[tuple[str, str]]:
    with person.app.transaction(person.acting) as session:
        return [(row.provider, row.label) for row in session.scalars(select(Connection))]


def came_back(google: Google, browser: Browser, way: int = 1) -> str:
    """The address at which Google sends the browser back that chose one of the ways: mail alone."""
    shown = browser.get(HERE).text
    assert "I cannot send, change, move or delete any" in shown
    back = signing_in.sent_back(google, unescape(LINK.findall(shown)[way]))
    return back[back.index("/connections") :]


def test_a_mailbox_is_connected_by_whoever_signs_in(
    google: Google, visits: tuple[Browser, Browser], ines: Person, jonas: Person
) -> None:
    mine, his = visits
    back = came_back(google, mine)
    refused = his.get(back)
    assert (refused.status_code, connected(ines), connected(jonas)) == (400, [], [])
    assert "not begun here" in refused.text
    answer = mine.get(back)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/past")
    assert (connected(ines), connected(jonas)) == ([("google", SOMEBODY)], [])
    assert mine.get(came_back(google, mine)).headers["location"] == "/connections"
    shown = mine.get("/connections").text
    assert SOMEBODY in shown
    assert "Gmail" in shown
    with ines.app.transaction(ines.acting) as session:
        connection_id = session.scalars(select(Connection.id)).one()
    assert mine.get(f"/connections/{connection_id}/sign-in").headers["location"] == HERE
    assert his.get(f"/connections/{connection_id}/sign-in").status_code == 404


@pytest.mark.parametrize(("way", "providers"), [(0, ["google", "google_calendar"]), (2, ["google_calendar"])])
def test_calendars_are_asked_for_where_they_are_wanted_alone(
    google: Google, visits: tuple[Browser, Browser], ines: Person, way: int, providers: list[str]
) -> None:
    visits[0].get(came_back(google, visits[0], way))
    assert sorted(provider for provider, _ in connected(ines)) == providers
    assert "Google Calendar" in visits[0].get("/connections").text


def test_what_is_granted_is_connected_and_nothing_else(
    google: Google, visits: tuple[Browser, Browser], ines: Person
) -> None:
    google.grants.granted = frozenset({"openid", "email", *READ_CALENDARS})
    visits[0].get(came_back(google, visits[0], 0))
    assert connected(ines) == [("google_calendar", SOMEBODY)]
    google.grants.granted = frozenset({"openid", "email"})
    assert visits[0].get(came_back(google, visits[0], 0)).status_code == 400


def test_who_does_not_agree_is_told_and_nothing_is_connected(
    google: Google, visits: tuple[Browser, Browser], ines: Person
) -> None:
    google.grants.answer = "denies"
    answer = visits[0].get(came_back(google, visits[0]))
    assert (answer.status_code, connected(ines)) == (400, [])
    assert "did not agree" in answer.text
    assert visits[0].get(f"{HERE}/back").status_code == 400


def test_a_notice_of_a_calendar_is_heard_on_our_own_channels_alone(
    google: Google, visits: tuple[Browser, Browser], ines: Person
) -> None:
    browser = visits[0]
    browser.get(came_back(google, browser, 2))
    with ines.app.transaction(ines.acting) as session:
        connection_id = session.scalars(select(Connection.id)).one()
        due.drop(session, ines.user_id, "sync", str(connection_id))
    token = connect_google.Channels(Sealer(SECRET).keyed_hash).token("c-1", ines.user_id, connection_id)
    shelf = google.calendars[SOMEBODY]
    shelf.watch(SOMEBODY, {"id": "c-1", "token": token, "address": "https://crm.example/"}, google.clock())

    def heard(**changed: str) -> int:
        told = shelf.notice("c-1", google.clock(), changed.pop("state", "exists"))
        assert told
        return int(browser.client.post("/hooks/google/calendar", headers=told | changed).status_code)

    def waits() -> bool:
        with ines.app.transaction(ines.acting) as session:
            return due.is_put(session, ines.user_id, "sync", str(connection_id))

    assert (heard(state="sync"), waits()) == (204, False)
    assert (heard(**{"X-Goog-Channel-Token": "forged"}), heard(**{"X-Goog-Channel-ID": "c-2"}), waits()) == (
        401, 401, False,
    )  # fmt: skip
    assert (heard(), waits()) == (204, True)


def test_where_boswell_is_not_registered_an_administrator_is_told_of(ines_browser: Browser) -> None:
    assert "BOSWELL_GOOGLE_CLIENT_ID" in ines_browser.get(HERE).text
    assert ines_browser.get(f"{HERE}/back?state=a&code=b").headers["location"] == HERE


def test_every_sentence_is_one_that_signing_in_says() -> None:
    assert CONSENT == CONSENT_TEXT
    assert set(SENTENCES) == {
        sign_in.NOT_YOURS, sign_in.DENIED, sign_in.NO_LASTING_ACCESS, service.NO_SCOPE, identity.NOT_GOOGLE_S,
        connect_google.ANOTHER_ACCOUNT, service.NOT_ANSWERING,
    }  # fmt: skip


@pytest.mark.parametrize("forgery", [None, *FORGERIES])
def test_a_push_is_heard_when_it_is_google_s(google: Google, firm: Firm, ines: Person, forgery: Forgery | None) -> None:
    mailbox = google.add(ines.address)
    account = connect_google.Account(ines.address, "1001", Grant("token"))
    with firm.app.transaction(ines.acting) as session:
        connect_google.begin(session, Sealer(SECRET), ines.user_id, account, LATER - timedelta(days=1))
        due.take(session, ines.user_id, "sync", LATER)
        company = people.installation(session)
    assert company
    google.push.audience = f"{company.public_url.rstrip('/')}/hooks/google"
    google.push.watch(mailbox)
    notice = google.push.notice(mailbox, forgery)
    assert notice
    pushes = Hearing(google.push.email, identity.Keys(f"{google.root}oauth2/v1/certs", google.certificate))
    parts = Parts(firm.app, WebSettings(), Sealer(SECRET), ORIGIN, opener=OPENER, pushes=pushes)
    client = nobody(create_app(parts)).client
    answer = client.post("/hooks/google", content=notice.body, headers=notice.headers)
    assert answer.status_code == (401 if forgery else 204)
    with firm.app.transaction(ines.acting) as session:
        assert bool(due.take(session, ines.user_id, "sync", now())) is not bool(forgery)
    assert client.post("/hooks/google", content=b"{}", headers=notice.headers).status_code == (401 if forgery else 204)


def test_pushes_wait_while_google_s_keys_cannot_be_had_and_are_nothing_where_none_are_heard(
    google: Google, firm: Firm, ines_browser: Browser
) -> None:
    assert ines_browser.client.post("/hooks/google", content=b"{}").status_code == 404
    google.levers.down = True
    pushes = Hearing("push@p.example", identity.Keys(f"{google.root}oauth2/v1/certs", google.certificate))
    parts = Parts(firm.app, WebSettings(), Sealer(SECRET), ORIGIN, opener=OPENER, pushes=pushes)
    headers = {"Authorization": f"Bearer {google.signer.sign({})}"}
    answer = nobody(create_app(parts)).client.post("/hooks/google", content=b"{}", headers=headers)
    assert answer.status_code == 503
