from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pydantic import SecretStr
from sqlalchemy import select

from ingest.connect import is_google, opener_of
from ingest.connect_google import Account, Begun, begin, calendar_room_of, room_of, sign_in_of
from ingest.gate import Gate
from ingest.grants import Grant
from ingest.settings import IngestSettings
from store import credentials
from store.models.private.connection import Connection, Consent
from tests.firm import LATER, Firm, Person
from tests.ingest.google.signing_in import SEALER

SET = IngestSettings(
    google_client_id="boswell", google_client_secret=SecretStr("secret"), google_costs="messages.get=5"
)


def test_it_is_offered_where_the_operator_registered_boswell_with_a_secret() -> None:
    opener = opener_of(SET)
    found = sign_in_of(SET, opener, SEALER)
    assert found
    assert found.endpoint.provider.host == "accounts.google.com"
    assert sign_in_of(IngestSettings(google_client_id="boswell"), opener, SEALER) is None


def test_a_room_has_what_the_operator_set(firm: Firm) -> None:
    gate = Gate(firm.worker, SEALER.keyed_hash, lambda: datetime.now(UTC))
    room = room_of(SET, opener_of(SET), SEALER, firm.worker, gate)
    assert room.metering.prices.units("messages.get") == 5
    assert room.access.issuer
    assert room_of(IngestSettings(), opener_of(SET), SEALER, firm.worker, gate).access.issuer is None
    calendars = calendar_room_of(SET, opener_of(SET), SEALER, firm.worker, gate)
    assert calendars.metering.limits.user == 600
    assert calendars.metering.of("a").buckets != room.metering.of("a").buckets


def test_signing_in_again_is_the_same_mailbox_with_its_owner_s_consent(firm: Firm, ines: Person) -> None:
    def connected(token: str) -> Begun:
        account = Account("ines@boswell.example", "1", Grant(token))
        with firm.app.transaction(ines.acting) as session:
            (begun,) = begin(session, SEALER, ines.user_id, account, LATER)
        return begun

    first = connected("one")
    assert first.new
    assert connected("two") == replace(first, new=False)
    with firm.app.transaction(ines.acting) as session:
        (connection,) = session.scalars(select(Connection))
        assert Grant.of(credentials.secret_of(session, SEALER, connection.id)).refresh_token == "two"
        assert session.scalars(select(Consent)).one().owner_id == ines.user_id
        assert is_google(session, connection.id)
