from __future__ import annotations

import json
from uuid import UUID

import pytest
from sqlalchemy import select, text

from api.cli.connections import disconnect, now, pause, resume, show
from ingest.connect import EVERY
from store.connections import Place, connect, follow
from store.errors import NotFound
from store.models.shared.connection_state import ConnectionState
from store.settings import StoreSettings
from tests.firm import LATER, Person

BOX = "ines@alder.example"


@pytest.fixture
def connected(installation: StoreSettings, ines: Person) -> UUID:
    with ines.app.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("imap", BOX), LATER)
        follow(session, connection.id, EVERY, LATER)
        return connection.id


def state(person: Person) -> str:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(ConnectionState.state)).one()


def due(person: Person) -> set[str]:
    with person.app.transaction(person.acting) as session:
        return set(session.scalars(text("select kind from due")))


def test_an_owner_pauses_and_resumes(connected: UUID, ines: Person, capsys: pytest.CaptureFixture[str]) -> None:
    pause(BOX, "ines")
    assert state(ines) == "paused by its owner"
    now(BOX, "ines")
    assert due(ines) == set()
    show("ines")
    assert capsys.readouterr().out == f"{BOX}  paused by its owner  last read never, 0 messages\n"
    resume(BOX, "ines")
    assert due(ines) == {"sync"}


def test_a_program_reads_the_same(connected: UUID, capsys: pytest.CaptureFixture[str]) -> None:
    show("ines", as_json=True)
    (found,) = json.loads(capsys.readouterr().out)
    assert found.items() >= {"mailbox": BOX, "state": "late", "stored": 0, "last_success": None}.items()


def test_disconnecting_asks_first(
    connected: UUID, ines: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)
    disconnect(BOX, "ines")
    assert capsys.readouterr().out == "Nothing was changed.\n"
    disconnect(BOX, "ines", yes=True)
    assert due(ines) == {"purge"}
    with pytest.raises(NotFound, match="boswell connect list"):
        pause(BOX, "ines")


def test_of_several_of_one_name_is_said_which(connected: UUID, ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session:
        other = connect(session, ines.user_id, Place("google_calendar", BOX), LATER).id
        follow(session, other, EVERY, LATER)
    with pytest.raises(NotFound, match=f"google_calendar:{BOX}, imap:{BOX}"):
        disconnect(BOX, "ines", yes=True)
    disconnect(f"google_calendar:{BOX}", "ines", yes=True)
    assert state(ines) != "paused by its owner"  # the one that is left
    pause(BOX, "ines")
    assert state(ines) == "paused by its owner"
