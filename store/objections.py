"""The objection list: addresses that must never be captured. The only writer of it, and what keeps to it.

Whoever objected did so for their mailbox: what goes to one of its subaddresses goes to them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.judgement.identity.profiles import mailbox
from store.models.objection import Objection
from store.models.private.inbound import Dropped, Inbound
from store.rows import among
from store.spelling import address as as_read

KeyedHash = Callable[[str], bytes]
REASON = "objection"


def add(session: Session, address: str, keyed_hash: KeyedHash, by: UUID | None = None) -> None:
    """From now on nothing from or to this address is kept."""
    row = insert(Objection).values(keyed_hash=_hash(address, keyed_hash), noted_by=by)
    session.execute(row.on_conflict_do_nothing())


def withdraw(session: Session, address: str, keyed_hash: KeyedHash) -> bool:
    """The objection no longer holds; whether there was one. What was dropped stays dropped."""
    gone = delete(Objection).where(Objection.keyed_hash == _hash(address, keyed_hash))
    return bool(session.scalars(gone.returning(Objection.keyed_hash)).all())


def count(session: Session) -> int:
    """How many addresses the list holds."""
    return int(session.execute(select(func.count()).select_from(Objection)).scalar_one())


def objecting(session: Session, addresses: Collection[str], keyed_hash: KeyedHash) -> set[str]:
    """Those of the addresses that must not be captured."""
    hashes = {address: {_hash(address, keyed_hash), _hash(mailbox(address), keyed_hash)} for address in addresses}
    every = set().union(*hashes.values())
    found = set(session.scalars(select(Objection.keyed_hash).where(among(Objection.keyed_hash, every))))
    return {address for address, mine in hashes.items() if mine & found}


def drop(session: Session, inbound_ids: Collection[UUID], keyed_hash: KeyedHash, reason: str = REASON) -> None:
    """Put a row without content, but with a reason, in place of each item."""
    taken = delete(Inbound).where(Inbound.id.in_(inbound_ids))
    rows = session.execute(taken.returning(Inbound.owner_id, Inbound.collection_id, Inbound.remote_id, Inbound.sha256))
    left = [
        {
            "owner_id": row.owner_id,
            "collection_id": row.collection_id,
            "remote_id": row.remote_id,
            "keyed_hash": keyed_hash(row.sha256),
            "reason": reason,
        }
        for row in rows
    ]
    if left:
        session.execute(insert(Dropped), left)


def _hash(address: str, keyed_hash: KeyedHash) -> bytes:
    return keyed_hash(f"objection\0{as_read(address)}")
