"""Which servers Boswell may connect to: addresses of the whole internet, and those that the operator names.

Whoever connects a mailbox types a host name, so without this a mailbox could be anything inside the operator's network.
A name is resolved once, every address that may not be reached is left out, and the connection goes to an address that
was looked at: a name that resolves otherwise a moment later gains nothing. Not existing and not being allowed are told
alike and after the same time, so that nobody learns what there is inside.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep

from ingest.errors import Unavailable

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Iterable[str]]

MAIL_PORTS = frozenset({143, 993})
REFUSING_SECONDS = 3.0  # and the most that resolving a name may take
MAX_NAME = 253  # RFC 1035 section 2.3.4, as written without its last dot
NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))  # RFC 6052, RFC 8215
COMPATIBLE = IPv6Network("::/96")  # RFC 4291 section 2.5.5.1, withdrawn
SITE_LOCAL = IPv6Network("fec0::/10")  # RFC 3879, withdrawn
REFUSED = (
    "I cannot connect to {host} on port {port}: there is no such server, or it is in a network that I may not enter. "
    "Correct the name and port; for a server in your own network, an administrator names the network in "
    "BOSWELL_ALLOWED_NETWORKS."
)


class RefusedHost(Unavailable):
    """The server may not be connected to, or does not exist."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """One entry of the operator's list: a network, and the ports on it."""

    network: Network
    ports: frozenset[int]

    def holds(self, address: Address, port: int) -> bool:
        """Whether it names this address and port."""
        return address.version == self.network.version and address in self.network and port in self.ports


def allowed_networks(text: str) -> tuple[Allowed, ...]:
    """The operator's list, ``10.20.0.0/16=993,143 fd00::/8=993``: entries apart by blanks, ports by commas.

    Raises:
        ValueError: an entry is not of that form.
    """
    return tuple(_entry(each) for each in text.split())


def _entry(text: str) -> Allowed:
    network, _, ports = text.partition("=")
    numbers = frozenset(int(port) for port in ports.split(","))
    if not all(0 < number < 2**16 for number in numbers):
        raise ValueError("a port is a number from 1 to 65535")
    return Allowed(ip_network(network), numbers)


@dataclass(frozen=True, slots=True)
class Target:
    """A server that may be connected to.

    Attributes:
        host: its name, for TLS.
        address: where it is; only this is connected to.
    """

    host: str
    address: str
    port: int


def resolve(host: str, port: int) -> Iterator[str]:
    """The system's answer: addresses, the preferred first."""
    for _, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(address[0])


@dataclass(frozen=True, slots=True)
class HostGuard:
    """Decides where a connection may go.

    Attributes:
        ports: those that are open on the whole internet.
        refusing_seconds: how long every refusal takes, and the most that a name may take to be resolved.
    """

    allowed: tuple[Allowed, ...] = ()
    resolve: Resolve = resolve
    ports: frozenset[int] = MAIL_PORTS
    refusing_seconds: float = REFUSING_SECONDS

    def target(self, host: str, port: int) -> Target:
        """The server under a name, resolved now.

        Raises:
            RefusedHost: none of its addresses may be connected to on this port, or there is none.
        """
        refused_at = monotonic() + self.refusing_seconds
        for address in self._resolved(host, port) if _is_a_name(host) else []:
            if self._may_reach(_parsed(address), port):
                return Target(host, address, port)
        sleep(max(0.0, refused_at - monotonic()))
        raise RefusedHost(REFUSED.format(host=_shown(host), port=port))

    def _resolved(self, host: str, port: int) -> list[str]:
        """A name's addresses; none when it has none, or they do not come in time: a resolver cannot be called off."""
        answered: SimpleQueue[list[str]] = SimpleQueue()

        def ask() -> None:
            try:
                answered.put(list(self.resolve(host, port)))
            except (OSError, UnicodeError):
                answered.put([])

        Thread(target=ask, daemon=True).start()
        try:
            return answered.get(timeout=self.refusing_seconds)
        except Empty:
            return []

    def _may_reach(self, address: Address | None, port: int) -> bool:
        if address is None:
            return False
        named = getattr(address, "ipv4_mapped", None) or address
        if any(entry.holds(each, port) for entry in self.allowed for each in (address, named)):
            return True
        return port in self.ports and all(_is_public(each) for each in _really(address))


def _is_a_name(host: str) -> bool:
    return 0 < len(host) <= MAX_NAME and host.isprintable() and not any(sign in host for sign in " /@\\%")


def _shown(host: str) -> str:
    return host if _is_a_name(host) else "that name"


def _parsed(address: str) -> Address | None:
    """None for an address with a zone: it is on this machine's own link."""
    try:
        return None if "%" in address else ip_address(address)
    except ValueError:
        return None


def _really(address: Address) -> tuple[Address, ...]:
    """Where an address leads: itself, and the IPv4 addresses that it stands for or passes through."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if any(address in network for network in NAT64):
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    if address.sixtofour is not None:  # Pythons differ in whether 2002::/16 is global; what it leads to decides
        return (address.sixtofour,)
    return (address, *(address.teredo or ()))


def _is_public(address: Address) -> bool:
    withdrawn = isinstance(address, IPv6Address) and (address in SITE_LOCAL or address in COMPATIBLE)
    special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not (withdrawn or special)
