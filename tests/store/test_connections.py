from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from store.connections import (
    Outcome,
    Place,
    at_work,
    collection_of,
    connect,
    connections_of,
    follow,
    may_be_read,
    mine,
    pause,
    report,
    resume,
    waiting_in,
)
from store.errors import NotFound
from store.models.private.connection import Connection, Consent
from store.models.private.outbox import Outgoing
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Firm, Person


def test_a_connection_comes_with_its_owner_s_consent(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("files", "old mail"), LATER)
        assert connect(session, ines.user_id, Place("files", "old mail"), LATER).id == connection.id
        assert connections_of(session, ines.user_id) == [connection.id]
        consent = session.scalars(select(Consent)).one()
        assert (consent.id, consent.given_at) == (connection.consent_id, LATER)
        assert "Nobody else sees" in consent.text


def test_no_connection_without_consent(ines: Person, jonas: Person) -> None:
    with jonas.worker.transaction(jonas.acting) as session:
        theirs = connect(session, jonas.user_id, Place("files", "a"), LATER).consent_id
    values = {"owner_id": ines.user_id, "consent_id": theirs, "provider": "files", "label": "a"}
    with pytest.raises(IntegrityError), ines.worker.transaction(ines.acting) as session:
        session.execute(insert(Connection).values(values))


def test_the_state_is_what_everybody_may_know(ines: Person, firm: Firm) -> None:
    with ines.worker.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("files", "a"), LATER)
        collection_of(session, connection, "INBOX", "mailbox_folder")
        assert waiting_in(session, connection.id) == 0
        report(session, connection.id, Outcome("not reachable", "dns", LATER), LATER)
        report(session, connection.id, Outcome("up to date"), LATER)
    root = firm.person("Root", "admin")
    with firm.app.transaction(root.acting) as session:
        state = session.scalars(select(ConnectionState)).one()
        assert (state.state, state.history_percent, state.last_success_at) == ("up to date", 100, LATER)


def test_collections_are_made_once(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        connection = connect(session, ines.user_id, Place("files", "a"), LATER)
        first = collection_of(session, connection, "INBOX", "mailbox_folder")
        assert collection_of(session, connection, "INBOX", "mailbox_folder").id == first.id


EVERY = timedelta(minutes=5)


def followed(person: Person) -> UUID:
    with person.app.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("imap", "box"), LATER)
        follow(session, connection.id, EVERY, LATER)
        return connection.id


def state(person: Person) -> ConnectionState:
    with person.app.transaction(person.acting) as session:
        return session.scalars(select(ConnectionState)).one()


def reported(person: Person, connection_id: UUID, *outcomes: Outcome) -> ConnectionState:
    for outcome in outcomes:
        with person.worker.transaction(person.acting) as session:
            report(session, connection_id, outcome, LATER)
    return state(person)


def test_a_pause_outlasts_the_pass_that_was_under_way(ines: Person) -> None:
    connection_id = followed(ines)
    with ines.app.transaction(ines.acting) as session:
        assert may_be_read(session, connection_id)
        assert at_work(session, connection_id, LATER)
        pause(session, connection_id)
        assert not may_be_read(session, connection_id)
        assert not at_work(session, connection_id, LATER)
    found = reported(ines, connection_id, Outcome("not reachable", "unavailable", LATER))
    assert (found.state, found.reason_code, found.next_try_at) == ("paused by its owner", "", None)
    with ines.app.transaction(ines.acting) as session:
        assert resume(session, connection_id, LATER)
        assert not resume(session, connection_id, LATER)
    assert state(ines).state == "reading history"


def test_one_that_waits_for_a_sign_in_rests_until_there_was_one(ines: Person) -> None:
    connection_id = followed(ines)
    reported(ines, connection_id, Outcome("sign-in needed", "credential"))
    with ines.app.transaction(ines.acting) as session:
        pause(session, connection_id)
        assert not may_be_read(session, connection_id)
        assert not resume(session, connection_id, LATER)
    assert state(ines).state == "sign-in needed"
    with ines.app.transaction(ines.acting) as session:
        follow(session, connection_id, EVERY, LATER)
        assert may_be_read(session, connection_id)
    assert (state(ines).state, state(ines).every_seconds) == ("reading history", 300)


def test_failures_in_a_row_are_counted(ines: Person) -> None:
    connection_id = followed(ines)
    down = Outcome("not reachable", "unavailable", LATER)
    assert reported(ines, connection_id, down, down, down).failures == 3
    assert reported(ines, connection_id, Outcome("up to date")).failures == 0


def test_its_owner_is_told_once_when_it_is_their_turn(ines: Person) -> None:
    connection_id = followed(ines)
    rejected, asked = Outcome("sign-in needed", "credential"), Outcome("waiting for its owner", "mostly gone")
    reported(ines, connection_id, rejected, rejected)
    assert ines.count("outbox") == 1
    reported(ines, connection_id, Outcome("up to date"), asked, asked, Outcome("not reachable"))
    with ines.app.transaction(ines.acting) as session:
        told = session.execute(select(Outgoing.kind, Outgoing.reference).order_by(Outgoing.id)).all()
    assert [tuple(each) for each in told] == [
        ("sign-in needed", connection_id),
        ("waiting for its owner", connection_id),
    ]


def test_others_have_no_such_mailbox(ines: Person, jonas: Person) -> None:
    connection_id = followed(ines)
    for act in (pause, may_be_read, mine):
        with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
            act(session, connection_id)
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        resume(session, connection_id, LATER)
    with jonas.app.transaction(jonas.acting) as session:
        assert not at_work(session, connection_id, LATER)
    assert state(ines).state == "reading history"
