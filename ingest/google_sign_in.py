"""Signing in at Google: the code flow with PKCE (RFC 6749 section 4.1, RFC 7636), bound to the session it began in.

Nothing is kept between the two steps. The state proves that it was made here, for this session and lately; the verifier
follows from it under the installation's key, so that it is never on the way. Whose mailbox it is, Google's signature
says and no form does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal
from urllib.parse import urlencode

from ingest.errors import CredentialsRejected, SourceError
from ingest.google.identity import ISSUERS, NOT_GOOGLE_S, Keys, claims_of
from ingest.google.service import NO_SCOPE, scope
from ingest.grants import Grant
from ingest.oauth import Granted, TokenEndpoint

Kind = Literal["mail", "calendars"]
SCREEN: Final = "https://accounts.google.com/o/oauth2/v2/auth"
READ_MAIL: Final = scope("gmail.v1", "gmail.readonly")
READ_CALENDARS: Final = (
    scope("calendar.v3", "calendar.calendarlist.readonly"), scope("calendar.v3", "calendar.events.readonly"),
)  # fmt: skip
WHO: Final = ("openid", "email")
SCOPES: Final[Mapping[Kind, tuple[str, ...]]] = {"mail": (READ_MAIL,), "calendars": READ_CALENDARS}
GOOD_FOR: Final = timedelta(minutes=15)
NOT_YOURS = "This sign-in was not begun here, or too long ago. Begin again at the connections page."
DENIED = "Google says that you did not agree, so nothing is connected. Nothing is read."
NO_LASTING_ACCESS = "Google gave no lasting access. Remove Boswell in your Google account's settings and connect again."


@dataclass(frozen=True, slots=True)
class Returned:
    """What the browser brings back from the screen."""

    state: str
    code: str = field(default="", repr=False)
    error: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Who signed in, and what they granted to be read. ``subject`` stays where the address changes."""

    address: str
    subject: str
    grant: Grant
    kinds: tuple[Kind, ...] = ("mail",)


@dataclass(frozen=True, slots=True)
class SignIn:
    """Signing in under the operator's client.

    Attributes:
        keyed_hash: the installation's keyed hash.
        screen: where the owner's browser is sent.
    """

    endpoint: TokenEndpoint
    keyed_hash: Callable[[str], bytes] = field(repr=False)
    keys: Keys
    screen: str = SCREEN

    def address(self, visit: str, redirect_uri: str, now: datetime, kinds: Sequence[Kind] = ("mail",)) -> str:
        """Where the owner's browser goes to grant what is to be read; ``visit`` is a secret of its session."""
        made = f"{secrets.token_urlsafe(18)}.{'.'.join(kinds)}.{int(now.timestamp())}"
        scopes = (*WHO, *(each for kind in kinds for each in SCOPES[kind]))
        digest = hashlib.sha256(self._verifier(visit, made).encode()).digest()
        asked = {
            "client_id": self.endpoint.client.client_id, "redirect_uri": redirect_uri, "response_type": "code",
            "scope": " ".join(scopes), "state": f"{made}.{self._proof(visit, made)}", "access_type": "offline",
            "prompt": "consent", "code_challenge": _base64(digest), "code_challenge_method": "S256",
            "nonce": self._nonce(visit, made),
        }  # fmt: skip
        return f"{self.screen}?{urlencode(asked)}"

    def account(self, returned: Returned, visit: str, redirect_uri: str, now: datetime) -> Account:
        """Who signed in.

        Raises:
            SourceError: nobody did, or not here, or they granted too little; the sentence says what to do.
        """
        made = self._made(returned.state, visit, now)
        if returned.issuer and returned.issuer not in ISSUERS:  # RFC 9207: another server's answer, mixed in
            raise CredentialsRejected(NOT_YOURS)
        if returned.error or not returned.code:
            raise SourceError(DENIED)
        granted = self.endpoint.exchange(returned.code, self._verifier(visit, made), redirect_uri)
        asked = made.split(".")[1:-1]
        kinds = tuple(kind for kind, scopes in SCOPES.items() if kind in asked and granted.scopes >= set(scopes))
        return self._told(granted, kinds, self._nonce(visit, made), now)

    def _told(self, granted: Granted, kinds: tuple[Kind, ...], nonce: str, now: datetime) -> Account:
        claims = claims_of(granted.id_token, self.endpoint.client.client_id, self.keys)
        if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise CredentialsRejected(NOT_GOOGLE_S)
        if not kinds:
            raise CredentialsRejected(NO_SCOPE)
        if granted.refresh_token is None:
            raise CredentialsRejected(NO_LASTING_ACCESS)
        grant = Grant(granted.refresh_token).after(granted, now)
        return Account(str(claims["email"]).casefold(), str(claims["sub"]), grant, kinds)

    def _made(self, state: str, visit: str, now: datetime) -> str:
        made, _, proof = state.rpartition(".")
        if not hmac.compare_digest(self._proof(visit, made).encode(), proof.encode()):
            raise CredentialsRejected(NOT_YOURS)
        begun = int(made.rpartition(".")[2])
        if not 0 <= now.timestamp() - begun <= GOOD_FOR.total_seconds():
            raise CredentialsRejected(NOT_YOURS)
        return made

    def _proof(self, visit: str, made: str) -> str:
        return _base64(self.keyed_hash(f"google state\0{visit}\0{made}"))

    def _verifier(self, visit: str, made: str) -> str:
        return _base64(self.keyed_hash(f"google verifier\0{visit}\0{made}"))

    def _nonce(self, visit: str, made: str) -> str:
        return _base64(self.keyed_hash(f"google nonce\0{visit}\0{made}"))


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
