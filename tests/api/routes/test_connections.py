"""How mailboxes stand, and what their owner can do about it; on the real mail server where one is signed in to."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text, update

from api.app import create_app
from api.parts import Parts
from api.routes.connections import HERE, router
from api.settings import WebSettings
from ingest.connect import EVERY
from ingest.connect_calendars import CalendarServer, NewCalendar, Publisher, begin
from ingest.mailboxes import ACCEPT_GONE
from store.connections import Outcome, Place, collection_of, connect, follow, report
from store.crypto import Sealer
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState
from tests.api.visiting import HERE as ADDRESS
from tests.api.visiting import SECRET, Browser, browser_of
from tests.builders import MONDAY
from tests.firm import Firm, Person
from tests.ingest.calendars_connected import opener_of_account
from tests.ingest.connected import connect as connect_mailbox
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.peers import radicale as radicales
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.peers.radicale import Radicale

PAGE = router.url_path_for("connections")
SETTINGS = {"host": "imap.alder.example", "port": 993, "user": "ines", "starttls": False, "without": []}


def connected(person: Person, label: str = "ines@secret-place.example", provider: str = "imap") -> UUID:
    with person.app.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place(provider, label), MONDAY)
        connection.settings = SETTINGS
        follow(session, connection.id, EVERY, MONDAY)
        return connection.id


def report_of(person: Person, connection_id: UUID, *outcome: str, **more: int) -> None:
    with person.app.transaction(person.acting) as session:
        report(session, connection_id, Outcome(*outcome, **more), MONDAY)  # type: ignore[arg-type]


def state(person: Person) -> str:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(ConnectionState.state)).one()


def due(person: Person) -> set[str]:
    with person.app.transaction(person.acting) as session:
        return set(session.scalars(text("select kind from due")))


def test_an_admin_sees_states_and_counts_and_no_content(ruth: Browser, approved: Person) -> None:
    report_of(approved, connected(approved), "sign-in needed", "credential")
    page = ruth.get(PAGE).text
    assert "<h1>The mailbox is not being read.</h1>" in page
    assert "Ines&#39;s mailbox was never read." in page
    assert "sign-in needed" in page
    assert "Only Ines can sign in again" in page
    assert "<form method" not in page
    assert [word for word in ("secret-place", "Greta", "imap.alder") if word in page] == []


def test_an_owner_sees_their_own_and_what_they_can_do(ines_browser: Browser, ines: Person, jonas: Person) -> None:
    connected(jonas, "jonas@other.example")
    connection_id = connected(ines)
    page = ines_browser.get(PAGE).text
    assert "ines@secret-place.example" in page
    assert f"{HERE}/{connection_id}/pause" in page
    assert "Jonas" not in page
    report_of(ines, connection_id, "not reachable", "unavailable")
    assert "the server does not answer" in ines_browser.get(PAGE).text
    assert ines_browser.get(f"{PAGE}?show=history").text.count("<tr>") == 0
    assert ines_browser.get(f"{PAGE}?show=need").text.count("<tr>") == 2
    assert ines_browser.get(f"{PAGE}?show=nonsense").text.count("<tr>") == 2


def test_history_tells_how_long_it_takes_and_an_owner_what_their_server_has(
    ines_browser: Browser, ruth: Browser, ines: Person
) -> None:
    connection_id = connected(ines)
    with ines.app.transaction(ines.acting) as session:
        connection = session.get(Connection, connection_id)
        assert connection is not None
        collection = collection_of(session, connection, "INBOX", "mailbox_folder")
        collection.there, collection.here, collection.compared_at = 12_041, 12_039, MONDAY
        session.execute(update(ConnectionState).values(history_percent=62, history_seconds=14 * 60))
    page = ines_browser.get(PAGE).text
    assert "62%, 14 min left" in page
    assert "12,041 at the server, 12,039 here" in page
    assert "12,041" not in ruth.get(PAGE).text


def test_without_a_mail_server_it_is_said(ines_browser: Browser, ines: Person) -> None:
    connected(ines)
    assert "BOSWELL_SMTP_HOST" in ines_browser.get(PAGE).text


def test_nothing_is_connected_yet(ruth: Browser, ines_browser: Browser) -> None:
    for browser in (ruth, ines_browser):
        assert "Nothing is connected yet." in browser.get(PAGE).text


def test_it_is_for_those_who_have_mailboxes_or_run_them(petra: Browser) -> None:
    assert petra.get(PAGE).status_code == 404


def test_pausing_resuming_and_looking_at_once(ines_browser: Browser, ines: Person) -> None:
    at = f"{HERE}/{connected(ines)}"
    assert ines_browser.post(f"{at}/sync").headers["location"] == PAGE
    assert due(ines) == {"sync"}
    ines_browser.post(f"{at}/pause")
    assert (state(ines), due(ines)) == ("paused by its owner", set())
    ines_browser.post(f"{at}/sync")
    assert due(ines) == set()
    assert f"{at}/resume" in ines_browser.get(PAGE).text
    ines_browser.post(f"{at}/resume")
    assert (state(ines), due(ines)) == ("reading history", {"sync"})
    assert ines_browser.post(f"{at}/forget").status_code == 404


def test_disconnecting(ines_browser: Browser, ines: Person) -> None:
    at = f"{HERE}/{connected(ines)}"
    assert ines_browser.post(f"{at}/disconnect").status_code == 303
    assert due(ines) == {"purge"}
    assert "Nothing is connected yet." in ines_browser.get(PAGE).text
    assert ines_browser.post(f"{at}/disconnect").status_code == 404


def test_what_went_was_meant_to_go(ines_browser: Browser, ines: Person) -> None:
    connection_id = connected(ines)
    report_of(ines, connection_id, "waiting for its owner", "mostly gone", difference=12)
    assert "Yes, it was meant" in ines_browser.get(PAGE).text
    ines_browser.post(f"{HERE}/{connection_id}/accept")
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Connection.settings)).one()[ACCEPT_GONE] is True
    assert "sync" in due(ines)


def test_nobody_acts_on_another_s_mailbox(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    at, jonas_browser = f"{HERE}/{connected(ines)}", browser_of(app, firm, jonas)
    for verb in ("pause", "resume", "sync", "accept", "disconnect"):
        assert jonas_browser.post(f"{at}/{verb}").status_code == 404
        assert browser_of(app, firm, ines).post(f"{HERE}/{uuid4()}/{verb}").status_code == 404
    assert jonas_browser.get(f"{at}/sign-in").status_code == 404
    assert jonas_browser.post(f"{at}/sign-in", password=PASSWORD).status_code == 404
    assert (state(ines), due(ines)) == ("reading history", set())


@pytest.fixture
def calendars(radicale: Radicale) -> CalendarAccount:
    return CalendarAccount(radicale)


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[Mailbox]:
    made = Mailbox(dovecot)
    yield made
    made.close()


def test_calendars_are_given_another_secret_like_mailboxes(
    firm: Firm, ines: Person, calendars: CalendarAccount
) -> None:
    at = CalendarServer(calendars.url, calendars.user)
    new = [NewCalendar("ines", at, "old"), NewCalendar("Team", Publisher("old.example"), "https://old.example/a.ics")]
    with ines.app.transaction(ines.acting) as session:
        ids = [begin(session, Sealer(SECRET), ines.user_id, each, MONDAY) for each in new]
    parts = Parts(firm.app, WebSettings(), Sealer(SECRET), ADDRESS, opener=opener_of_account(calendars))
    browser = browser_of(create_app(parts), firm, ines)
    page = browser.get(PAGE).text
    assert "Calendars" in page
    assert "Published calendar" in page
    assert browser.post(f"{HERE}/{ids[0]}/sign-in", password="wrong").status_code == 400
    assert browser.post(f"{HERE}/{ids[0]}/sign-in", password=radicales.PASSWORD).status_code == 303
    assert "New address of the calendar" in browser.get(f"{HERE}/{ids[1]}/sign-in").text
    refused = browser.post(f"{HERE}/{ids[1]}/sign-in", password=f"{calendars.url}none.ics")
    assert (refused.status_code, "waiting for its owner" in refused.text) == (400, False)


def test_a_password_is_tried_before_it_is_kept(firm: Firm, ines: Person, mailbox: Mailbox) -> None:
    connection_id = connect_mailbox(ines, mailbox, MONDAY, secret="old")
    report_of(ines, connection_id, "sign-in needed", "credential")
    parts = Parts(firm.app, WebSettings(), Sealer(SECRET), ADDRESS, opener=opener(mailbox.dovecot))
    browser = browser_of(create_app(parts), firm, ines)
    at = f"{HERE}/{connection_id}/sign-in"
    assert at in browser.get(PAGE).text
    assert "Password of" in browser.get(at).text
    refused = browser.post(at, password="wrong")
    assert (refused.status_code, state(ines)) == (400, "sign-in needed")
    assert "Check both" in refused.text
    assert "wrong" not in refused.text
    assert browser.post(at, password=PASSWORD).status_code == 303
    assert (state(ines), "sync" in due(ines)) == ("reading history", True)


def test_files_are_not_signed_in_to(ines_browser: Browser, ines: Person) -> None:
    assert ines_browser.get(f"{HERE}/{connected(ines, '/mail', 'files')}/sign-in").status_code == 404
