"""Connecting a mailbox: where it is, whether it can be read, and the row from which its reading begins."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from ingest.choices import History as History
from ingest.choices import Preview as Preview
from ingest.choices import known_rate as known_rate
from ingest.choices import preview as preview
from ingest.choices import set_pace as set_pace
from ingest.choices import widen as widen
from ingest.discovery import Discovery
from ingest.discovery import Found as Found
from ingest.errors import CredentialsRejected, SourceError
from ingest.google_access import KINDS
from ingest.grants import ELSEWHERE, Grant
from ingest.history import RECENT
from ingest.hosts import HostGuard, allowed_networks
from ingest.mailboxes import ACCEPT_GONE, NO_ISSUER
from ingest.mailboxes import IMAP as IMAP
from ingest.mailboxes import Mailroom as Mailroom
from ingest.mailboxes import Server as Server
from ingest.oauth import PROVIDERS, Client, Issuer, TokenEndpoint
from ingest.settings import IngestSettings
from ingest.sources.imap.offering import FolderFound as FolderFound
from ingest.sources.imap.offering import offered
from ingest.sources.imap.opening import Opener as Opener
from ingest.sources.imap.opening import trusting
from ingest.sources.imap.providers import provider_at
from store import connections, credentials, disconnecting, due
from store.connections import Place, connect
from store.crypto import Sealer
from store.errors import NotFound
from store.models.private.connection import Connection

NO_FOLDERS = (
    "The mail server lets me in and opens none of the account's folders. Ask its administrator whether the account has "
    "a mailbox and may read it over IMAP."
)
EVERY = timedelta(minutes=5)
NotConnectable = SourceError


def opener_of(settings: IngestSettings) -> Opener:
    """What sessions are opened with, by the operator's settings.

    Raises:
        Unavailable: the file with certificates cannot be used.
    """
    trust: ssl.SSLContext = trusting(Path(settings.mail_ca_file) if settings.mail_ca_file else None)
    return Opener(HostGuard(allowed_networks(settings.allowed_networks)), trust, settings.mail_patience)


def issuers_of(settings: IngestSettings, opener: Opener) -> dict[str, Issuer]:
    """Who renews sign-ins, by the provider's name: those under whose client id the operator registered Boswell."""
    return {
        name: TokenEndpoint(PROVIDERS[name], Client(client_id, secret), opener.guard, opener.trust)
        for name, (client_id, secret) in settings.clients.items()
    }


def granted(server: Server, refresh_token: str, issuers: Mapping[str, Issuer], now: datetime) -> Grant:
    """The grant that a refresh token stands for, with a first access token.

    Raises:
        SourceError: the provider does not take it, or it is not for this server.
    """
    issuer = issuers.get(server.oauth)
    if issuer is None:
        raise SourceError(NO_ISSUER.format(name=server.oauth.upper()))
    if server.host.casefold() not in issuer.mail_hosts:
        raise SourceError(ELSEWHERE)
    return Grant(refresh_token).after(issuer.refresh(refresh_token), now)


def discover(address: str, opener: Opener, *, starttls: bool = False) -> Found:
    """An address's mail server, as ``ingest.discovery`` finds it.

    Raises:
        SourceError: there is none that can be found; the sentence says what to give.
    """
    return Discovery.of(opener).server_of(address, starttls=starttls)


def check(server: Server, secret: str, opener: Opener) -> tuple[FolderFound, ...]:
    """Sign in, and see what will be read. Nothing is kept. Raises as ``look``."""
    return tuple(each for each in look(server, secret, opener) if each.read)


def look(server: Server, secret: str, opener: Opener) -> tuple[FolderFound, ...]:
    """Sign in, and see which folders there are, those that are read first. Nothing is kept.

    Raises:
        SourceError: one sentence says exactly what is wrong and what to do.
    """
    try:
        session = opener.open(server.account(secret))
    except CredentialsRejected as error:
        provider = provider_at(server.host)
        advice = f" {provider.advice}" if provider and provider.advice else ""
        raise CredentialsRejected(f"{error}{advice}") from error
    try:
        found = tuple(offered(session, server.without, server.also))
    finally:
        session.close()
    if not any(each.read for each in found):
        raise SourceError(NO_FOLDERS)
    return found


@dataclass(frozen=True, slots=True)
class NewMailbox:
    """A mailbox to connect: its owner's address for it, where it is, and the secret that opens it.

    Attributes:
        history: how far back it is read; None: as before, and all of a new one.
    """

    address: str
    server: Server
    secret: str
    history: History | None = None


def begin(session: Session, sealer: Sealer, owner_id: UUID, new: NewMailbox, now: datetime) -> UUID:
    """Connect a mailbox, or give a connected one another server or secret; its reading is due at once."""
    connection = connect(session, owner_id, Place(IMAP, new.address), now)
    history = new.history or History.of(connection.settings)
    connection.settings = new.server.as_settings() | history.as_settings()
    return begin_reading(session, sealer, connection, new.secret, now)


def begin_reading(session: Session, sealer: Sealer, connection: Connection, secret: str, now: datetime) -> UUID:
    """Have a connection read that is told where it is: with this secret, at once, and again and again."""
    connection.history_before = connection.history_before or now - RECENT
    credentials.keep(session, sealer, connection, secret)
    connections.follow(session, connection.id, EVERY, now)
    due.put(session, connection.owner_id, "sync", str(connection.id), now)
    session.flush()
    return connection.id


def pause(session: Session, owner_id: UUID, connection_id: UUID) -> None:
    """Its owner does not want a mailbox read for now. A pass that is under way ends after its batch.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    connections.pause(session, connection_id)
    due.drop(session, owner_id, "sync", str(connection_id))
    due.drop(session, owner_id, "resume", str(connection_id))


def resume(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """Read a paused mailbox again, from where it stopped.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    due.drop(session, owner_id, "resume", str(connection_id))
    if connections.resume(session, connection_id, now):
        due.put(session, owner_id, "sync", str(connection_id), now)


def sync_now(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """Look at a mailbox at once. One that is paused, or that its owner must sign in to first, is left alone.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    if connections.may_be_read(session, connection_id):
        due.put(session, owner_id, "sync", str(connection_id), now)


def disconnect(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """Read a mailbox never again, and purge all of it that was not published.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    disconnecting.disconnect(session, owner_id, connection_id, now)


def accept_gone(session: Session, owner_id: UUID, connection_id: UUID, now: datetime) -> None:
    """Its owner says that what went from a mailbox all at once was meant to go.

    Raises:
        NotFound: the owner has no such mailbox.
    """
    connection = connections.mine(session, connection_id)
    if connections.may_be_read(session, connection_id):
        connection.settings = {**connection.settings, ACCEPT_GONE: True}
        due.put(session, owner_id, "sync", str(connection_id), now)


def is_google(session: Session, connection_id: UUID) -> bool:
    """Whether a mailbox or calendars of the transaction's user are signed in to at Google.

    Raises:
        NotFound: they have no such mailbox.
    """
    return connections.mine(session, connection_id).provider in KINDS


def server_of(session: Session, connection_id: UUID) -> Server:
    """Where a mailbox of the transaction's user is.

    Raises:
        NotFound: they have no such mailbox.
    """
    connection = connections.mine(session, connection_id)
    if connection.provider != IMAP:
        raise NotFound("no such mailbox")
    return Server.of(connection.settings)


def renew(session: Session, sealer: Sealer, connection_id: UUID, secret: str, now: datetime) -> None:
    """Give a mailbox another secret; its reading goes on at once.

    Raises:
        NotFound: the transaction's user has no such mailbox.
    """
    begin_reading(session, sealer, connections.mine(session, connection_id), secret, now)
