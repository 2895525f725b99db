"""Where a connection may go, whatever name somebody typed."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from statistics import median

import pytest

from ingest.errors import Unavailable
from ingest.hosts import Allowed, HostGuard, RefusedHost, Resolve, Target, allowed_networks, resolve

PUBLIC, PUBLIC_6 = "93.184.215.14", "2606:2800:21f:cb07::1"


def answering(*addresses: str) -> Resolve:
    return lambda host, port: addresses


guarding = partial(HostGuard, refusing_seconds=0.02)


def no_answer(host: str, port: int) -> Iterable[str]:
    raise socket.gaierror("Name or service not known")


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC_6, f"::ffff:{PUBLIC}", "64:ff9b::5db8:d70e", "2002:5db8:d70e::1"])
def test_the_internet_is_open_on_the_ports_of_mail(address: str) -> None:
    guard = guarding(resolve=answering(address))
    assert guard.target("mail.halden.example", 993) == Target("mail.halden.example", address, 993)
    assert guard.target("mail.halden.example", 143).address == address


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.7", "198.18.0.1", "203.0.113.5", "224.0.0.1",
        "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", "::7f00:1", f"::{PUBLIC}",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1",
        "2002:7f00:1::1", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "no address", "",
    ],
)  # fmt: skip
def test_addresses_that_are_not_the_whole_internets_are_refused(address: str) -> None:
    with pytest.raises(RefusedHost):
        guarding(resolve=answering(address)).target("mail.halden.example", 993)


@pytest.mark.parametrize(
    "host", ["127.1", "0", "0x7f000001", "2130706433", "::1", "localhost", "localhost.", "127\u30020\u30020\u30021"]
)
def test_other_ways_to_write_this_machine_are_refused(host: str) -> None:
    with pytest.raises(RefusedHost):
        guarding().target(host, 993)


@pytest.mark.parametrize("port", [22, 25, 80, 5432, 6379, 0, -1, 70000])
def test_other_ports_are_refused(port: int) -> None:
    with pytest.raises(RefusedHost):
        guarding(resolve=answering(PUBLIC)).target("mail.halden.example", port)


@pytest.mark.parametrize(
    "host", ["", "a b", "a\r\nb", "a\0b", "user@host", "fe80::1%eth0", "a" * 254, "a/b", "\u200bmail", "x..y"]
)
def test_what_is_no_name_is_not_even_looked_up(host: str) -> None:
    with pytest.raises(RefusedHost) as raised:
        guarding().target(host, 993)
    assert "\n" not in str(raised.value)


def test_what_does_not_exist_and_what_is_not_allowed_are_told_alike() -> None:
    told = set()
    for guard in (
        guarding(resolve=no_answer),
        guarding(resolve=answering("10.0.0.1")),
        guarding(resolve=answering()),
    ):
        with pytest.raises(Unavailable, match="BOSWELL_ALLOWED_NETWORKS") as raised:
            guard.target("intranet.halden.example", 993)
        told.add(str(raised.value))
    assert len(told) == 1


def test_of_several_addresses_only_an_open_one_is_used() -> None:
    guard = guarding(resolve=answering("10.0.0.1", "::1", PUBLIC))
    assert guard.target("mail.halden.example", 993).address == PUBLIC


def test_a_name_is_resolved_once_and_its_address_kept() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    guard = guarding(resolve=lambda host, port: next(answers))
    assert guard.target("rebinding.halden.example", 993).address == PUBLIC
    assert next(answers) == ["127.0.0.1"]


def test_the_operator_opens_networks_port_by_port() -> None:
    allowed = allowed_networks("10.20.0.0/16=993,1143  fd00::/8=993")
    guard = guarding(allowed, answering("10.20.3.4"))
    assert guard.target("mail.lan", 1143).address == "10.20.3.4"
    with pytest.raises(RefusedHost):
        guard.target("mail.lan", 143)
    with pytest.raises(RefusedHost):
        guarding(allowed, answering("10.21.0.1")).target("mail.lan", 993)
    assert guarding(allowed, answering("fd00::5")).target("mail.lan", 993).address == "fd00::5"
    assert guarding(allowed, answering("::ffff:10.20.3.4")).target("mail.lan", 993).port == 993


def test_nothing_is_allowed_by_an_empty_list() -> None:
    assert allowed_networks("") == allowed_networks("  ") == ()


@pytest.mark.parametrize(
    "text", ["10.0.0.0/8", "10.0.0.0/8=", "10.0.0.0/8=0", "10.0.0.1/8=993", "lan=993", "10.0.0.0/8=x"]
)
def test_an_entry_that_is_none_says_so(text: str) -> None:
    with pytest.raises(ValueError):
        allowed_networks(text)


def test_an_entry_holds_its_own_family_alone() -> None:
    (entry,) = allowed_networks("0.0.0.0/0=993")
    assert isinstance(entry, Allowed)
    guard = guarding((entry,), answering("::1"))
    with pytest.raises(RefusedHost):
        guard.target("mail.lan", 993)


REFUSED = [
    *((host, 993) for host in (
        "127.1", "0", "0x7f000001", "2130706433", "::1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "fd00::1",
        "localhost", "localhost.", "127\u30020\u30020\u30021", "169.254.169.254", "10.0.0.1",
        "metadata.google.internal", "intranet.halden.example", "slow.halden.example", "never.halden.example",
        "missing.halden.example", "two words", "",
    )),
    *(("mail.halden.example", port) for port in (22, 25, 5432, 6379)),
]  # fmt: skip


def test_every_refusal_reads_and_takes_the_same() -> None:
    seconds, tries = 0.4, 5
    known = {"mail.halden.example": PUBLIC, "intranet.halden.example": "10.0.0.1", "slow.halden.example": "10.0.0.2"}

    def asked(host: str, port: int) -> Iterable[str]:
        time.sleep({"slow.halden.example": 0.2, "never.halden.example": 3}.get(host, 0))
        if host in known:
            return [known[host]]
        return no_answer(host, port) if host.endswith((".example", ".internal")) else resolve(host, port)

    guard = HostGuard(resolve=asked, refusing_seconds=seconds)

    def refused(target: tuple[str, int]) -> tuple[float, str]:
        host, port = target
        began = time.monotonic()
        with pytest.raises(RefusedHost) as raised:
            guard.target(host, port)
        shown = host if host not in {"", "two words"} else "that name"
        return time.monotonic() - began, str(raised.value).replace(f"{shown} on port {port}", "it")

    with ThreadPoolExecutor(len(REFUSED)) as pool:
        runs = [list(pool.map(refused, REFUSED)) for _ in range(tries)]
    took = [median(each[0] for each in target) for target in zip(*runs, strict=True)]
    assert len({each[1] for run in runs for each in run}) == 1
    assert max(took) - min(took) <= 0.05
    assert min(took) >= seconds


def test_a_name_that_is_resolved_is_not_waited_for() -> None:
    began = time.monotonic()
    assert HostGuard(resolve=answering(PUBLIC)).target("mail.halden.example", 993).address == PUBLIC
    assert time.monotonic() - began < 1


def test_other_services_may_have_ports_of_their_own() -> None:
    guard = guarding(resolve=answering(PUBLIC), ports=frozenset({443}))
    assert guard.target("autoconfig.halden.example", 443).address == PUBLIC
    with pytest.raises(RefusedHost):
        guard.target("autoconfig.halden.example", 993)


def test_the_system_is_asked_for_addresses() -> None:
    assert set(resolve("127.0.0.1", 993)) == {"127.0.0.1"}
