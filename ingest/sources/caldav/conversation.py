"""Questions to one calendar server, signed in. The credential goes to the servers of one owner and no further.

What a server says is told apart by what the caller does next; a refused token is not a refused password, although
servers answer both with 403.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Final, Literal

from ingest.errors import CollectionUnavailable, CredentialsRejected, CursorExpired, Malformed, SourceError
from ingest.https import MOST_BYTES, MOVED, Answer, Asker, Question, Url, same_site
from ingest.sources.caldav.digest import Digest
from ingest.sources.caldav.multistatus import DAV, ODD, Multistatus, multistatus_of, refused_condition

REDIRECTS: Final = 4
Depth = Literal["0", "1"]
NOT_LET_IN: Final = (
    "The calendar server does not accept this user and password. Check both; where the account has a second factor, "
    "make an app password at the provider and use that."
)
NO_PASSWORDS: Final = "The calendar server takes no passwords in a form that I know (Basic or Digest)."
FORBIDDEN: Final = "The calendar server does not let this account read there. Ask its administrator for the right to."
ELSEWHERE: Final = (
    "The calendar server sends me on to {host}, which belongs to somebody else, so nothing was sent there. If your "
    "provider tells you that name, give its address."
)
GONE: Final = "There is no calendar at this address any more. Check the address, or connect the calendar again."
NO_CALDAV: Final = "What answers at {host} is no calendar server. Check the address."
IN_CIRCLES: Final = "The calendar server sends me in circles."


class NotThere(CollectionUnavailable):
    """There is nothing at an address."""


class NotAllowed(CollectionUnavailable):
    """The account may not read there."""


class NotCalDav(SourceError):  # noqa: N818 - says what is wrong
    """What answers is no calendar server."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where a user's calendars are looked for, and how they sign in.

    Attributes:
        url: the server's, a principal's, or a calendar's own.
    """

    url: Url
    user: str
    password: str = field(repr=False)

    @property
    def authorization(self) -> str:
        """RFC 7617."""
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()


class Conversation:
    """Asks one account's server. Reads only: PROPFIND, REPORT and GET."""

    def __init__(self, account: Account, asker: Asker) -> None:
        self._account = account
        self._asker = asker
        self._digest: Digest | None = None

    def properties(self, url: Url, body: bytes, depth: Depth) -> tuple[Url, Multistatus]:
        """What a PROPFIND finds, and where it was answered in the end."""
        where, answer = self._asked("PROPFIND", url, body, depth)
        return where, multistatus_of(answer.body)

    def report(self, url: Url, body: bytes, most: int = MOST_BYTES) -> Multistatus:
        """What a REPORT says of a calendar.

        Raises:
            CursorExpired: its token is not good any more (RFC 6578 section 3.8).
        """
        depth: Depth = "0" if b"sync-collection" in body else "1"
        return multistatus_of(self._asked("REPORT", url, body, depth, most)[1].body)

    def content(self, url: Url, most: int) -> Answer | None:
        """One event by itself; None when it is not there."""
        try:
            return self._asked("GET", url, b"", None, most)[1]
        except NotThere:
            return None

    def close(self) -> None:
        """Hang up."""
        self._asker.close()

    def _asked(
        self, method: str, url: Url, body: bytes, depth: Depth | None, most: int = MOST_BYTES
    ) -> tuple[Url, Answer]:
        for _ in range(REDIRECTS + 1):
            if not same_site(url.host, self._account.url.host):
                raise SourceError(ELSEWHERE.format(host=url.host))
            headers = {"Depth": depth, "Content-Type": 'application/xml; charset="utf-8"'} if depth else {}
            answer = self._signed(Question(method, url, headers, body, most))
            if answer.status not in MOVED:
                return url, _checked(answer, url, method)
            url = url.join(answer.headers.get("location", ""))
        raise Malformed(IN_CIRCLES)

    def _signed(self, question: Question) -> Answer:
        """Asked once more where the server wants the password in another form."""
        answer = self._asker.ask(self._with_authorization(question))
        if answer.status == HTTPStatus.UNAUTHORIZED and self._is_another(answer.headers.get("www-authenticate", "")):
            answer = self._asker.ask(self._with_authorization(question))
        return answer

    def _is_another(self, offered: str) -> bool:
        """Whether what is offered is worth another try: a digest where there was none, or its own had grown old."""
        found = None if "basic" in offered.lower() else Digest.of(offered)
        if found is None or (self._digest is not None and not found.stale):
            return False
        self._digest = found
        return True

    def _with_authorization(self, question: Question) -> Question:
        account, asked = self._account, (question.method, question.url.target)
        signed = self._digest.authorization(account.user, account.password, asked) if self._digest else None
        return replace(question, headers={"Authorization": signed or account.authorization, **question.headers})


def _checked(answer: Answer, url: Url, method: str) -> Answer:
    status = answer.status
    if status == (HTTPStatus.OK if method == "GET" else HTTPStatus.MULTI_STATUS):
        return answer
    if status == HTTPStatus.UNAUTHORIZED:
        offered = answer.headers.get("www-authenticate", "").lower()
        raise CredentialsRejected(
            NOT_LET_IN if not offered or "basic" in offered or Digest.of(offered) else NO_PASSWORDS
        )
    if status in {HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.GONE} and (
        f"{DAV}valid-sync-token" in refused_condition(answer.body)
    ):
        raise CursorExpired("The calendar server no longer knows how far the calendar was read.")
    if status == HTTPStatus.FORBIDDEN:
        raise NotAllowed(FORBIDDEN)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        raise NotThere(GONE)
    if status in {HTTPStatus.OK, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.BAD_REQUEST}:
        raise NotCalDav(NO_CALDAV.format(host=url.host))
    raise Malformed(ODD)
