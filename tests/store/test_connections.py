from __future__ import annotations

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from store.connections import Outcome, Place, collection_of, connect, connections_of, report, waiting_in
from store.models.private.connection import Connection, Consent
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
