"""What a connection signs in with: sealed to its row, opened only where a server is signed in to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from store.crypto import Place, Sealer
from store.errors import NotFound
from store.models.private.connection import Connection, Credential


def keep(session: Session, sealer: Sealer, connection: Connection, secret: str) -> None:
    """Keep a connection's secret in place of the one that it had."""
    sealed = sealer.seal(secret.encode(), _place(connection.id))
    row = insert(Credential).values(connection_id=connection.id, owner_id=connection.owner_id, sealed=sealed)
    session.execute(row.on_conflict_do_update(index_elements=["connection_id"], set_={"sealed": row.excluded.sealed}))


def secret_of(session: Session, sealer: Sealer, connection_id: UUID, *, hold: bool = False) -> str:
    """A connection's secret.

    Args:
        hold: let nobody else hold or change it until the transaction ends.

    Raises:
        NotFound: it has none, or is another owner's.
        DoesNotOpen: it was sealed under another key.
    """
    asked = select(Credential.sealed).where(Credential.connection_id == connection_id)
    sealed = session.scalar(asked.with_for_update() if hold else asked)
    if sealed is None:
        raise NotFound("no such credential")
    return sealer.open(sealed, _place(connection_id)).decode()


def _place(connection_id: UUID) -> Place:
    return Place("credential", str(connection_id), "sealed")
