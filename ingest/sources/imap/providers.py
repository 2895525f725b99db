"""Where the mailboxes of the large providers are, and what each wants beside a password.

Names and ports are what the providers tell mail programs. Everything else is asked at the mail's own domain alone, so
that no directory learns whose mail is connected.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

TLS_PORT = 993
_APP_PASSWORD = (
    "{name} takes an app password here, not the one of the web site: make one in the account's security settings."  # noqa: S105
)
_SWITCH_ON = "{name} lets mail programs in only after IMAP was switched on in the settings of its web mail."
_ONLY_OAUTH = "{name} takes no passwords over IMAP, and this release cannot sign in there in another way."
_BRIDGE = "{name} is read through its Bridge on your own machine: give the Bridge's --host and --port."


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider: its server, empty where it has none, and a sentence about what it wants, or an empty one."""

    name: str
    host: str
    hint: str = ""

    @property
    def advice(self) -> str:
        """The sentence, with the provider's name in it."""
        return self.hint.format(name=self.name)


_PROVIDERS = {
    Provider("Google", "imap.gmail.com", _APP_PASSWORD): "gmail.com googlemail.com",
    Provider("Microsoft", "outlook.office365.com", _ONLY_OAUTH): "outlook.com hotmail.com live.com msn.com hotmail.de "
    "hotmail.fr hotmail.co.uk outlook.de outlook.fr live.de live.fr live.co.uk",
    Provider(
        "Yahoo", "imap.mail.yahoo.com", _APP_PASSWORD
    ): "yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.it yahoo.es ymail.com rocketmail.com",
    Provider("AOL", "imap.aol.com", _APP_PASSWORD): "aol.com aol.de",
    Provider("Apple", "imap.mail.me.com", _APP_PASSWORD): "icloud.com me.com mac.com",
    Provider("Fastmail", "imap.fastmail.com", _APP_PASSWORD): "fastmail.com fastmail.fm",
    Provider("Zoho", "imap.zoho.com", _SWITCH_ON): "zoho.com zohomail.com",
    Provider("GMX", "imap.gmx.net", _SWITCH_ON): "gmx.de gmx.net gmx.at gmx.ch",
    Provider("GMX", "imap.gmx.com", _SWITCH_ON): "gmx.com gmx.us gmx.co.uk",
    Provider("WEB.DE", "imap.web.de", _SWITCH_ON): "web.de",
    Provider("mail.com", "imap.mail.com", _SWITCH_ON): "mail.com email.com",
    Provider("T-Online", "secureimap.t-online.de", _APP_PASSWORD): "t-online.de magenta.de",
    Provider("freenet", "mx.freenet.de"): "freenet.de",
    Provider("IONOS", "imap.ionos.de"): "online.de",
    Provider("mailbox.org", "imap.mailbox.org"): "mailbox.org",
    Provider("Posteo", "posteo.de"): "posteo.de posteo.net posteo.org",
    Provider("Orange", "imap.orange.fr"): "orange.fr wanadoo.fr",
    Provider("La Poste", "imap.laposte.net"): "laposte.net",
    Provider("Free", "imap.free.fr"): "free.fr",
    Provider("Libero", "imapmail.libero.it", _APP_PASSWORD): "libero.it",
    Provider("Yandex", "imap.yandex.com", _APP_PASSWORD): "yandex.com yandex.ru ya.ru",
    Provider("Mail.ru", "imap.mail.ru", _APP_PASSWORD): "mail.ru inbox.ru list.ru bk.ru",
    Provider("Bluewin", "imaps.bluewin.ch"): "bluewin.ch",
    Provider("Proton", "", _BRIDGE): "proton.me protonmail.com pm.me",
}
# Servers that take the mail of their customers' domains, by the ends of their names, and where that mail lies.
_EXCHANGERS = {
    "imap.gmail.com": "l.google.com googlemail.com smtp.google.com",
    "outlook.office365.com": "mail.protection.outlook.com mx.microsoft",
    "imap.mail.yahoo.com": "yahoodns.net",
    "imap.mail.me.com": "mail.icloud.com",
    "imap.fastmail.com": "messagingengine.com",
    "imap.zoho.com": "mx.zoho.com mx2.zoho.com mx3.zoho.com",
    "imap.ionos.de": "kundenserver.de ionos.de",
    "imap.mailbox.org": "mailbox.org",
    "imap.yandex.com": "mx.yandex.net",
}
# Servers to which access tokens may go, by the host of who issues them: a token opens more than a mailbox.
_TOKEN_HOSTS = {
    "accounts.google.com": frozenset({"imap.gmail.com"}),
    "login.microsoftonline.com": frozenset({"outlook.office365.com", "outlook.office.com", "imap-mail.outlook.com"}),
    "api.login.yahoo.com": frozenset({"imap.mail.yahoo.com"}),
}
_BY_DOMAIN = {domain: provider for provider, domains in _PROVIDERS.items() for domain in domains.split()}
_BY_HOST = {provider.host: provider for provider in _PROVIDERS if provider.host}


def provider_of(domain: str) -> Provider | None:
    """The provider of a mail domain."""
    return _BY_DOMAIN.get(domain.casefold())


def provider_at(host: str) -> Provider | None:
    """The provider that runs a server."""
    return _BY_HOST.get(host.casefold())


def provider_by_exchanger(host: str) -> Provider | None:
    """The provider whose server takes a domain's mail."""
    name = f".{host.casefold()}"
    ends = ((end, at) for at, known in _EXCHANGERS.items() for end in known.split())
    return next((_BY_HOST[at] for end, at in ends if name.endswith(f".{end}")), None)


def token_hosts(issuer: str) -> frozenset[str]:
    """The servers to which the access tokens of an issuer may go, by its address; none when it is not known."""
    address = urlsplit(issuer)
    return _TOKEN_HOSTS.get(address.hostname or "", frozenset()) if address.scheme == "https" else frozenset()


def likely_hosts(domain: str) -> tuple[str, ...]:
    """Where a domain of one's own usually has its mail server."""
    return f"imap.{domain}", f"mail.{domain}", domain
