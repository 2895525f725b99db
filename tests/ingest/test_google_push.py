"""Pushes, true and forged, and what becomes due because of them."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from ingest.connect_google import Account, begin, hearing_of
from ingest.errors import CredentialsRejected, Malformed
from ingest.google.identity import Keys
from ingest.google_push import APART, Hearing, look, look_at
from ingest.grants import Grant
from ingest.settings import IngestSettings
from store.connections import pause
from store.models.due import Due
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Firm, Person
from tests.ingest.google.signing_in import SEALER
from tests.peers.google.push import Notice
from tests.peers.google.server import SOMEBODY, Google
from tests.peers.google.signing import FORGERIES, Forgery


def hearing(google: Google) -> Hearing:
    return Hearing(google.push.email, Keys(f"{google.root}oauth2/v1/certs", google.certificate))


def notice(google: Google, forgery: Forgery | None = None) -> Notice:
    mailbox = google.mailboxes[SOMEBODY]
    google.push.watch(mailbox)
    found = google.push.notice(mailbox, forgery)
    assert found
    return found


def heard(google: Google, came: Notice) -> str:
    return hearing(google).heard(came.headers.get("Authorization", ""), came.body, google.push.audience)


def test_a_push_names_the_mailbox_in_every_way_in_which_it_is_written(google: Google) -> None:
    assert [heard(google, notice(google)) for _ in range(2)] == [SOMEBODY] * 2
    google.push.number = False
    assert heard(google, notice(google)) == SOMEBODY


@pytest.mark.parametrize("forgery", FORGERIES)
def test_no_forgery_is_heard(google: Google, forgery: Forgery) -> None:
    with pytest.raises(CredentialsRejected):
        heard(google, notice(google, forgery))


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"message": {"data": "e30="}}', b'{"message": {"data": "!"}}', b'{"message": 1}',
             json.dumps({"message": {"data": "eyJlbWFpbEFkZHJlc3MiOiA3fQ=="}}).encode()],
)  # fmt: skip
def test_what_names_no_mailbox_is_malformed(google: Google, body: bytes) -> None:
    came = notice(google)
    with pytest.raises(Malformed):
        heard(google, Notice(came.headers, body))


def test_a_push_makes_a_look_due_once_and_not_too_soon(firm: Firm, ines: Person, jonas: Person) -> None:
    account = Account(SOMEBODY, "1", Grant("token"))
    with firm.app.transaction(ines.acting) as session:
        (begun,) = begin(session, SEALER, ines.user_id, account, LATER - timedelta(days=1))
    for _ in range(3):  # twice the same, and an old one again
        with firm.app.transaction(ines.acting) as session:
            assert look(session, ines.user_id, SOMEBODY, LATER)
    with firm.app.transaction(ines.acting) as session:
        assert session.scalars(select(Due.at).where(Due.kind == "sync")).all() == [LATER]
        session.execute(update(ConnectionState).values(last_success_at=LATER))
    with firm.app.transaction(ines.acting) as session:
        assert look(session, ines.user_id, SOMEBODY, LATER + timedelta(seconds=1))
        assert session.scalars(select(Due.at).where(Due.kind == "sync")).all() == [LATER + APART]
        assert not look(session, ines.user_id, "somebody@else.example", LATER)
    with firm.app.transaction(jonas.acting) as session:
        assert not look(session, jonas.user_id, SOMEBODY, LATER)
        assert not look_at(session, jonas.user_id, begun.id, LATER)
    with firm.app.transaction(ines.acting) as session:
        assert look_at(session, ines.user_id, begun.id, LATER)
        pause(session, begun.id)
        assert not look(session, ines.user_id, SOMEBODY, LATER)
        assert not look_at(session, ines.user_id, begun.id, LATER)


def test_pushes_are_heard_where_their_account_is_named() -> None:
    found = hearing_of(IngestSettings(google_push_account="push@p.iam.example"))
    assert found
    assert found.account == "push@p.iam.example"
    assert hearing_of(IngestSettings()) is None
