from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.connect_google import Account, begin
from ingest.errors import SourceError
from ingest.google_access import DELEGATED, GOOGLE, GOOGLE_CALENDAR, KINDS, Access
from ingest.grants import Grant, KeptGrant
from store.models.private.connection import Connection
from tests.firm import LATER, Person
from tests.ingest.google.signing_in import SEALER, endpoint
from tests.peers.google.server import Google


@pytest.fixture
def connection(ines: Person) -> Connection:
    account = Account(ines.address, "1", Grant("one"), ("calendars",))
    with ines.app.transaction(ines.acting) as session:
        (begun,) = begin(session, SEALER, ines.user_id, account, LATER)
        found = session.get(Connection, begun.id)
    assert found
    return found


def test_an_owner_s_sign_in_opens_and_nothing_else_does(google: Google, ines: Person, connection: Connection) -> None:
    assert KINDS == {GOOGLE: "mail", GOOGLE_CALENDAR: "calendars"}
    access = Access(SEALER, endpoint(google))
    assert isinstance(access.tokens(ines.worker, ines.user_id, connection), KeptGrant)
    with pytest.raises(SourceError, match="CLIENT_ID"):
        replace(access, issuer=None).tokens(ines.worker, ines.user_id, connection)
    connection.settings = {**connection.settings, DELEGATED: True}
    with pytest.raises(SourceError, match="SERVICE_ACCOUNT"):
        access.tokens(ines.worker, ines.user_id, connection)
