"""Calls to Google's interfaces through its own client, described by the documents that come with it: no look-up.

The client repeats nothing by itself: it waits by chance and does not heed what a server asks for, so that limits and
patience are ours. An access token goes to the interface's own host and nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from time import monotonic
from typing import Any, Literal, Protocol

import httplib2
from googleapiclient.discovery import build_from_document
from googleapiclient.errors import BatchError, Error, HttpError

from ingest.errors import Busy, CollectionUnavailable, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.retry_after import seconds_in, seconds_of

Interface = Literal["gmail.v1", "calendar.v3"]
SECONDS = 60.0  # an answer may take; a batch of large messages is slow
HELD = 30.0  # seconds in which a token is not looked up again; it is good for minutes when it is handed out
SIGN_IN = "Google does not accept this sign-in any more. Sign in at Google again."
NO_SCOPE = "Google did not grant Boswell all it needs to read here. Sign in again and leave every box ticked."
NOT_ANSWERING = "Google does not answer just now. It is tried again by itself."
TOO_FAST = "Google wants to be asked less often. It is tried again by itself."
ODD = "Google answers what its interface does not describe. It is tried again by itself."
NOT_SHARED = "Google does not let this account read there any more. Ask whoever shares it for the right to."
OVER_DAY = "What Google lets this company read in a day is used up. It goes on by itself."
LIMITS = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
CLOSED = frozenset({"forbidden", "requiredAccessLevel"})
OF_A_DAY = frozenset({"dailyLimitExceeded", "quotaExceeded"})
AFTER_A_DAY_S_LIMIT = 3600.0


class Tokens(Protocol):
    """Who has access tokens for an account."""

    def access_token(self, refused: str | None = None) -> str:
        """One that is good, and another one than that which was ``refused``. Raises as a provider's renewal does."""
        ...


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the interfaces are.

    Attributes:
        root: of all of them; empty: where their documents say.
        ca_file: certificates that are trusted there; None: those of the system.
    """

    root: str = ""
    ca_file: Path | None = None

    def of(self, interface: Interface) -> str:
        """The root of one of them."""
        return self.root or str(_document(interface)["rootUrl"])


class SignedIn(httplib2.Http):  # type: ignore[misc]  # the library has no types
    """Requests of one account to one host; a token that is refused is renewed once.

    Each look at where tokens are kept is a transaction, so that one is used for a while without looking again.
    """

    def __init__(self, root: str, tokens: Tokens, ca_file: Path | None = None, seconds: float = SECONDS) -> None:
        super().__init__(timeout=seconds, ca_certs=str(ca_file) if ca_file else None)
        self.follow_redirects = False
        self._root, self._tokens = root, tokens
        self._token, self._looked = "", -HELD

    def request(self, uri: str, *args: Any, headers: Mapping[str, str] | None = None, **rest: Any) -> Any:  # noqa: ANN401
        """As the library's, signed in."""
        if not uri.startswith(self._root):
            raise SourceError(ODD)
        if monotonic() - self._looked > HELD:
            self._take(self._tokens.access_token())
        answer = self._with(self._token, uri, *args, headers=headers, **rest)
        if answer[0].status == HTTPStatus.UNAUTHORIZED:
            self._take(self._tokens.access_token(refused=self._token))
            answer = self._with(self._token, uri, *args, headers=headers, **rest)
        return answer

    def _take(self, token: str) -> None:
        self._token, self._looked = token, monotonic()

    def _with(self, token: str, uri: str, *args: Any, headers: Mapping[str, str] | None, **rest: Any) -> Any:  # noqa: ANN401
        signed = {**(headers or {}), "authorization": f"Bearer {token}"}
        return super().request(uri, *args, headers=signed, **rest)


def service(interface: Interface, roots: Roots, tokens: Tokens, seconds: float = SECONDS) -> Any:  # noqa: ANN401 - made from a document
    """The client of an interface for one account; for one thread. ``seconds`` is how long an answer may take."""
    root = roots.of(interface)
    described = dict(_document(interface))
    described["rootUrl"] = root
    described["baseUrl"] = root + described["servicePath"]  # else the client keeps Google's name for batches
    return build_from_document(described, http=SignedIn(root, tokens, roots.ca_file, seconds))


@lru_cache
def _document(interface: Interface) -> Mapping[str, Any]:
    read: dict[str, Any] = json.loads(
        files("googleapiclient.discovery_cache.documents").joinpath(f"{interface}.json").read_text()
    )
    return read


def scope(interface: Interface, name: str) -> str:
    """A right to ask for, by the last part of its name, as the interface's document has it.

    Raises:
        KeyError: there is none.
    """
    for each in _document(interface)["auth"]["oauth2"]["scopes"]:
        if each.endswith(f"/auth/{name}"):
            return str(each)
    raise KeyError(name)


def asked(call: Callable[[], Any]) -> Mapping[str, Any]:
    """What a call answers.

    Raises:
        NotThere: what was asked for is not there, or not any more.
        SourceError: of the kind that says what to do.
    """
    try:
        told = call()
    except HttpError as error:
        raise translated(error) from error
    except (OSError, httplib2.HttpLib2Error) as error:
        raise Unavailable(NOT_ANSWERING) from error
    except (BatchError, Error, ValueError, KeyError) as error:
        raise Malformed(ODD) from error
    if not isinstance(told, Mapping):
        raise Malformed(ODD)
    return told


class NotThere(SourceError):  # noqa: N818 - as Google says
    """What was asked for is not there: a message that was deleted, a history that was forgotten."""


class Forgotten(NotThere):
    """Google does not know any more up to where something was read."""


def translated(error: HttpError) -> SourceError:
    """An error answer, told apart by what is to be done."""
    status, reasons, waits = int(error.resp.status), _reasons(error), _retry_after(error)
    if status in _PLAIN:
        return _PLAIN[HTTPStatus(status)]()
    if reasons & OF_A_DAY:
        return Unavailable(OVER_DAY, max(waits or 0.0, AFTER_A_DAY_S_LIMIT))
    if status == HTTPStatus.TOO_MANY_REQUESTS or reasons & LIMITS:
        return Busy(TOO_FAST, waits, whole=False)
    if status == HTTPStatus.FORBIDDEN:
        return CollectionUnavailable(NOT_SHARED) if reasons & CLOSED else CredentialsRejected(NO_SCOPE)
    return Unavailable(NOT_ANSWERING, waits) if status >= HTTPStatus.INTERNAL_SERVER_ERROR else Malformed(ODD)


_PLAIN: Mapping[HTTPStatus, Callable[[], SourceError]] = {
    HTTPStatus.UNAUTHORIZED: lambda: CredentialsRejected(SIGN_IN),
    HTTPStatus.NOT_FOUND: lambda: NotThere(ODD),
    HTTPStatus.GONE: lambda: Forgotten(ODD),
}


def _reasons(error: HttpError) -> set[str]:
    return {str(each.get("reason")) for each in _listed(_told(error).get("errors")) if isinstance(each, Mapping)}


def _retry_after(error: HttpError) -> float | None:
    """As the header says it, or else the text of the error."""
    now, said = datetime.now(UTC), str(error.resp.get("retry-after", ""))
    return seconds_of(said, now) if said else seconds_in(str(_told(error).get("message", "")), now)


def _told(error: HttpError) -> Mapping[str, Any]:
    try:
        told = json.loads(error.content)["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return told if isinstance(told, Mapping) else {}


def _listed(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
