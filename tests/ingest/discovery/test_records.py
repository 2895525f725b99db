from __future__ import annotations

import time

import dns.resolver
import pytest

from ingest.discovery.records import CalendarService, Records, Service, system
from tests.peers import nameserver

ZONE = {
    ("_imaps._tcp.halden.example", "SRV"): [
        "10 1 993 spare.halden.example.",
        "0 1 1993 light.halden.example.",
        "0 9 993 Mail.halden.example.",
    ],
    ("_imap._tcp.halden.example", "SRV"): ["0 1 143 mail.halden.example."],
    ("_imaps._tcp.none.example", "SRV"): ["0 0 0 ."],
    ("halden.example", "MX"): ["20 b.mx.example.", "10 A.mx.example."],
    ("null.example", "MX"): ["0 ."],
    ("_caldavs._tcp.halden.example", "SRV"): ["10 1 443 b.halden.example.", "0 1 8443 Dav.halden.example."],
    ("_caldavs._tcp.halden.example", "TXT"): ['"v=1"', '"path=/dav"'],
    ("_caldavs._tcp.null.example", "SRV"): ["0 0 0 .", "1 0 443 dav.null.example."],
    ("_caldavs._tcp.null.example", "TXT"): ['"path=elsewhere"'],
}


def test_servers_in_the_order_in_which_they_count() -> None:
    with nameserver.serving(ZONE) as server:
        records = Records(server.resolver)
        assert records.services("halden.example") == (
            Service("mail.halden.example", 993, starttls=False),
            Service("light.halden.example", 1993, starttls=False),
            Service("spare.halden.example", 993, starttls=False),
            Service("mail.halden.example", 143, starttls=True),
        )
        assert records.exchangers("halden.example") == ("a.mx.example", "b.mx.example")


def test_calendar_servers_and_where_on_them_to_begin() -> None:
    with nameserver.serving(ZONE) as server:
        records = Records(server.resolver)
        assert records.calendars("halden.example") == (
            CalendarService("dav.halden.example", 8443, "/dav"),
            CalendarService("b.halden.example", 443, "/dav"),
        )
        assert records.calendars("null.example") == (CalendarService("dav.null.example", 443, "/"),)
        assert records.calendars("unheard-of.example") == ()


def test_a_domain_may_say_that_it_has_none() -> None:
    with nameserver.serving(ZONE) as server:
        records = Records(server.resolver)
        assert records.services("none.example") == ()
        assert records.exchangers("null.example") == ()
        assert records.services("unheard-of.example") == ()


def test_nobody_else_is_asked() -> None:
    with nameserver.serving(ZONE) as server:
        Records(server.resolver).services("halden.example")
        assert set(server.asked) == {("_imaps._tcp.halden.example", "SRV"), ("_imap._tcp.halden.example", "SRV")}


@pytest.mark.parametrize("domain", ["", "a..b", "x" * 64 + ".example", "\ud800.example", "a b.example", "-"])
def test_what_is_no_name_has_none(domain: str) -> None:
    with nameserver.serving({}) as server:
        assert Records(server.resolver).services(domain) == ()


def test_a_name_server_that_does_not_answer_is_waited_for_and_no_longer() -> None:
    with nameserver.serving(ZONE) as server:
        server.deaf = True
        began = time.monotonic()
        assert Records(server.resolver, seconds=0.3).exchangers("halden.example") == ()
        assert time.monotonic() - began < 3


def test_this_machine_s_resolver_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(system(), dns.resolver.Resolver)
    monkeypatch.setattr(dns.resolver.Resolver, "read_resolv_conf", _nobody)
    assert system().nameservers == []


def _nobody(resolver: dns.resolver.Resolver, file: object) -> None:
    raise dns.resolver.NoResolverConfiguration
