"""Pausing all that is read of oneself, and switching single folders off."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from fastapi import FastAPI
from sqlalchemy import select

from api.deps import now
from api.routes.my_data import router
from api.routes.reading import HERE
from ingest.connect import pause
from ingest.pausing import ends, resume_due
from store.connections import collection_of
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState
from tests.api.routes.test_connections import connected, due
from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person

PAGE = router.url_path_for("my_data")
READING = "/my-data/reading"


def states(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        asked = select(ConnectionState.state).where(ConnectionState.owner_id == person.user_id)
        return list(session.scalars(asked.order_by(ConnectionState.state)))


def ended(person: Person, after: timedelta) -> None:
    with person.app.transaction(person.acting) as session:
        resume_due(session, person.user_id, now() + after)


def test_everything_is_paused_for_an_hour_and_read_again_by_itself(ines_browser: Browser, ines: Person) -> None:
    connected(ines), connected(ines, "calendar", "caldav"), connected(ines, "/mail", "files")
    assert "Read on" not in ines_browser.get(PAGE).text
    assert ines_browser.post(READING, wish="hour").headers["location"] == HERE
    assert set(states(ines)) == {"paused by its owner"}
    assert due(ines) == {"resume"}
    page = ines_browser.get(PAGE).text
    assert "Read on" in page
    assert "until " in page
    ended(ines, timedelta(minutes=50))
    assert due(ines) == {"resume"}
    ended(ines, timedelta(minutes=61))
    assert set(states(ines)) == {"reading history"}
    assert due(ines) == {"sync"}


def test_a_pause_of_today_ends_at_midnight_and_one_without_an_end_does_not(ines_browser: Browser, ines: Person) -> None:
    connection_id = connected(ines)
    ines_browser.post(READING, wish="today")
    with ines.app.transaction(ines.acting) as session:
        until = ends(session, ines.user_id)[connection_id]
    assert timedelta() < until - now() <= timedelta(days=1)
    assert "until tomorrow" in ines_browser.get(PAGE).text
    ines_browser.post(READING, wish="stop")
    assert due(ines) == set()
    ines_browser.post(READING, wish="hour")  # what was paused until further notice stays so
    ended(ines, timedelta(days=2))
    assert states(ines) == ["paused by its owner"]
    ines_browser.post(READING, wish="go")
    assert (states(ines), due(ines)) == (["reading history"], {"sync"})
    assert ines_browser.post(READING, wish="nonsense").status_code == 400


def test_what_was_paused_by_itself_stays_so(ines_browser: Browser, ines: Person) -> None:
    alone = connected(ines)
    connected(ines, "calendar", "caldav")
    with ines.app.transaction(ines.acting) as session:
        pause(session, ines.user_id, alone)
    ines_browser.post(READING, wish="hour")
    ended(ines, timedelta(hours=2))
    assert states(ines) == ["paused by its owner", "reading history"]


def with_folders(person: Person, *names: str) -> UUID:
    connection_id = connected(person)
    with person.app.transaction(person.acting) as session:
        connection = session.get(Connection, connection_id)
        assert connection is not None
        for name in names:
            collection = collection_of(session, connection, name, "mailbox_folder")
            collection.name, collection.cursor = name, "1"
    return connection_id


def test_a_folder_is_switched_off_and_on(app: FastAPI, firm: Firm, ines: Person, jonas: Person) -> None:
    browser, at = browser_of(app, firm, ines), f"{READING}/{with_folders(ines, 'INBOX', 'Team')}"
    assert 'Team <span class="mute">is read</span>' in browser.get(PAGE).text
    for _ in range(2):
        assert browser.post(at, name="Team", how="off").headers["location"] == HERE
        assert 'Team <span class="mute">is not read</span>' in browser.get(PAGE).text
    with ines.app.transaction(ines.acting) as session:
        settings, fence = session.execute(select(Connection.settings, Connection.fence)).one()
    assert (settings["without"], settings["host"], fence) == (["Team"], "imap.alder.example", 2)
    browser.post(at, name="Team", how="on")
    assert "is not read" not in browser.get(PAGE).text
    assert browser.post(at, name="Nothing", how="off").status_code == 404
    assert browser_of(app, firm, jonas).post(at, name="Team", how="off").status_code == 404


def test_one_folder_alone_is_not_switched(ines_browser: Browser, ines: Person) -> None:
    with_folders(ines, "Gmail")
    assert "Switch off" not in ines_browser.get(PAGE).text
