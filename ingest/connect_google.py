"""Connecting a mailbox at Google: what its pages may call."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from ingest.connect import begin_reading
from ingest.errors import SourceError
from ingest.gate import Gate
from ingest.google.allowance import prices_of
from ingest.google.identity import Keys
from ingest.google.metering import Limits, Metering
from ingest.google.service import Roots
from ingest.google_push import Hearing as Hearing
from ingest.google_push import look as look
from ingest.google_room import GOOGLE as GOOGLE
from ingest.google_room import GoogleRoom
from ingest.google_sign_in import Account as Account
from ingest.google_sign_in import Returned as Returned
from ingest.google_sign_in import SignIn as SignIn
from ingest.history import History
from ingest.oauth import PROVIDERS, Client, TokenEndpoint
from ingest.settings import IngestSettings
from ingest.sources.imap.opening import Opener
from store.connections import Place, connect
from store.crypto import Sealer
from store.engine import Database

SUBJECT = "subject"
ANOTHER_ACCOUNT = (
    "This address belongs to another Google account than the mailbox that is connected. Disconnect that first."
)


def sign_in_of(settings: IngestSettings, opener: Opener, sealer: Sealer) -> SignIn | None:
    """Signing in at Google, where the operator registered Boswell there with a secret; None: it is not offered."""
    client_id, secret = settings.clients.get(GOOGLE, ("", ""))
    if not (client_id and secret):
        return None
    endpoint = TokenEndpoint(PROVIDERS[GOOGLE], Client(client_id, secret), opener.guard, opener.trust)
    return SignIn(endpoint, sealer.keyed_hash, Keys())


def hearing_of(settings: IngestSettings) -> Hearing | None:
    """Who hears pushes, where the operator named the account that signs them; None: nobody."""
    return Hearing(settings.google_push_account, Keys()) if settings.google_push_account else None


def begin(session: Session, sealer: Sealer, owner_id: UUID, account: Account, now: datetime) -> UUID:
    """Connect a mailbox, or sign in to a connected one again; its reading is due at once.

    Raises:
        SourceError: the connected mailbox of this address is another account's.
    """
    connection = connect(session, owner_id, Place(GOOGLE, account.address), now)
    if connection.settings.get(SUBJECT, account.subject) != account.subject:
        raise SourceError(ANOTHER_ACCOUNT)
    history = History.of(connection.settings)
    connection.settings = {**connection.settings, **history.as_settings(), SUBJECT: account.subject}
    return begin_reading(session, sealer, connection, account.grant.as_secret(), now)


def room_of(settings: IngestSettings, opener: Opener, sealer: Sealer, database: Database, gate: Gate) -> GoogleRoom:
    """What mailboxes at Google are opened with, by the operator's settings."""
    client_id, secret = settings.clients.get(GOOGLE, ("", ""))
    issuer = TokenEndpoint(PROVIDERS[GOOGLE], Client(client_id, secret), opener.guard, opener.trust)
    units = Limits(settings.google_units_per_user, settings.google_units_per_project, settings.google_units_per_day)
    metering = Metering(database, sealer.keyed_hash, gate.clock, units, prices_of(settings.google_costs))
    largest = settings.max_mail_mb * 2**20
    return GoogleRoom(
        sealer, metering, issuer if client_id else None, Roots(), gate, largest, topic=settings.google_push_topic
    )
