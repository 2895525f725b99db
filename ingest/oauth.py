"""Access tokens from a provider, for the refresh token that a mailbox's owner once granted (RFC 6749 section 6).

A provider is one entry of ``PROVIDERS``. Its refresh tokens go to its own token endpoint and nowhere else, its access
tokens to its own mail servers: both names are fixed here, and reached through the host guard.
"""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Protocol
from urllib.parse import urlencode

from ingest.errors import CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, Target
from ingest.retry_after import seconds_of

HTTPS = 443
SECONDS = 8.0  # less than a second worker waits for the first one's refresh
MOST_BYTES = 64 * 1024
SIGN_IN_AGAIN = "The provider does not renew this sign-in any more. Sign in at the provider again."
NOT_ANSWERING = "The provider does not renew sign-ins just now. It is tried again by itself."
WRONG_CLIENT = (
    "The provider does not know Boswell under the client id and secret that are set. An administrator corrects them."
)
ODD = "The provider answers what no token endpoint should."


@dataclass(frozen=True, slots=True)
class Granted:
    """What a provider granted.

    Attributes:
        seconds: how long the access token is good.
        refresh_token: the one to use from now on; None: the old one stays.
        scopes: what may be done with it, where the provider says so.
        id_token: who signed in, as the provider signed it (OpenID Connect Core section 2); empty: it does not say.
    """

    access_token: str = field(repr=False)
    seconds: float
    refresh_token: str | None = field(default=None, repr=False)
    scopes: frozenset[str] = frozenset()
    id_token: str = field(default="", repr=False)


class Issuer(Protocol):
    """Who issues access tokens for the mailboxes of one provider."""

    @property
    def mail_hosts(self) -> frozenset[str]:
        """The mail servers that its tokens may be shown to."""
        ...

    def refresh(self, refresh_token: str) -> Granted:
        """A new access token.

        Raises:
            CredentialsRejected: the grant is no longer good; only the owner can grant anew.
            Unavailable: the provider cannot say now.
        """
        ...


@dataclass(frozen=True, slots=True)
class Client:
    """As whom Boswell is registered with a provider."""

    client_id: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Provider:
    """Where a provider issues tokens, and which mail servers they are for."""

    host: str
    path: str
    mail_hosts: frozenset[str]
    port: int = HTTPS


PROVIDERS: Mapping[str, Provider] = {
    "google": Provider("accounts.google.com", "/o/oauth2/token", frozenset({"imap.gmail.com"})),
    "microsoft": Provider(
        "login.microsoftonline.com", "/common/oauth2/v2.0/token", frozenset({"outlook.office365.com"})
    ),
}


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """A provider's token endpoint, asked as one client."""

    provider: Provider
    client: Client
    guard: HostGuard
    trust: ssl.SSLContext

    @property
    def mail_hosts(self) -> frozenset[str]:
        """The mail servers that its tokens may be shown to."""
        return self.provider.mail_hosts

    def refresh(self, refresh_token: str) -> Granted:
        """A new access token. Raises as the protocol says."""
        return self._granted({"grant_type": "refresh_token", "refresh_token": refresh_token})

    def exchange(self, code: str, verifier: str, redirect_uri: str) -> Granted:
        """What the owner granted at the provider's screen, for the code that came back (RFC 7636 section 4.5).

        Raises as ``refresh``.
        """
        told = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        return self._granted({**told, "redirect_uri": redirect_uri})

    def posted(self, form: str) -> tuple[int, bytes]:
        """Status and body of the answer to a form that somebody else wrote and understands.

        Raises:
            Unavailable: it answers that it cannot say now, or nothing.
        """
        answer, body = self._posted(form)
        if _cannot_say(answer):
            raise Unavailable(NOT_ANSWERING, answer.retry_after)
        return answer.status, body

    def _granted(self, asked: dict[str, str]) -> Granted:
        asked |= {"client_id": self.client.client_id}
        if self.client.secret:
            asked["client_secret"] = self.client.secret
        return _understood(*self._posted(urlencode(asked)))

    def _posted(self, form: str) -> tuple[_Answer, bytes]:
        guard = replace(self.guard, ports=frozenset({HTTPS}))
        target = guard.target(self.provider.host, self.provider.port)
        try:
            return _post(target, self.trust, self.provider.path, form)
        except (OSError, http.client.HTTPException) as error:
            raise Unavailable(NOT_ANSWERING) from error


class _Pinned(http.client.HTTPSConnection):
    """To the address that was looked at, with TLS for the name."""

    def __init__(self, target: Target, trust: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=SECONDS, context=trust)
        self._target, self._trust = target, trust

    def connect(self) -> None:
        """Called by the library when the first request is sent."""
        raw = socket.create_connection((self._target.address, self._target.port), SECONDS)
        self.sock = self._trust.wrap_socket(raw, server_hostname=self._target.host)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    retry_after: float | None


def _post(target: Target, trust: ssl.SSLContext, path: str, form: str) -> tuple[_Answer, bytes]:
    """Ask once; redirects are not followed."""
    end, connection = monotonic() + SECONDS, _Pinned(target, trust)
    try:
        connection.request("POST", path, form, {"Content-Type": "application/x-www-form-urlencoded"})
        response = connection.getresponse()
        body = b""
        while len(body) <= MOST_BYTES and (came := response.read1(MOST_BYTES)):
            body += came
            if monotonic() > end:
                raise TimeoutError
        waits = response.headers.get("Retry-After", "")
        return _Answer(response.status, seconds_of(waits, datetime.now(UTC))), body
    finally:
        connection.close()


def _cannot_say(answer: _Answer) -> bool:
    return answer.status == http.HTTPStatus.TOO_MANY_REQUESTS or answer.status >= http.HTTPStatus.INTERNAL_SERVER_ERROR


def _understood(answer: _Answer, body: bytes) -> Granted:
    if _cannot_say(answer):
        raise Unavailable(NOT_ANSWERING, answer.retry_after)
    told = _json(body)
    if answer.status != http.HTTPStatus.OK:
        raise _refusal(told.get("error"))
    access, seconds, renewed = told.get("access_token"), told.get("expires_in", 0), told.get("refresh_token")
    if not (isinstance(access, str) and access and isinstance(seconds, int | float)):
        raise Malformed(ODD)
    scopes, id_token = told.get("scope"), told.get("id_token")
    return Granted(
        access,
        float(seconds),
        renewed if isinstance(renewed, str) and renewed else None,
        frozenset(scopes.split()) if isinstance(scopes, str) else frozenset(),
        id_token if isinstance(id_token, str) else "",
    )


def _refusal(code: object) -> SourceError:
    """By the error code of RFC 6749 section 5.2."""
    if code == "invalid_grant":
        return CredentialsRejected(SIGN_IN_AGAIN)
    if code in {"invalid_client", "unauthorized_client"}:
        return SourceError(WRONG_CLIENT)
    return Malformed(ODD)


def _json(body: bytes) -> Mapping[str, object]:
    try:
        told = json.loads(body) if len(body) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise Malformed(ODD)
    return told
