"""Proof that the key fits the database, and the company key that only the right key opens."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.crypto import KEY_BYTES, DoesNotOpen, Place, Sealer
from store.errors import NotReady
from store.models.people import Secret

COMPANY_KEY = "company key"
WRONG_KEY = (
    "The key file does not fit this database. Put back the key that belongs to it, or bring it back from its 24 words "
    "with: boswell key restore"
)

LOST_KEY = (
    "This database was set up under a key that is no longer in {path}. Put the file back, or bring it back from its 24 "
    "words with: boswell key restore"
)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An installation whose key fits. ``company_key`` names exchanges without telling whose they are (HMAC)."""

    sealer: Sealer
    company_key: bytes = field(repr=False)


def is_locked(session: Session) -> bool:
    """Whether the database was set up under a key."""
    return session.scalar(select(Secret.name).where(Secret.name == COMPANY_KEY)) is not None


def unlock(session: Session, sealer: Sealer) -> Unlocked:
    """Open the company key; make it on the first start.

    Raises:
        NotReady: the database was set up under another key.
    """
    place = Place("secret", COMPANY_KEY, "sealed")
    first = {"name": COMPANY_KEY, "sealed": sealer.seal(secrets.token_bytes(KEY_BYTES), place)}
    session.execute(insert(Secret).values(first).on_conflict_do_nothing())
    token = session.scalars(select(Secret.sealed).where(Secret.name == COMPANY_KEY)).one()
    try:
        return Unlocked(sealer, sealer.open(token, place))
    except DoesNotOpen as error:
        raise NotReady(WRONG_KEY) from error
