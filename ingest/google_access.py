"""Who has access tokens for an account at Google: its owner's own sign-in, or the company's service account.

The service account is used for connections alone whose owner agreed to it: there is no other way to name an address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from ingest.errors import SourceError
from ingest.google.delegation import Delegation
from ingest.google.service import Tokens
from ingest.google_sign_in import SCOPES, Kind
from ingest.grants import KeptGrant
from ingest.oauth import Issuer
from store.crypto import Sealer
from store.engine import Database
from store.models.private.connection import Connection

GOOGLE: Final = "google"
GOOGLE_CALENDAR: Final = "google_calendar"
KINDS: Final[dict[str, Kind]] = {GOOGLE: "mail", GOOGLE_CALENDAR: "calendars"}
DELEGATED: Final = "delegated"  # in a connection's settings: its owner agreed to the service account
NO_CLIENT: Final = "Sign-ins at Google cannot be renewed: an administrator sets BOSWELL_GOOGLE_CLIENT_ID."
NO_SERVICE_ACCOUNT: Final = "The company's service account is not set: BOSWELL_GOOGLE_SERVICE_ACCOUNT_FILE."


@dataclass(frozen=True, slots=True)
class Access:
    """What accounts at Google are opened with.

    Attributes:
        issuer: who renews sign-ins; None: nobody, since no client is set.
        delegation: the company's service account; None: there is none.
    """

    sealer: Sealer
    issuer: Issuer | None
    delegation: Delegation | None = None
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def tokens(self, database: Database, owner_id: UUID, connection: Connection) -> Tokens:
        """Of a connection.

        Raises:
            SourceError: nobody here has any.
        """
        if connection.settings.get(DELEGATED):
            if self.delegation is None:
                raise SourceError(NO_SERVICE_ACCOUNT)
            return self.delegation.of(connection.label, SCOPES[KINDS[connection.provider]])
        if self.issuer is None:
            raise SourceError(NO_CLIENT)
        return KeptGrant(database, self.sealer, owner_id, connection.id, self.issuer, self.clock)
