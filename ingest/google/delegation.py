"""Access through a company's own service account, which its administrator lets read for everybody (RFC 7523).

It opens every mailbox of the company, so whose is asked for is never said by a form: it is one of the addresses of
somebody who agreed here. Its key is read once and goes nowhere; what it signs goes to Google's token endpoint alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from google.auth.exceptions import GoogleAuthError, RefreshError
from google.oauth2.service_account import Credentials

from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.google.service import Roots

NOT_DELEGATED: Final = (
    "Google does not let Boswell's service account read for this company yet. An administrator allows it, with the "
    "rights that docs/google.md names. It is tried again by itself."
)
NOBODY: Final = (
    "Google knows no account of this address in the company, or it is suspended. Ask an administrator, then connect "
    "it again."
)
NO_KEY: Final = "The file in BOSWELL_GOOGLE_SERVICE_ACCOUNT_FILE is no key of a service account at Google."


class Endpoint(Protocol):
    """Google's token endpoint."""

    def posted(self, form: str) -> tuple[int, bytes]:
        """Status and body of its answer. Raises Unavailable where it cannot say now."""
        ...


@dataclass(frozen=True, slots=True)
class _Response:
    """As the library wants it."""

    status: int
    data: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Delegation:
    """The company's service account. ``key``: as Google's file has it."""

    endpoint: Endpoint
    key: Mapping[str, Any] = field(repr=False)

    def of(self, address: str, scopes: Sequence[str]) -> Delegated:
        """Access tokens for somebody's account, for these rights and no others."""
        return Delegated(self.endpoint, credentials_of(self.key).with_scopes(scopes).with_subject(address))


@dataclass(slots=True)
class Delegated:
    """Access tokens for one account."""

    endpoint: Endpoint
    credentials: Any = field(repr=False)  # the library's types say nothing

    def access_token(self, refused: str | None = None) -> str:
        """One that is good, and another one than that which was ``refused``.

        Raises:
            CredentialsRejected: there is no such account.
            SourceError: the company's administrator does not allow it.
            Unavailable: Google cannot say now.
        """
        if not self.credentials.valid or self.credentials.token == refused:
            try:
                self.credentials.refresh(self._ask)
            except RefreshError as error:
                raise _refusal(error) from error
            except GoogleAuthError as error:
                raise Unavailable(NOT_DELEGATED) from error
        return str(self.credentials.token)

    def _ask(self, *_: object, body: bytes = b"", **__: object) -> _Response:
        """The library's transport: whatever address it has in mind, Google's token endpoint is asked."""
        return _Response(*self.endpoint.posted(body.decode()), {})


def credentials_of(key: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the library's
    """A key as the library uses it.

    Raises:
        ValueError: it is none.
    """
    make: Any = Credentials.from_service_account_info
    try:
        return make(dict(key))
    except (GoogleAuthError, TypeError, AttributeError) as error:
        raise ValueError(NO_KEY) from error


def token_host() -> str:
    """Where service accounts' tokens are issued: beside the interfaces that they are for."""
    host = urlsplit(Roots().of("gmail.v1")).hostname or ""
    return f"oauth2.{host.partition('.')[2]}"


def key_in(file: Path) -> Mapping[str, Any]:
    """The key that a file holds.

    Raises:
        ValueError: it holds none.
    """
    try:
        told = json.loads(file.read_text())
    except (OSError, ValueError) as error:
        raise ValueError(NO_KEY) from error
    if not isinstance(told, Mapping):
        raise ValueError(NO_KEY)  # noqa: TRY004 - a file's content, not the program, is wrong
    credentials_of(told)
    return told


def _refusal(error: RefreshError) -> SourceError:
    """By the error code of RFC 6749 section 5.2, as the library passes it on."""
    told = error.args[1] if len(error.args) > 1 else None
    code = told.get("error") if isinstance(told, Mapping) else None
    return CredentialsRejected(NOBODY) if code == "invalid_grant" else SourceError(NOT_DELEGATED)
