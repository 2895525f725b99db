"""The way to a signed-in session: a server that may be connected to, TLS that is safe, then the credential.

Nothing of the credential is sent before TLS has shown that the server is the one that was named.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import Busy, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard
from ingest.sources.imap.crowding import crowded
from ingest.sources.imap.session import PATIENCE, Declined, Session
from ingest.sources.imap.signing_in import NOT_ITS_HOST, AccessToken, Credential, sign_in
from ingest.wire import connect

NO_TLS = (
    "The server does not offer TLS on this port, so nothing was sent to it. Use its port for TLS, which is 993 on most "
    "servers."
)
MEDDLED = "Somebody between here and the mail server meddles with the connection, so nothing was sent."
NOT_TAKING = "The mail server is not taking connections now. It is tried again by itself."
ALREADY = "The server says that somebody is signed in already, which nobody is, so nothing was sent to it."
NO_UIDS = "The server speaks an old form of IMAP. Boswell needs IMAP4rev1."


@dataclass(frozen=True, slots=True)
class Account:
    """A mailbox on a server, and how it is signed in to.

    Attributes:
        starttls: begin in the clear and change to TLS, on servers that know nothing else.
    """

    host: str
    port: int
    credential: Credential
    starttls: bool = False


def trusting(authorities: Path | None = None) -> ssl.SSLContext:
    """TLS settings: version 1.2 or newer, certificates that the system trusts, or those in a file beside them.

    Raises:
        Unavailable: the file is not there or holds no certificate.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if authorities is not None:
        try:
            context.load_verify_locations(cafile=str(authorities))
        except OSError as error:
            raise Unavailable(
                f"The file {authorities} in BOSWELL_MAIL_CA_FILE holds no certificate. Correct or unset it."
            ) from error
    return context


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens sessions: where they may go, whom they trust.

    Attributes:
        patience: seconds that a server may take for an ordinary answer.
    """

    guard: HostGuard
    trust: ssl.SSLContext
    patience: float = PATIENCE

    def open(self, account: Account) -> Session:
        """A session that is signed in.

        Raises:
            SourceError: one sentence says what is wrong and what to do.
        """
        token = account.credential if isinstance(account.credential, AccessToken) else None
        if token and not token.may_go_to(account.host):
            raise CredentialsRejected(NOT_ITS_HOST.format(host=account.host))
        session = self._connected(account.host, account.port)
        try:
            self._secured(session, account.host, starttls=account.starttls)
            sign_in(session, account.credential)
            _settle(session)
        except BaseException:
            session.close()
            raise
        return session

    def greeted(self, host: str, port: int, *, starttls: bool = False) -> None:
        """See whether an IMAP server that proves its name speaks TLS there, without signing in.

        Raises:
            SourceError: it does not.
        """
        session = self._connected(host, port)
        try:
            self._secured(session, host, starttls=starttls)
        finally:
            session.close()

    def _secured(self, session: Session, host: str, *, starttls: bool) -> None:
        if starttls:
            _greeted(session)
            _start_tls(session, self.trust, host)
        else:
            session.wire.secure(self.trust, host)
            _greeted(session)

    def _connected(self, host: str, port: int) -> Session:
        return Session(connect(self.guard.target(host, port), self.patience), patience=self.patience)


def _greeted(session: Session) -> None:
    said = session.greeting()
    if said.kind == "BYE":
        raise crowded(said, NOT_TAKING) or Busy(NOT_TAKING, whole=True)
    if said.kind != "OK":  # PREAUTH would take the place of TLS and password (RFC 9051 section 11.1)
        raise SourceError(ALREADY)
    if not session.capabilities:
        session.refresh()


def _start_tls(session: Session, trust: ssl.SSLContext, host: str) -> None:
    """RFC 3501 section 6.2.1: what was said in the clear does not count afterwards."""
    if "STARTTLS" not in session.capabilities:
        raise SourceError(NO_TLS)
    try:
        session.run(b"STARTTLS")
    except Declined as declined:
        raise SourceError(NO_TLS) from declined
    if session.wire.unread:
        raise SourceError(MEDDLED)
    session.wire.secure(trust, host)
    session.refresh()


def _settle(session: Session) -> None:
    """After signing in a server can more."""
    session.refresh()
    if not session.capabilities & {"IMAP4REV1", "IMAP4REV2"}:
        raise Malformed(NO_UIDS)
    if {"ENABLE", "QRESYNC"} <= session.capabilities:
        try:
            session.run(b"ENABLE", b"QRESYNC")
        except Declined:  # it said more than it can
            session.capabilities -= {"QRESYNC"}
