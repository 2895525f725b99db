"""Everything that a forger of Google's signature might try."""

from __future__ import annotations

import pytest

from ingest.errors import CredentialsRejected, Unavailable
from ingest.google.identity import Keys, claims_of
from tests.peers.google.server import Google
from tests.peers.google.signing import FORGERIES, Forgery

AUDIENCE = "boswell.apps.example"


def keys_of(google: Google) -> Keys:
    return Keys(f"{google.root}oauth2/v1/certs", google.certificate)


def token(google: Google, forgery: Forgery | None = None, **more: object) -> str:
    return google.signer.sign({"aud": AUDIENCE, "email": "jo@boswell.example", "sub": "1001", **more}, forgery)


def test_what_google_signed_is_believed(google: Google) -> None:
    assert claims_of(token(google), AUDIENCE, keys_of(google))["email"] == "jo@boswell.example"


@pytest.mark.parametrize("forgery", [each for each in FORGERIES if each not in {"wrong email", "no token"}])
def test_no_forgery_is(google: Google, forgery: Forgery) -> None:
    with pytest.raises(CredentialsRejected):
        claims_of(token(google, forgery), AUDIENCE, keys_of(google))
    for odd in ("", "a.b.c", token(google)[:-8]):
        with pytest.raises(CredentialsRejected):
            claims_of(odd, AUDIENCE, keys_of(google))


def test_keys_are_kept_for_a_while_and_asked_for_again_where_one_is_new(google: Google) -> None:
    now = [1_000.0]
    keys = Keys(f"{google.root}oauth2/v1/certs", google.certificate, lambda: now[0])
    claims_of(token(google), AUDIENCE, keys)
    google.levers.down = True
    claims_of(token(google), AUDIENCE, keys)
    google.levers.down = False
    google.signer.rotate()
    with pytest.raises(CredentialsRejected):  # they came a moment ago
        claims_of(token(google), AUDIENCE, keys)
    now[0] += 61
    claims_of(token(google), AUDIENCE, keys)


def test_without_keys_nothing_is_said(google: Google) -> None:
    google.levers.down = True
    with pytest.raises(Unavailable):
        claims_of(token(google), AUDIENCE, keys_of(google))
