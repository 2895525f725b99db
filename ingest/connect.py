"""Connecting a mailbox: where it is, whether it can be read, and the row from which its reading begins."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime
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
from ingest.history import RECENT
from ingest.hosts import HostGuard, allowed_networks
from ingest.mailboxes import IMAP as IMAP
from ingest.mailboxes import Mailroom as Mailroom
from ingest.mailboxes import Server as Server
from ingest.settings import IngestSettings
from ingest.sources.imap.offering import FolderFound as FolderFound
from ingest.sources.imap.offering import offered
from ingest.sources.imap.opening import Opener, trusting
from ingest.sources.imap.providers import provider_at
from store import credentials, due
from store.connections import Place, connect, resume
from store.crypto import Sealer

NO_FOLDERS = (
    "The mail server lets me in and opens none of the account's folders. Ask its administrator whether the account has "
    "a mailbox and may read it over IMAP."
)


def opener_of(settings: IngestSettings) -> Opener:
    """What sessions are opened with, by the operator's settings.

    Raises:
        Unavailable: the file with certificates cannot be used.
    """
    trust: ssl.SSLContext = trusting(Path(settings.mail_ca_file) if settings.mail_ca_file else None)
    return Opener(HostGuard(allowed_networks(settings.allowed_networks)), trust, settings.mail_patience)


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
    connection.history_before = connection.history_before or now - RECENT
    credentials.keep(session, sealer, connection, new.secret)
    resume(session, connection.id)
    due.put(session, owner_id, "sync", str(connection.id), now)
    session.flush()
    return connection.id
