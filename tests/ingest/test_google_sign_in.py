"""Signing in at Google: what a browser, an attacker and a hesitant owner bring back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from ingest.errors import CredentialsRejected, SourceError
from ingest.google_sign_in import READ_MAIL, Account, Returned
from tests.firm import LATER
from tests.ingest.google.signing_in import returned, sign_in
from tests.peers.google.server import SOMEBODY, Google
from tests.peers.google.signing import FORGERIES, Forgery

BACK = "http://localhost:8080/connections/google/back"
VISIT = "a session's secret"


def account(google: Google, came: Returned | None = None, visit: str = VISIT, minutes: float = 1) -> Account:
    came = came or returned(google, sign_in(google).address(VISIT, BACK, LATER))
    return sign_in(google).account(came, visit, BACK, LATER + timedelta(minutes=minutes))


def test_whoever_signs_in_is_who_google_says(google: Google) -> None:
    address = sign_in(google).address(VISIT, BACK, LATER)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert (asked["code_challenge_method"], asked["access_type"], asked["redirect_uri"]) == ("S256", "offline", BACK)
    assert asked["scope"].split() == ["openid", "email", READ_MAIL]
    found = account(google, returned(google, address))
    assert (found.address, found.subject) == (SOMEBODY, "1001")
    assert found.grant.access_token in google.grants.access
    assert found.grant.refresh_token in google.grants.refresh
    assert found.grant.refresh_token not in repr(found)


def test_a_sign_in_that_another_session_began_is_refused(google: Google) -> None:
    with pytest.raises(CredentialsRejected):
        account(google, visit="an attacker's session")


@pytest.mark.parametrize("minutes", [-1, 16])
def test_an_old_sign_in_is_refused(google: Google, minutes: float) -> None:
    with pytest.raises(CredentialsRejected):
        account(google, minutes=minutes)


def test_a_code_is_good_once_and_with_its_own_state(google: Google) -> None:
    first = returned(google, sign_in(google).address(VISIT, BACK, LATER))
    second = returned(google, sign_in(google).address(VISIT, BACK, LATER))
    with pytest.raises(CredentialsRejected):
        account(google, replace(first, code=second.code))
    account(google, first)
    with pytest.raises(CredentialsRejected):
        account(google, first)


@pytest.mark.parametrize("state", ["", "a.b.c", "a.1.", "...", "é.1.x"])
def test_a_made_up_state_is_refused(google: Google, state: str) -> None:
    with pytest.raises(CredentialsRejected):
        account(google, Returned(state, "code"))


def test_another_server_s_answer_is_refused(google: Google) -> None:
    came = returned(google, sign_in(google).address(VISIT, BACK, LATER))
    with pytest.raises(CredentialsRejected):
        account(google, replace(came, issuer="https://elsewhere.example"))


def test_who_does_not_agree_is_not_connected(google: Google) -> None:
    google.grants.answer = "denies"
    with pytest.raises(SourceError, match="did not agree"):
        account(google)


def test_too_little_is_said_to_be_so(google: Google) -> None:
    google.grants.granted = frozenset({"openid", "email"})
    with pytest.raises(CredentialsRejected, match="every box"):
        account(google)


@pytest.mark.parametrize("forgery", [each for each in FORGERIES if each not in {"wrong email", "no token"}])
def test_a_forged_identity_is_refused(google: Google, forgery: Forgery) -> None:
    google.grants.forgery = forgery
    with pytest.raises(CredentialsRejected):
        account(google)
