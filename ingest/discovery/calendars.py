"""Where an address's calendars are (RFC 6764): at a known provider, where the domain's SRV record says, at the domain.

Whoever can forge the DNS would be handed the password, so what it names is believed only below the domain's own name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ingest.discovery.records import Records
from ingest.errors import SourceError
from ingest.https import PORTS, Url, same_site, url_of

ONLY_OAUTH: Final = (
    "{} takes no passwords for calendars, and this release cannot sign in there in another way. Publish the calendar "
    "there and connect its secret address with boswell connect feed; invitations in the mail are read as well."
)
ELSEWHERE: Final = (
    "The domain {domain} names {host} as its calendar server, in a way that can be forged. If your provider tells you "
    "the same name, give it with --url https://{host}/."
)
NO_ADDRESS: Final = "That is no mail address. Give one such as ines@company.example, or name the server with --url."
# What the providers tell calendar programs; empty where they take no passwords.
_KNOWN: Final = {
    "https://caldav.icloud.com/": "icloud.com me.com mac.com",
    "https://caldav.fastmail.com/": "fastmail.com fastmail.fm",
    "https://dav.mailbox.org/": "mailbox.org",
    "https://posteo.de:8443/": "posteo.de posteo.net posteo.org",
    "https://caldav.gmx.net/": "gmx.de gmx.net gmx.at gmx.ch",
    "https://caldav.web.de/": "web.de",
    "https://calendar.zoho.com/": "zoho.com zohomail.com",
    "https://caldav.yandex.com/": "yandex.com yandex.ru ya.ru",
    "https://calendar.mail.ru/": "mail.ru inbox.ru list.ru bk.ru",
}
_NO_PASSWORDS: Final = {
    "Google": "gmail.com googlemail.com",
    "Microsoft": "outlook.com hotmail.com live.com msn.com hotmail.de outlook.de live.de",
}
_BY_DOMAIN: Final = {domain: at for at, domains in _KNOWN.items() for domain in domains.split()}
_BY_NAME: Final = {domain: name for name, domains in _NO_PASSWORDS.items() for domain in domains.split()}


@dataclass(frozen=True, slots=True)
class CalendarPlaces:
    """Where to begin with an address."""

    records: Records

    def of(self, address: str) -> tuple[Url, ...]:
        """Addresses of servers, the likeliest first.

        Raises:
            SourceError: there is none that may be asked; the sentence says what to do.
        """
        _, at, domain = address.rpartition("@")
        domain = domain.casefold().strip(".")
        if not at or not domain.isascii() or not domain:
            raise SourceError(NO_ADDRESS)
        if name := _BY_NAME.get(domain):
            raise SourceError(ONLY_OAUTH.format(name))
        if known := _BY_DOMAIN.get(domain):
            return (url_of(known),)
        named = self.records.calendars(domain)
        own = [each for each in named if same_site(each.host, domain) and each.port in PORTS]
        if named and not own:
            raise SourceError(ELSEWHERE.format(domain=domain, host=named[0].host))
        found = [url_of(f"https://{each.host}:{each.port}{each.path}") for each in own]
        return (*found, url_of(f"https://{domain}/"))
