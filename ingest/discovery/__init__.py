"""The mail server of an address, found without asking anybody but the mail's own domain.

In this order: the providers that are known; the domain's SRV records (RFC 6186); its page for mail programs; its MX
where that is a known provider's; the usual names under it. All are asked at once, and a server is taken only when it
proves its name by TLS. What the DNS says leads to the domain's own servers and to known providers, and nowhere else:
whoever can forge it would be handed the password.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache

from publicsuffixlist import PublicSuffixList

from ingest.discovery.autoconfig import Configured, Pages
from ingest.discovery.records import Records
from ingest.errors import SourceError
from ingest.sources.imap.opening import Opener
from ingest.sources.imap.providers import (
    TLS_PORT,
    likely_hosts,
    provider_at,
    provider_by_exchanger,
    provider_of,
)

UNKNOWN = "I do not find the mail server of {domain}. Give its name with --host, such as --host imap.{domain}."
AT_ONCE = 8
PATIENCE = 6.0  # seconds for a server that is only asked whether it is there
ELSEWHERE = (
    "The domain {domain} names {host} as its mail server, in a way that can be forged. If your provider tells you the "
    "same name, give it with --host {host}."
)


@dataclass(frozen=True, slots=True)
class Found:
    """A mail server.

    Attributes:
        user: the name to sign in with; empty: the address.
    """

    host: str
    port: int = TLS_PORT
    starttls: bool = False
    user: str = ""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a search stands on."""

    opener: Opener
    records: Records
    pages: Pages

    @classmethod
    def of(cls, opener: Opener) -> Discovery:
        """As the operator's settings have it."""
        patience = min(opener.patience, PATIENCE)
        return cls(replace(opener, patience=patience), Records(), Pages(opener.guard, opener.trust))

    def server_of(self, address: str, *, starttls: bool = False) -> Found:
        """The server of an address.

        Args:
            starttls: servers that begin in the clear count, too.

        Raises:
            SourceError: there is none that can be found; the sentence says what to give.
        """
        local, _, domain = address.rpartition("@")
        domain = domain.casefold().strip(".")
        provider = provider_of(domain)
        if provider is not None and not provider.host:
            raise SourceError(provider.advice)
        if provider is not None:
            return Found(provider.host)
        candidates, elsewhere = self._candidates(domain, local, starttls=starttls)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for found, answers in zip(candidates, pool.map(self._answers, candidates), strict=True):
                if answers:
                    return found
        raise SourceError((ELSEWHERE if elsewhere else UNKNOWN).format(domain=domain, host=elsewhere))

    def _candidates(self, domain: str, local: str, *, starttls: bool) -> tuple[list[Found], str]:
        """Servers in the order in which they count, and the first that was named by somebody who may be lying."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            services = pool.submit(self.records.services, domain)
            pages = pool.submit(self.pages.servers, domain)
            exchangers = pool.submit(self.records.exchangers, domain)
        named = [Found(each.host, each.port, each.starttls) for each in services.result()]
        found = [each for each in named if _is_vouched_for(each.host, domain)]
        found += (_configured(each, domain, local) for each in pages.result())
        found += (Found(each.host) for host in exchangers.result() if (each := provider_by_exchanger(host)))
        found += (Found(host) for host in likely_hosts(domain))
        elsewhere = next((each.host for each in named if not _is_vouched_for(each.host, domain)), "")
        return [each for each in dict.fromkeys(found) if starttls or not each.starttls], elsewhere

    def _answers(self, found: Found) -> bool:
        """Whether a mail server proves its name there. A known provider's need not be asked."""
        if provider_at(found.host) and found.port == TLS_PORT:
            return True
        try:
            self.opener.greeted(found.host, found.port, starttls=found.starttls)
        except SourceError:
            return False
        return True


def _is_vouched_for(host: str, domain: str) -> bool:
    """Whether a name from the DNS may be believed: it is under the domain's own registered name, or a provider's."""
    own = _suffixes().privatesuffix(domain) or domain
    return host == own or host.endswith(f".{own}") or provider_at(host) is not None


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def _configured(told: Configured, domain: str, local: str) -> Found:
    user = told.user.replace("%EMAILADDRESS%", f"{local}@{domain}").replace("%EMAILLOCALPART%", local)
    user = user.replace("%EMAILDOMAIN%", domain)
    return Found(told.host, told.port, told.starttls, user if user.isprintable() and "%" not in user else "")
