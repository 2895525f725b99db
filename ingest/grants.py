"""What an owner granted at a provider, as it is kept of a mailbox: renewed before it ends, by one worker at a time.

Providers may change the refresh token with each renewal and take the old one as stolen when it comes again. So whoever
renews holds the mailbox's credential until the new one is kept; who waited finds it there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from ingest.errors import CredentialsRejected, SourceError
from ingest.oauth import Granted, Issuer
from ingest.sources.imap.opening import Account, Opener
from ingest.sources.imap.session import Session
from ingest.sources.imap.signing_in import AccessToken
from store import credentials
from store.connections import mine
from store.crypto import Sealer
from store.engine import Acting, Database

EARLY = timedelta(minutes=2)  # before its end a token is renewed
ELSEWHERE = "This sign-in belongs to another provider's mail server. Nothing was sent. Connect the mailbox again."


@dataclass(frozen=True, slots=True)
class Grant:
    """A refresh token, and the access token that it last led to, with its end."""

    refresh_token: str = field(repr=False)
    access_token: str = field(default="", repr=False)
    until: datetime | None = None

    def after(self, granted: Granted, now: datetime) -> Grant:
        """The grant after a renewal."""
        until = now + timedelta(seconds=granted.seconds)
        return Grant(granted.refresh_token or self.refresh_token, granted.access_token, until)

    def is_good(self, now: datetime) -> bool:
        """Whether its access token holds for a while."""
        return self.until is not None and now < self.until - EARLY

    def as_secret(self) -> str:
        """As it is sealed."""
        until = self.until.isoformat() if self.until else None
        return json.dumps({"refresh_token": self.refresh_token, "access_token": self.access_token, "until": until})

    @classmethod
    def of(cls, secret: str) -> Grant:
        """As ``as_secret`` wrote it."""
        told = json.loads(secret)
        until = datetime.fromisoformat(told["until"]) if told["until"] else None
        return cls(told["refresh_token"], told["access_token"], until)


@dataclass(frozen=True, slots=True)
class KeptGrant:
    """The grant of one mailbox, where it is kept, and who renews it."""

    database: Database
    sealer: Sealer
    owner_id: UUID
    connection_id: UUID
    issuer: Issuer
    clock: Callable[[], datetime]

    def access_token(self, refused: str | None = None) -> str:
        """An access token, renewed where it ends soon, or where it is the one that was ``refused``.

        Raises:
            CredentialsRejected: the provider renews it no more.
            Unavailable: it does not renew now.
        """
        with self.database.transaction(Acting(self.owner_id)) as session:
            grant = Grant.of(credentials.secret_of(session, self.sealer, self.connection_id, hold=True))
            if grant.is_good(self.clock()) and grant.access_token != refused:
                return grant.access_token
            grant = grant.after(self.issuer.refresh(grant.refresh_token), self.clock())
            credentials.keep(session, self.sealer, mine(session, self.connection_id), grant.as_secret())
        return grant.access_token


@dataclass(frozen=True, slots=True)
class TokenOpener(Opener):
    """Opens sessions with a grant's access token, and once more with a new one when the first is refused."""

    inner: Opener = field(kw_only=True)
    grant: KeptGrant = field(kw_only=True)

    def open(self, account: Account) -> Session:
        """A session that is signed in. Raises as ``Opener.open``."""
        if account.host.casefold() not in self.grant.issuer.mail_hosts:
            raise SourceError(ELSEWHERE)
        token = self.grant.access_token()
        try:
            return self.inner.open(self._with(account, token))
        except CredentialsRejected:
            return self.inner.open(self._with(account, self.grant.access_token(refused=token)))

    def _with(self, account: Account, token: str) -> Account:
        user, hosts = account.credential.user, self.grant.issuer.mail_hosts
        return replace(account, credential=AccessToken(user, token, hosts))
