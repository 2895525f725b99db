"""What a mail's own domain says about its mail servers in the DNS: SRV records (RFC 6186) and its MX.

Nobody vouches for the DNS, so what it names is looked at before it is believed: a server under the domain itself, or
one of the providers that are known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.SRV import SRV

SECONDS = 4.0
MOST = 16  # records of a kind; a domain has one or two
SERVICES = {"_imaps._tcp": False, "_imap._tcp": True}  # and whether TLS is begun by STARTTLS


@dataclass(frozen=True, slots=True)
class Service:
    """A server that a domain names."""

    host: str
    port: int
    starttls: bool


@dataclass(frozen=True, slots=True)
class CalendarService:
    """A calendar server that a domain names, and where on it to begin."""

    host: str
    port: int
    path: str


def system() -> dns.resolver.Resolver:
    """A resolver that asks whom this machine asks; one that asks nobody where it names nobody."""
    try:
        return dns.resolver.Resolver()
    except dns.resolver.NoResolverConfiguration:
        return dns.resolver.Resolver(configure=False)


@dataclass(frozen=True, slots=True)
class Records:
    """Asks the DNS, by a resolver's settings, for at most so many seconds."""

    resolver: Callable[[], dns.resolver.Resolver] = system
    seconds: float = SECONDS

    def services(self, domain: str) -> tuple[Service, ...]:
        """The domain's IMAP servers, those with TLS from the first byte first, then by priority and weight."""
        found: list[Service] = []
        for service, starttls in SERVICES.items():
            records = [each for each in self._asked(f"{service}.{domain}", "SRV") if isinstance(each, SRV)]
            records.sort(key=lambda record: (record.priority, -record.weight))
            found += (Service(_host(each.target), each.port, starttls) for each in records)
        return tuple(each for each in found if each.host)  # "." says that there is none (RFC 2782)

    def calendars(self, domain: str) -> tuple[CalendarService, ...]:
        """The domain's CalDAV servers over TLS by priority and weight (RFC 6764 section 3)."""
        name = f"_caldavs._tcp.{domain}"
        records = [each for each in self._asked(name, "SRV") if isinstance(each, SRV)]
        records.sort(key=lambda record: (record.priority, -record.weight))
        path = next((path for each in self._asked(name, "TXT") if isinstance(each, TXT) and (path := _path(each))), "/")
        named = (CalendarService(_host(each.target), each.port, path) for each in records)
        return tuple(each for each in named if each.host)

    def exchangers(self, domain: str) -> tuple[str, ...]:
        """The names of the servers that take the domain's mail, the preferred first."""
        records = [each for each in self._asked(domain, "MX") if isinstance(each, MX)]
        records.sort(key=lambda record: record.preference)
        return tuple(host for each in records if (host := _host(each.exchange)))

    def _asked(self, name: str, kind: str) -> list[object]:
        """Records of a kind; none where there are none, nobody answers, or what is asked for is no name."""
        try:
            resolver = self.resolver()
            answer = resolver.resolve(f"{name}.", kind, lifetime=self.seconds, search=False)
        except (dns.exception.DNSException, OSError, UnicodeError):
            return []
        return list(answer)[:MOST]


def _path(record: TXT) -> str:
    """What follows ``path=`` (RFC 6764 section 4)."""
    told = b"".join(record.strings).decode("ascii", "replace")
    return told[5:] if told.casefold().startswith("path=/") and told.isprintable() else ""


def _host(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).casefold().strip(".")
