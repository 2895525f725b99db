from __future__ import annotations

import pytest

from ingest.sources.imap.providers import likely_hosts, provider_at, provider_of


@pytest.mark.parametrize(
    ("domain", "host"), [("gmail.com", "imap.gmail.com"), ("GMX.de", "imap.gmx.net"), ("halden.example", None)]
)
def test_a_domains_provider(domain: str, host: str | None) -> None:
    provider = provider_of(domain)
    assert (provider.host if provider else None) == host


def test_a_provider_says_what_it_wants() -> None:
    provider = provider_at("imap.gmail.com")
    assert provider
    assert provider.advice.startswith("Google takes an app password")
    assert provider_at("imap.halden.example") is None
    posteo = provider_of("posteo.de")
    assert posteo
    assert posteo.advice == ""


def test_a_domain_of_ones_own_is_asked_itself() -> None:
    assert all(host.endswith("halden.example") for host in likely_hosts("halden.example"))
