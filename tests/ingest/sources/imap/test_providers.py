from __future__ import annotations

import pytest

from ingest.sources.imap.providers import likely_hosts, provider_at, provider_by_exchanger, provider_of, token_hosts


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


@pytest.mark.parametrize(
    ("exchanger", "host"),
    [
        ("ASPMX.L.Google.com", "imap.gmail.com"),
        ("alt1.gmail-smtp-in.l.google.com", "imap.gmail.com"),
        ("halden-example.mail.protection.outlook.com", "outlook.office365.com"),
        ("mx00.ionos.de", "imap.ionos.de"),
        ("mx.halden.example", None),
        ("evil-l.google.com.example", None),
        ("notmail.icloud.com", None),
        ("", None),
    ],
)
def test_who_takes_the_mail_keeps_it(exchanger: str, host: str | None) -> None:
    provider = provider_by_exchanger(exchanger)
    assert (provider.host if provider else None) == host


@pytest.mark.parametrize(
    "issuer",
    ["https://accounts.google.com.evil.example", "http://accounts.google.com", "https://halden.example", "", "x"],
)
def test_tokens_of_nobody_known_go_nowhere(issuer: str) -> None:
    assert token_hosts(issuer) == frozenset()


def test_tokens_go_to_the_servers_of_who_issued_them() -> None:
    assert token_hosts("https://accounts.google.com") == {"imap.gmail.com"}
    assert "outlook.office365.com" in token_hosts("https://login.microsoftonline.com/common/v2.0")


def test_a_domain_of_ones_own_is_asked_itself() -> None:
    assert all(host.endswith("halden.example") for host in likely_hosts("halden.example"))
