"""A provider's token endpoint over TLS: what it grants, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.errors import CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, RefusedHost, allowed_networks
from ingest.oauth import HTTPS, PROVIDERS, Client, Provider, TokenEndpoint
from ingest.sources.imap.opening import trusting
from tests.peers.token_endpoint import Mood, TokenService, token_service


@pytest.fixture
def service() -> Iterator[TokenService]:
    with token_service("ada", {}) as running:
        yield running


def endpoint(service: TokenService, host: str = "localhost", trust: TokenService | None = None) -> TokenEndpoint:
    provider = Provider(host, "/token", frozenset({"localhost"}), service.port)
    guard = HostGuard(allowed_networks(f"127.0.0.0/8={service.port}"))
    return TokenEndpoint(provider, Client("boswell", "s3cret"), guard, trusting((trust or service).certificate))


def test_a_refresh_token_leads_to_an_access_token_and_its_successor(service: TokenService) -> None:
    granted = endpoint(service).refresh("refresh-0")
    assert (granted.access_token, granted.seconds, granted.refresh_token) == ("access-1-of-ada", 3600, "refresh-1")
    (form,) = service.asked
    assert form == {
        "grant_type": "refresh_token", "refresh_token": "refresh-0", "client_id": "boswell", "client_secret": "s3cret",
    }  # fmt: skip
    assert "access-1" not in repr(granted)
    assert endpoint(service).mail_hosts == {"localhost"}


@pytest.mark.parametrize(
    ("mood", "kind"),
    [
        ("revoked", CredentialsRejected), ("broken", Unavailable), ("throttled", Unavailable), ("odd", Malformed),
        ("large", Malformed), ("redirect", Malformed),
    ],
)  # fmt: skip
def test_what_refusals_mean(service: TokenService, mood: Mood, kind: type[SourceError]) -> None:
    service.mood = mood
    with pytest.raises(kind) as raised:
        endpoint(service).refresh("refresh-0")
    if mood == "throttled":
        assert getattr(raised.value, "retry_after", None) == 90
    assert "refresh-0" not in str(raised.value)


def test_a_client_that_is_unknown_is_the_operators_matter(service: TokenService) -> None:
    service.mood = "unknown client"
    with pytest.raises(SourceError, match="administrator") as raised:
        endpoint(service).refresh("refresh-0")
    assert not isinstance(raised.value, CredentialsRejected | Unavailable)


def test_nothing_is_sent_to_who_does_not_prove_the_name(service: TokenService) -> None:
    with token_service("ada", {}) as other, pytest.raises(Unavailable):
        endpoint(service, trust=other).refresh("refresh-0")
    assert service.asked == []


def test_the_host_guard_holds_here_too(service: TokenService) -> None:
    barred = TokenEndpoint(endpoint(service).provider, Client("x"), HostGuard(), trusting())
    with pytest.raises(RefusedHost):
        barred.refresh("refresh-0")
    assert service.asked == []


def test_the_providers_names_are_fixed() -> None:
    assert {(each.host, each.port) for each in PROVIDERS.values()} == {
        ("accounts.google.com", HTTPS), ("login.microsoftonline.com", HTTPS),
    }  # fmt: skip
