"""Connecting mail and calendars at Google: what its pages may call."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.connect import begin_reading, pause
from ingest.errors import SourceError
from ingest.gate import Gate
from ingest.google.allowance import prices_of
from ingest.google.delegation import Delegation, key_in, token_host
from ingest.google.identity import Keys
from ingest.google.metering import Limits, Metering
from ingest.google.service import Roots
from ingest.google_access import DELEGATED, KINDS, Access
from ingest.google_access import GOOGLE as GOOGLE
from ingest.google_access import GOOGLE_CALENDAR as GOOGLE_CALENDAR
from ingest.google_accounts import Accounts as Accounts
from ingest.google_accounts import CalendarFound as CalendarFound
from ingest.google_calendar_room import GoogleCalendarRoom, reading_of
from ingest.google_channels import Channels as Channels
from ingest.google_push import Hearing as Hearing
from ingest.google_push import look as look
from ingest.google_push import look_at as look_at
from ingest.google_room import GoogleRoom
from ingest.google_sign_in import Account as Account
from ingest.google_sign_in import Kind as Kind
from ingest.google_sign_in import Returned as Returned
from ingest.google_sign_in import SignIn as SignIn
from ingest.grants import Grant
from ingest.history import History
from ingest.oauth import PROVIDERS, Client, Provider, TokenEndpoint
from ingest.settings import IngestSettings
from ingest.sources.imap.opening import Opener
from store import due
from store.connections import Place, connect, mine
from store.crypto import Sealer
from store.engine import Database
from store.errors import NotFound
from store.models.private.connection import Connection

SUBJECT = "subject"
PROVIDERS_OF: Mapping[Kind, str] = {kind: provider for provider, kind in KINDS.items()}
FOR_SERVICE_ACCOUNTS = Provider(token_host(), "/token", frozenset())
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


@dataclass(frozen=True, slots=True)
class Begun:
    """A connection, and whether there was none before."""

    id: UUID
    kind: Kind
    new: bool


def begin(session: Session, sealer: Sealer, owner_id: UUID, account: Account, now: datetime) -> tuple[Begun, ...]:
    """Connect what an account's owner granted, or sign in to what is connected again; its reading is due at once.

    Raises:
        SourceError: what is connected of this address is another account's.
    """
    begun: list[Begun] = []
    for kind in account.kinds:
        connection = connect(session, owner_id, Place(PROVIDERS_OF[kind], account.address), now)
        new = not connection.settings
        _take_up(connection, account)
        begun.append(Begun(begin_reading(session, sealer, connection, account.grant.as_secret(), now), kind, new))
    return tuple(begun)


def _take_up(connection: Connection, account: Account) -> None:
    """What its owner chose stays; from now on it is read by their own sign-in."""
    if connection.settings.get(SUBJECT, account.subject) != account.subject:
        raise SourceError(ANOTHER_ACCOUNT)
    history = History.of(connection.settings)
    settings = {name: it for name, it in connection.settings.items() if name != DELEGATED}
    connection.settings = {**settings, **history.as_settings(), SUBJECT: account.subject}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What an owner agrees that the company's service account reads: of an account of theirs, which is not checked."""

    address: str
    kinds: tuple[Kind, ...]


def agree(session: Session, sealer: Sealer, owner_id: UUID, agreed: Agreed, now: datetime) -> tuple[Begun, ...]:
    """Connect what the company's service account reads for an owner; there is no secret of theirs to keep."""
    begun: list[Begun] = []
    for kind in agreed.kinds:
        connection = connect(session, owner_id, Place(PROVIDERS_OF[kind], agreed.address), now)
        new, history = not connection.settings, History.of(connection.settings)
        connection.settings = {**connection.settings, **history.as_settings(), DELEGATED: True}
        begun.append(Begun(begin_reading(session, sealer, connection, Grant("").as_secret(), now), kind, new))
    return tuple(begun)


def hold(session: Session, owner_id: UUID, begun: Sequence[Begun]) -> UUID | None:
    """Have a mailbox that is new wait until its owner says how far back it is read; None: there is none."""
    held = next((each.id for each in begun if each.new and each.kind == "mail"), None)
    if held:
        pause(session, owner_id, held)
    return held


def is_mailbox(session: Session, connection_id: UUID) -> bool:
    """Whether the transaction's user has such a mailbox at Google. Raises NotFound where they have no such thing."""
    return mine(session, connection_id).provider == GOOGLE


def calendars_of(session: Session, address: str) -> UUID:
    """The transaction's user's connected calendars of an account at Google.

    Raises:
        NotFound: there are none.
    """
    asked = select(Connection.id).where(Connection.provider == GOOGLE_CALENDAR, Connection.label == address.casefold())
    found = session.scalar(asked.where(Connection.disconnected_at.is_(None)))
    if found is None:
        raise NotFound("There are no such calendars. boswell connect google says where their owner signs in.")
    return found


def choose(
    session: Session, connection_id: UUID, also: Collection[str], without: Collection[str], now: datetime
) -> None:  # fmt: skip
    """Read these calendars from now on, and those no more: what came from them is let go."""
    connection = mine(session, connection_id)
    reading = reading_of(connection.settings)
    named = {each.casefold() for each in (*also, *without)}
    kept = ([each for each in names if each.casefold() not in named] for names in (reading.without, reading.also))
    left_out, added = kept
    connection.settings = {**connection.settings, "without": [*left_out, *without], "also": [*added, *also]}
    due.put(session, connection.owner_id, "sync", str(connection_id), now)


def access_of(settings: IngestSettings, opener: Opener, sealer: Sealer) -> Access:
    """Who has access tokens, by the operator's settings.

    Raises:
        ValueError: the service account's key is none.
    """
    client_id, secret = settings.clients.get(GOOGLE, ("", ""))
    issuer = TokenEndpoint(PROVIDERS[GOOGLE], Client(client_id, secret), opener.guard, opener.trust)
    delegation = None
    if settings.google_service_account_file:
        endpoint = TokenEndpoint(FOR_SERVICE_ACCOUNTS, Client(""), opener.guard, opener.trust)
        delegation = Delegation(endpoint, key_in(settings.google_service_account_file))
    return Access(sealer, issuer if client_id else None, delegation)


def room_of(settings: IngestSettings, opener: Opener, sealer: Sealer, database: Database, gate: Gate) -> GoogleRoom:
    """What mailboxes at Google are opened with, by the operator's settings."""
    units = Limits(settings.google_units_per_user, settings.google_units_per_project, settings.google_units_per_day)
    metering = Metering(database, sealer.keyed_hash, gate.clock, units, prices_of(settings.google_costs))
    largest = settings.max_mail_mb * 2**20
    access = access_of(settings, opener, sealer)
    return GoogleRoom(access, metering, Roots(), gate, largest, topic=settings.google_push_topic)


def calendar_room_of(
    settings: IngestSettings, opener: Opener, sealer: Sealer, database: Database, gate: Gate
) -> GoogleCalendarRoom:
    """What calendars at Google are opened with, by the operator's settings."""
    limits = Limits(
        settings.google_calendar_per_user, settings.google_calendar_per_project, settings.google_calendar_per_day
    )
    metering = Metering(
        database, sealer.keyed_hash, gate.clock, limits, prices_of(settings.google_costs), of_what=GOOGLE_CALENDAR
    )
    channels = Channels(sealer.keyed_hash) if settings.google_calendar_push else None
    return GoogleCalendarRoom(access_of(settings, opener, sealer), metering, Roots(), gate, channels)


def accounts_of(settings: IngestSettings, opener: Opener, sealer: Sealer) -> Accounts:
    """What pages and commands ask of connected accounts, by the operator's settings."""
    units, prices = settings.google_units_per_user, prices_of(settings.google_costs)
    return Accounts(access_of(settings, opener, sealer), Roots(), units, prices)
