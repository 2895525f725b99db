from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.discovery import Discovery, Found
from ingest.discovery.autoconfig import Pages
from ingest.discovery.records import Records
from ingest.errors import SourceError
from ingest.hosts import HostGuard, allowed_networks
from ingest.sources.imap.opening import Opener, trusting
from tests.ingest.discovery.test_autoconfig import server, told
from tests.peers import certificates, nameserver, webserver
from tests.peers.nameserver import NameServer
from tests.peers.obedient import Obedient, serving
from tests.peers.webserver import page

DOMAIN, MAIL = "halden.example", "mail.halden.example"


class Domain:
    """A domain with a name server, a page for mail programs and a mail server that proves two names."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        pair = certificates.write(folder, MAIL, names=[f"autoconfig.{DOMAIN}", "box.hoster.example"])
        self.page = b""
        self.mail = stack.enter_context(serving(Obedient(), pair))
        self.names: NameServer = stack.enter_context(nameserver.serving({}))
        self.web = stack.enter_context(webserver.serving(pair, lambda talking, _: talking.sendall(self.page)))
        allowed = allowed_networks(f"127.0.0.0/8={self.mail.port},{self.web.port}")
        guard = HostGuard(allowed, self._resolve, refusing_seconds=0.3)
        opener = Opener(guard, trusting(pair[0]), patience=5)
        self.discovery = Discovery(opener, Records(self.names.resolver, 2), Pages(guard, opener.trust, self.web.port))
        self.known = {MAIL, f"autoconfig.{DOMAIN}", "box.hoster.example", "evil.example"}

    def _resolve(self, host: str, port: int) -> Iterable[str]:
        return ["127.0.0.1"] if host in self.known else []

    def find(self, address: str = f"ada@{DOMAIN}", *, starttls: bool = False) -> Found:
        return self.discovery.server_of(address, starttls=starttls)

    def refusal(self) -> str:
        with pytest.raises(SourceError) as raised:
            self.find()
        return str(raised.value)


@pytest.fixture
def domain(tmp_path: Path) -> Iterator[Domain]:
    with ExitStack() as stack:
        yield Domain(tmp_path, stack)


def srv(domain: Domain, host: str, service: str = "_imaps") -> dict[tuple[str, str], list[str]]:
    return {(f"{service}._tcp.{DOMAIN}", "SRV"): [f"0 1 {domain.mail.port} {host}."]}


def test_a_known_provider_is_known_and_nobody_is_asked(domain: Domain) -> None:
    assert domain.find("ada@gmail.com") == Found("imap.gmail.com")
    assert domain.find("ada@Web.De") == Found("imap.web.de")
    assert domain.names.asked == []


def test_a_provider_without_a_server_says_how_it_is_read(domain: Domain) -> None:
    with pytest.raises(SourceError, match="through its Bridge"):
        domain.find("ada@proton.me")


def test_a_domain_names_its_server(domain: Domain) -> None:
    domain.names.zone |= srv(domain, MAIL)
    assert domain.find() == Found(MAIL, domain.mail.port)


def test_a_server_that_begins_in_the_clear_counts_where_the_operator_wants_it(domain: Domain) -> None:
    domain.names.zone |= srv(domain, MAIL, "_imap")
    assert "I do not find" in domain.refusal()
    asked: list[bool] = []

    class Willing(Opener):
        def greeted(self, host: str, port: int, *, starttls: bool = False) -> None:
            asked.append(starttls)

    opener = Willing(domain.discovery.opener.guard, domain.discovery.opener.trust)
    domain.discovery = replace(domain.discovery, opener=opener)
    assert domain.find(starttls=True) == Found(MAIL, domain.mail.port, starttls=True)
    assert True in asked


def test_a_page_names_the_server_and_the_name_to_sign_in_with(domain: Domain) -> None:
    named = server("box.hoster.example", str(domain.mail.port)).replace("%EMAILADDRESS%", "%EMAILLOCALPART%")
    domain.page = page(told(named))
    assert domain.find() == Found("box.hoster.example", domain.mail.port, user="ada")
    domain.page = page(told(named.replace("%EMAILLOCALPART%", "%REALNAME%")))
    assert domain.find().user == ""


def test_records_count_before_the_page_and_the_page_before_the_mx(domain: Domain) -> None:
    domain.names.zone[DOMAIN, "MX"] = ["1 aspmx.l.google.com."]
    assert domain.find() == Found("imap.gmail.com")
    domain.page = page(told(server("box.hoster.example", str(domain.mail.port))))
    assert domain.find().host == "box.hoster.example"
    domain.names.zone |= srv(domain, MAIL)
    assert domain.find().host == MAIL


@pytest.mark.parametrize(
    ("exchanger", "host"),
    [
        ("aspmx.l.google.com.", "imap.gmail.com"),
        ("halden-example.mail.protection.outlook.com.", "outlook.office365.com"),
        ("in1-smtp.messagingengine.com.", "imap.fastmail.com"),
    ],
)
def test_where_mail_goes_says_where_it_lies(domain: Domain, exchanger: str, host: str) -> None:
    domain.names.zone[DOMAIN, "MX"] = [f"10 {exchanger}"]
    assert domain.find() == Found(host)


@pytest.mark.parametrize("exchanger", ["mx.halden.example.", "google.com.evil.example.", "notgoogle.com."])
def test_another_exchanger_says_nothing(domain: Domain, exchanger: str) -> None:
    domain.names.zone[DOMAIN, "MX"] = [f"10 {exchanger}"]
    assert "I do not find" in domain.refusal()


def test_a_server_elsewhere_that_the_dns_names_is_told_and_not_connected_to(domain: Domain) -> None:
    domain.names.zone |= srv(domain, "evil.example")
    assert "--host evil.example" in domain.refusal()
    assert domain.mail.clients == 0


def test_what_does_not_prove_its_name_is_passed_over(domain: Domain) -> None:
    domain.names.zone |= srv(domain, f"old.{DOMAIN}")
    domain.known.add(f"old.{DOMAIN}")
    assert "--host imap.halden.example" in domain.refusal()
    domain.page = page(told(server("box.hoster.example", str(domain.mail.port))))
    assert domain.find().host == "box.hoster.example"


def test_the_usual_names_are_tried_last(domain: Domain) -> None:
    asked: list[str] = []

    class Deaf(Opener):
        def greeted(self, host: str, port: int, *, starttls: bool = False) -> None:
            asked.append(f"{host}:{port}")
            if not host.startswith("mail."):
                raise SourceError("nobody")

    opener = Deaf(domain.discovery.opener.guard, domain.discovery.opener.trust)
    domain.discovery = replace(domain.discovery, opener=opener)
    assert domain.find("ada@Halden.Example") == Found(MAIL)
    assert sorted(asked) == [f"{DOMAIN}:993", f"imap.{DOMAIN}:993", f"{MAIL}:993"]


def test_a_domain_where_nobody_answers_takes_seconds_and_no_longer(domain: Domain) -> None:
    domain.names.deaf = True
    began = time.monotonic()
    assert "--host imap.halden.example" in domain.refusal()
    assert time.monotonic() - began < 10


def test_discovery_is_made_of_the_operator_s_settings(domain: Domain) -> None:
    opener = domain.discovery.opener
    assert Discovery.of(opener).pages.guard is opener.guard
    assert Discovery.of(replace(opener, patience=60)).opener.patience < 10
