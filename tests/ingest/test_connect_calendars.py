"""Connecting calendars: what is looked at, what is kept, and what is said when it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest.connect_calendars import (
    CalendarFound,
    CalendarServer,
    NewCalendar,
    Publisher,
    begin,
    check,
    count,
    find,
    look,
    parsed,
    place_of,
)
from ingest.discovery.records import CalendarService, Records
from ingest.errors import CredentialsRejected, SourceError
from ingest.history import History
from ingest.sources.imap.opening import Opener
from store import credentials
from store.connections import Place, connect
from store.errors import NotFound
from store.models.private.connection import Connection, Credential
from tests.firm import LATER, Person
from tests.ingest.calendar_contract import event
from tests.ingest.calendars_connected import followed, opener_of_account, opener_of_server
from tests.ingest.connected import SEALER
from tests.ingest.sources.caldav.account import CalendarAccount
from tests.ingest.sources.caldav.lying import told
from tests.peers import certificates
from tests.peers.publishing import Reply, Server, serving
from tests.peers.radicale import PASSWORD


class Named(Records):
    """A DNS that names one server."""

    def calendars(self, domain: str) -> tuple[CalendarService, ...]:
        port = int(domain.partition("-")[2].partition(".")[0])
        return (CalendarService("localhost", port, "/"),)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(certificates.write(tmp_path)) as running:
        yield running


def test_an_account_is_looked_at_and_nothing_is_kept(calendars: CalendarAccount) -> None:
    calendars.calendar("Home")
    server, opener = CalendarServer(calendars.url, calendars.user, without=("home",)), opener_of_account(calendars)
    assert look(server, PASSWORD, opener) == (
        CalendarFound("Home", foreign=False, read=False), CalendarFound("Work", foreign=False, read=True)
    )  # fmt: skip
    assert check(server, PASSWORD, opener) == server
    with pytest.raises(CredentialsRejected, match="app password"):
        look(server, "wrong", opener)
    with pytest.raises(SourceError, match="no calendar with events"):
        look(replace(server, without=("home", "work")), PASSWORD, opener)


def test_a_published_calendar_is_counted(server: Server) -> None:
    server.pages["/a.ics"] = event(1)
    opener: Opener = opener_of_server(server)
    assert count(server.url("/a.ics"), opener) == 1
    assert check(Publisher("old.example"), server.url("/a.ics"), opener) == Publisher("localhost")
    assert parsed("webcal://a.example/x.ics").path == "/x.ics"
    with pytest.raises(SourceError, match="https"):
        count("http://localhost/", opener)


def test_a_server_is_found_from_an_address_or_said_not_to_be(
    calendars: CalendarAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.discovery.calendars.same_site", lambda *_: True)
    monkeypatch.setattr("ingest.discovery.calendars.PORTS", frozenset({calendars.radicale.port}))
    opener, domain = opener_of_account(calendars), f"port-{calendars.radicale.port}.example"
    wanted = CalendarServer("", calendars.user)
    found = find(f"jo@{domain}", wanted, PASSWORD, opener, Named())
    assert found.url == f"https://localhost:{calendars.radicale.port}/"
    with pytest.raises(CredentialsRejected):
        find(f"jo@{domain}", wanted, "wrong", opener, Named())
    monkeypatch.setattr("ingest.discovery.calendars.PORTS", frozenset({9}))
    with pytest.raises(SourceError, match="I do not find the calendar server of port-9"):
        find("jo@port-9.example", wanted, PASSWORD, opener, Named())


def test_what_is_kept_is_sealed_due_at_once_and_its_owners(ines: Person, jonas: Person) -> None:
    at = CalendarServer("https://dav.example/", "ines")
    feed = NewCalendar("Team", Publisher("calendars.example"), "https://calendars.example/secret-7f/a.ics")
    with ines.app.transaction(ines.acting) as session:
        ids = [
            begin(session, SEALER, ines.user_id, NewCalendar("ines", at, "pw", History(date(2026, 1, 1))), LATER),
            begin(session, SEALER, ines.user_id, feed, LATER),
        ]
        assert begin(session, SEALER, ines.user_id, NewCalendar("ines", at, "other"), LATER) == ids[0]
        rows = {row.id: row for row in session.scalars(select(Connection))}
        assert History.of(rows[ids[0]].settings).since == date(2026, 1, 1)
        assert [place_of(session, each) for each in ids] == [at, Publisher("calendars.example")]
        assert credentials.secret_of(session, SEALER, ids[0]) == "other"
        assert not any(b"secret-7f" in row for row in session.scalars(select(Credential.sealed)))
        assert "secret-7f" not in repr((rows[ids[1]].settings, rows[ids[1]].label, feed))
        files = connect(session, ines.user_id, Place("files", "letters"), LATER)
        with pytest.raises(NotFound):
            place_of(session, files.id)
    assert followed(ines, ids[1])
    with jonas.app.transaction(jonas.acting) as session, pytest.raises(NotFound):
        place_of(session, ids[0])


def test_a_server_without_calendars_says_so(server: Server) -> None:
    server.answering = lambda _: told()
    with pytest.raises(SourceError):
        look(CalendarServer(server.url("/x/"), "jo"), "pw", opener_of_server(server))
    server.answering = lambda _: Reply(404)
    with pytest.raises(SourceError, match="no calendar at this address"):
        look(CalendarServer(server.url("/x/"), "jo"), "pw", opener_of_server(server))
