"""Signing in, and what is wrong when it fails: by the server's response code (RFC 5530), for its words are its own."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.sources.imap import arguments
from ingest.sources.imap.answers import Status
from ingest.sources.imap.crowding import crowded
from ingest.sources.imap.session import PLAIN, Declined, Session

LONG = 4_000  # bytes; longer initial responses wait until they are asked for
PASSED = (
    "The mail server does not accept this user and password. Check both; where the account has a second factor, make "
    "an app password at the provider and use that."
)
SIGN_IN_AGAIN = "The mail server does not accept this sign-in any more. Sign in at the provider again."
EXPIRED = "The password has expired. Set a new one at the provider and enter it here."
NOT_ALLOWED = (
    "The account may not be read over IMAP. Switch IMAP on in the account's settings, or ask its administrator to."
)
NO_PASSWORDS = (
    "This server takes no passwords here. Use its port for TLS, 993, or sign in with OAuth where it offers that."
)
BUSY = "The mail server cannot check sign-ins now. It is tried again by itself."
TOO_MANY = (
    "The mail server has too many connections or sign-ins of this account. Close mail programs that you do not use; it "
    "is tried again by itself."
)
APP_PASSWORD = (
    "The mail server wants an app password, not the one of the web site. Make one in the account's security settings "  # noqa: S105
    "and enter it here."
)
ONLY_OAUTH = (
    "The mail server takes no passwords any more. Sign in at the provider instead, or ask its administrator for "
    "another way."
)
NOT_ITS_HOST = "An access token goes only to the servers of the provider that issued it, and {host} is none of them."
ODD_CREDENTIAL = "The user and the password must not hold line breaks or other control characters. Enter them again."
NO_TOKENS = "This server does not take access tokens. Sign in with a password."

_SENTENCES = {
    "EXPIRED": EXPIRED,
    "AUTHORIZATIONFAILED": NOT_ALLOWED,
    "NOPERM": NOT_ALLOWED,
    "CONTACTADMIN": NOT_ALLOWED,
    "PRIVACYREQUIRED": NO_PASSWORDS,
}
_WORDS = {
    "application-specific password": APP_PASSWORD,
    "app-specific password": APP_PASSWORD,
    "app password": APP_PASSWORD,
    "basicauthblocked": ONLY_OAUTH,
    "basic authentication is disabled": ONLY_OAUTH,
    "not enabled for imap": NOT_ALLOWED,
    "imap is disabled": NOT_ALLOWED,
    "imap access is disabled": NOT_ALLOWED,
}


@dataclass(frozen=True, slots=True)
class Password:
    """A user's name and password, or app password."""

    user: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A user's name and OAuth access token, good for a while.

    Attributes:
        hosts: servers of the provider that issued it, in small letters; it is sent to no other.
    """

    user: str
    secret: str = field(repr=False)
    hosts: frozenset[str]

    def may_go_to(self, host: str) -> bool:
        """Whether a server is one of the provider's."""
        return host.casefold() in self.hosts


Credential = Password | AccessToken


def sign_in(session: Session, credential: Credential) -> None:
    """Sign in.

    Raises:
        CredentialsRejected: only the owner can do something about it; the sentence says what.
        Unavailable: the server cannot say now.
    """
    session.within(PLAIN)
    try:
        if isinstance(credential, AccessToken):
            _with_token(session, credential)
        else:
            _with_password(session, credential)
    except Declined as declined:
        raise explained(declined.status, credential) from declined
    except ValueError as error:
        raise CredentialsRejected(ODD_CREDENTIAL) from error


def explained(status: Status, credential: Credential) -> SourceError:
    """What the refusal of a sign-in means."""
    said = status.text.lower()
    if busy := crowded(status, BUSY):
        return busy if busy.whole else crowded(status, TOO_MANY) or busy
    if told := next((sentence for words, sentence in _WORDS.items() if words in said), None):
        return CredentialsRejected(told)
    if status.kind == "BAD" and status.code != "AUTHENTICATIONFAILED":  # it did not come to looking at the password
        return Unavailable(BUSY)
    refused = SIGN_IN_AGAIN if isinstance(credential, AccessToken) else PASSED
    return CredentialsRejected(_SENTENCES.get(status.code, refused))


def _with_password(session: Session, password: Password) -> None:
    if "LOGINDISABLED" not in session.capabilities:
        session.run(b"LOGIN", arguments.string(password.user), arguments.string(password.secret))
    elif "AUTH=PLAIN" in session.capabilities:
        for text in (password.user, password.secret):
            arguments.guarded(text.encode())
        _authenticate(session, b"PLAIN", f"\0{password.user}\0{password.secret}".encode())
    else:
        raise CredentialsRejected(NO_PASSWORDS)


def _with_token(session: Session, token: AccessToken) -> None:
    for text in (token.user, token.secret):
        arguments.guarded(text.encode())
    if "AUTH=OAUTHBEARER" in session.capabilities:  # RFC 7628 section 3.1
        user = token.user.replace("=", "=3D").replace(",", "=2C")
        _authenticate(session, b"OAUTHBEARER", f"n,a={user},\x01auth=Bearer {token.secret}\x01\x01".encode())
    elif "AUTH=XOAUTH2" in session.capabilities:
        _authenticate(session, b"XOAUTH2", f"user={token.user}\x01auth=Bearer {token.secret}\x01\x01".encode())
    else:
        raise CredentialsRejected(NO_TOKENS)


def _authenticate(session: Session, mechanism: bytes, said: bytes) -> None:
    response = base64.b64encode(said)
    if "SASL-IR" in session.capabilities and len(response) < LONG:  # RFC 4959
        sent = session.send(b"AUTHENTICATE", mechanism, response)
    else:
        sent = session.send(b"AUTHENTICATE", mechanism)
        session.asked_for_more(sent)
        session.wire.send(response + b"\r\n")
    if session.asked_for_more(sent):  # only to say why not: an empty answer ends it (RFC 7628 section 3.2.3)
        session.wire.send(b"AQ==\r\n" if mechanism == b"OAUTHBEARER" else b"\r\n")
        session.outcome(sent)
