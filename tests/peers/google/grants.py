"""Google's sign-in: the code flow with PKCE (RFC 7636), access and refresh tokens, and how they end."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Literal
from urllib.parse import urlencode

from tests.peers.google.delegating import BEARER, ServiceAccount
from tests.peers.google.levers import SIGNED_OUT, FaultError
from tests.peers.google.signing import Forgery, Signer

Told = tuple[int, dict[str, object]]
Form = dict[str, str]
REVOKED: Told = (400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."})
WRONG_CODE: Told = (400, {"error": "invalid_grant", "error_description": "Malformed auth code."})
WRONG_CLIENT: Told = (401, {"error": "invalid_client", "error_description": "The OAuth client was not found."})


@dataclass
class Person:
    """Somebody with an account: ``subject`` never changes, the address may."""

    subject: str
    address: str


@dataclass(frozen=True)
class Access:
    """What an access token opens."""

    address: str
    scopes: frozenset[str]
    until: float


@dataclass
class Grants:
    """The sign-in screen and the token endpoint.

    Attributes:
        at_the_screen: who sits before it; consents to whatever is asked.
        answer: "consents", or what they do instead.
        granted: scopes that are ticked; None: all that are asked for.
        seconds: how long access tokens are good.
        rotating: each refresh token is good once, and the answer has the next.
        forgery: how ID tokens lie.
        refreshed: how often a refresh token was used.
    """

    signer: Signer
    clock: Callable[[], float]
    client_id: str = "boswell.apps.example"
    secret: str = "a-client-secret"
    at_the_screen: Person | None = None
    answer: Literal["consents", "denies"] = "consents"
    granted: frozenset[str] | None = None
    seconds: int = 3_599
    rotating: bool = False
    forgery: Forgery | None = None
    refreshed: int = 0
    access: dict[str, Access] = field(default_factory=dict)
    refresh: dict[str, tuple[Person, frozenset[str], float]] = field(default_factory=dict)
    testing: bool = False
    service: ServiceAccount = field(default_factory=ServiceAccount)
    known: Callable[[str], bool] = lambda _: True
    _codes: dict[str, tuple[Person, Form]] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=count)

    def screen(self, asked: Form) -> str:
        """Where the browser is sent after the screen."""
        back: Form = {"state": asked.get("state", ""), "iss": "https://accounts.google.com"}
        if self.answer == "denies" or self.at_the_screen is None:
            back["error"] = "access_denied"
        elif asked.get("client_id") != self.client_id or asked.get("code_challenge_method") != "S256":
            back["error"] = "invalid_request"
        else:
            back["code"] = f"4/code-{next(self._numbers)}"
            self._codes[back["code"]] = (self.at_the_screen, asked)
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, form: Form) -> Told:
        if form.get("grant_type") == BEARER:
            return self._delegated(form.get("assertion", ""))
        if (form.get("client_id"), form.get("client_secret")) != (self.client_id, self.secret):
            return WRONG_CLIENT
        return self._exchanged(form) if form.get("grant_type") == "authorization_code" else self._renewed(form)

    def _exchanged(self, form: Form) -> Told:
        person, asked = self._codes.pop(form.get("code", ""), (None, {}))  # a code is good once
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if person is None or (challenge, form.get("redirect_uri")) != (asked["code_challenge"], asked["redirect_uri"]):
            return WRONG_CODE
        scopes = frozenset(asked["scope"].split())
        told = self._issued(person, scopes if self.granted is None else self.granted & scopes)
        claims = {"aud": self.client_id, "azp": self.client_id, "sub": person.subject, "email": person.address}
        told["id_token"] = self.signer.sign(claims | {"nonce": asked.get("nonce", "")}, self.forgery)
        if asked.get("access_type") == "offline" and asked.get("prompt") == "consent":
            told["refresh_token"] = self._refresh_token(person, scopes)
        return 200, told

    def _delegated(self, assertion: str) -> Told:
        """There is no client, no refresh token and nobody before a screen: the signature says it all."""
        if code := self.service.refusal(assertion, self.clock(), self.known):
            return (401 if code == "unauthorized_client" else 400), {"error": code, "error_description": "No."}
        claims = self.service.claims(assertion)
        person = Person("delegated", str(claims["sub"]))
        return 200, self._issued(person, frozenset(str(claims["scope"]).split()))

    def _renewed(self, form: Form) -> Told:
        self.refreshed += 1
        person, scopes, until = self.refresh.get(form.get("refresh_token", ""), (None, frozenset(), 0.0))
        if person is None or self.clock() > until:
            return REVOKED
        told = self._issued(person, scopes if self.granted is None else self.granted & scopes)
        if self.rotating:
            del self.refresh[form["refresh_token"]]
            told["refresh_token"] = self._refresh_token(person, scopes)
        return 200, told

    def _issued(self, person: Person, scopes: frozenset[str]) -> dict[str, object]:
        token = f"ya29.{next(self._numbers)}-{person.subject}"
        self.access[token] = Access(person.address, scopes, self.clock() + self.seconds)
        told = {"access_token": token, "expires_in": self.seconds, "token_type": "Bearer"}
        return told | {"scope": " ".join(sorted(scopes))}

    def _refresh_token(self, person: Person, scopes: frozenset[str]) -> str:
        token = f"1//{next(self._numbers)}-{person.subject}"
        days = 7 if self.testing else 180
        self.refresh[token] = (person, scopes, self.clock() + days * 86_400)
        return token

    def sign_in(self, person: Person, *scopes: str) -> str:
        """A refresh token as after a sign-in, for tests of what comes later."""
        return self._refresh_token(person, frozenset(scopes))

    def revoke(self) -> None:
        """Everybody takes back what they granted."""
        self.access.clear()
        self.refresh.clear()

    def end_access(self) -> None:
        """No access token is good any more; refresh tokens are."""
        self.access.clear()

    def holder(self, authorization: str) -> Access:
        """Whose access token a request has."""
        found = self.access.get(authorization.removeprefix("Bearer "))
        if found is None or self.clock() > found.until:
            raise FaultError(SIGNED_OUT)
        return found
