"""The company's service account, against a token endpoint that checks what it signs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.google.delegation import Delegated, Delegation, credentials_of, key_in, token_host
from ingest.google.service import service
from ingest.google_sign_in import READ_CALENDARS, READ_MAIL
from tests.ingest.google.signing_in import endpoint
from tests.peers.google.clients import roots
from tests.peers.google.delegating import AUDIENCE, ServiceAccount
from tests.peers.google.server import SOMEBODY, Google


def access(google: Google, address: str = SOMEBODY, *scopes: str) -> Delegated:
    return Delegation(endpoint(google), google.grants.service.file()).of(address, scopes or (READ_MAIL,))


def test_it_reads_for_whom_it_may_and_what_it_may(google: Google) -> None:
    google.grants.service.allowed = frozenset({READ_MAIL})
    tokens = access(google)
    gmail = service("gmail.v1", roots(google), tokens)
    assert gmail.users().getProfile(userId="me").execute()["emailAddress"] == SOMEBODY
    gmail.close()
    (held,) = google.grants.access.values()
    assert (held.address, sorted(held.scopes)) == (SOMEBODY, [READ_MAIL])
    token = tokens.access_token()
    assert tokens.access_token() == token
    assert tokens.access_token(refused=token) != token
    assert "PRIVATE" not in repr(tokens)


def test_what_no_administrator_allowed_is_refused_until_one_does(google: Google) -> None:
    google.grants.service.allowed = frozenset({READ_MAIL})
    with pytest.raises(SourceError, match="administrator") as error:
        access(google, SOMEBODY, *READ_CALENDARS).access_token()
    assert not isinstance(error.value, CredentialsRejected)
    google.grants.service.allowed = frozenset(READ_CALENDARS)
    assert access(google, SOMEBODY, *READ_CALENDARS).access_token()


@pytest.mark.parametrize("address", ["nobody@boswell.example", "jo@elsewhere.example"])
def test_nobody_else_s_account_is_opened(google: Google, address: str) -> None:
    google.grants.service.allowed = frozenset({READ_MAIL})
    with pytest.raises(CredentialsRejected):
        access(google, address).access_token()


def test_a_forged_signature_opens_nothing_and_an_outage_is_none_of_its_owner_s_matters(google: Google) -> None:
    google.grants.service.allowed = frozenset({READ_MAIL})
    tokens = access(google)
    google.grants.service.email = "another@project.iam.gserviceaccount.com"
    with pytest.raises(CredentialsRejected):
        tokens.access_token()
    google.levers.down = True
    with pytest.raises(Unavailable):
        tokens.access_token()


def test_tokens_are_issued_where_their_audience_is() -> None:
    assert f"https://{token_host()}/token" == AUDIENCE


def test_a_file_that_is_no_key_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "key.json"
    for text in ("", "[]", "{}", '{"type": "service_account", "client_email": "a", "private_key": "b"}'):
        file.write_text(text)
        with pytest.raises(ValueError, match="SERVICE_ACCOUNT_FILE"):
            key_in(file)
    with pytest.raises(ValueError, match="SERVICE_ACCOUNT_FILE"):
        key_in(tmp_path / "nothing.json")
    file.write_text(json.dumps(ServiceAccount().file()))
    assert credentials_of(key_in(file)).service_account_email == ServiceAccount().email
