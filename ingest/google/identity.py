"""What Google signed: who somebody is, and that a push is Google's. The keys are asked for and kept for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final

import httplib2
from google.auth.exceptions import GoogleAuthError, TransportError
from google.oauth2 import id_token

from ingest.errors import CredentialsRejected, Unavailable
from ingest.google.service import NOT_ANSWERING

ISSUERS: Final = frozenset({"https://accounts.google.com", "accounts.google.com"})
KEPT: Final = 3600.0
ANEW: Final = 60.0  # seconds after which keys are asked for again where one is not among them
SECONDS: Final = 8.0
NOT_GOOGLE_S = "What came from Google does not prove who signed in. Begin again at the connections page."


@dataclass(frozen=True, slots=True)
class _Response:
    """As the library wants it."""

    status: int
    data: bytes
    headers: Mapping[str, str]


@dataclass(slots=True)
class Keys:
    """Google's public keys, as a transport for its library: each address is asked for once in a while.

    Attributes:
        url: where they are; None: where the library knows them to be.
    """

    url: str | None = None
    ca_file: Path | None = None
    clock: Callable[[], float] = monotonic
    _kept: dict[str, tuple[float, _Response]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __call__(self, url: str, *_: object, **__: object) -> _Response:
        """The keys' document."""
        with self._lock:
            at, answer = self._kept.get(url, (0.0, None))
            if answer is None or self.clock() - at > KEPT:
                answer = self._asked(url)
                self._kept[url] = (self.clock(), answer)
            return answer

    def forget(self) -> bool:
        """Ask anew the next time, unless they came just now."""
        with self._lock:
            old = {url for url, (at, _) in self._kept.items() if self.clock() - at > ANEW}
            for url in old:
                del self._kept[url]
            return bool(old)

    def _asked(self, url: str) -> _Response:
        http = httplib2.Http(timeout=SECONDS, ca_certs=str(self.ca_file) if self.ca_file else None)
        http.follow_redirects = False
        try:
            answer, body = http.request(url)
        except (OSError, httplib2.HttpLib2Error) as error:
            raise Unavailable(NOT_ANSWERING) from error
        finally:
            http.close()
        return _Response(int(answer.status), body, answer)


def claims_of(token: str, audience: str, keys: Keys) -> Mapping[str, Any]:
    """What a token says that Google signed for this audience and that has not ended (RFC 7519 section 7.2).

    Raises:
        CredentialsRejected: it is not one.
        Unavailable: Google's keys cannot be had now.
    """
    try:
        claims = _verified(token, audience, keys)
    except TransportError as error:
        raise Unavailable(NOT_ANSWERING) from error
    except (GoogleAuthError, ValueError) as error:
        raise CredentialsRejected(NOT_GOOGLE_S) from error
    if claims.get("iss") not in ISSUERS or claims.get("email_verified") is not True:
        raise CredentialsRejected(NOT_GOOGLE_S)
    return claims


def _verified(token: str, audience: str, keys: Keys) -> Mapping[str, Any]:
    """Once more with new keys where it may be they that changed."""
    where = {"certs_url": keys.url} if keys.url else {}
    verify: Any = id_token.verify_token  # its types ask for a class of the library's own
    try:
        found: Mapping[str, Any] = verify(token, keys, audience, **where)
    except TransportError:
        raise
    except (GoogleAuthError, ValueError):
        if not keys.forget():
            raise
        found = verify(token, keys, audience, **where)
    return found
