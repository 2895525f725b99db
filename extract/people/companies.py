"""Companies as the domains of addresses name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from publicsuffixlist import PublicSuffixList

from extract.facts import CompanyFact, Evidence, Participant
from extract.patterns.hosting import REGISTRIES, TENANTS
from extract.patterns.public_domains import is_public

_SUFFIXES: Final = PublicSuffixList()
_REGISTERED: Final = PublicSuffixList(only_icann=True)


def company_domain(address: str) -> str | None:
    """The registered domain that stands for a company; None for a public mail provider, a host or no real domain."""
    domain = address.rpartition("@")[2]
    if is_public(domain) or domain.replace(".", "").isdecimal():
        return None
    registered = _SUFFIXES.privatesuffix(domain)
    return registered if registered and not is_public(registered) and not _is_hosted(domain, registered) else None


def _is_hosted(domain: str, registered: str) -> bool:
    """Whether a name is a customer's at a host, as in halden.onmicrosoft.com or halden.github.io."""
    host = _REGISTERED.privatesuffix(domain)
    is_tenant = host in TENANTS and domain != host
    return is_tenant or (registered != host and host not in REGISTRIES)


def company_name(domain: str) -> str:
    """A first name for a company: its domain's own label, as in Northwind Paper for northwind-paper.example."""
    label = domain.partition(".")[0]
    if label.startswith("xn--"):
        label = _readable(label)
    return " ".join(word[:1].upper() + word[1:] for word in label.replace("_", "-").split("-") if word) or domain


def companies_of(people: Iterable[Participant]) -> tuple[CompanyFact, ...]:
    """The companies of these people, each once, with everywhere it is named."""
    found: dict[str, list[Evidence]] = {}
    for person in people:
        domain = company_domain(person.address)
        if domain:
            found.setdefault(domain, []).extend(_named(person))
    return tuple(CompanyFact(domain, company_name(domain), tuple(named)) for domain, named in sorted(found.items()))


def _named(person: Participant) -> list[Evidence]:
    shown = person.evidence
    return [Evidence("company_name", shown.source, shown.span, shown.quote)] if shown else []


def _readable(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label
