"""Bytes of mails, kept as a pass over a mailbox keeps them, beside what the tests say was read of them."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from store.connections import Place, connect
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import LATER, Person


def keep(person: Person, sha256: str, payload: bytes | None) -> None:
    """Have the bytes of a person's mail kept; None: they are gone."""
    with person.app.transaction(person.acting) as session:
        values = {
            "owner_id": person.user_id, "collection_id": _folder(session, person), "remote_id": str(uuid4()),
            "media_type": "message/rfc822", "sha256": sha256, "payload": payload, "labels": [], "state": "read",
        }  # fmt: skip
        session.execute(insert(Inbound).values(values))


def _folder(session: Session, person: Person) -> UUID:
    found = session.scalar(select(Collection.id).where(Collection.owner_id == person.user_id))
    if found:
        return found
    connection = connect(session, person.user_id, Place("files", "box"), LATER)
    values = {"owner_id": person.user_id, "connection_id": connection.id, "remote_name": "a", "kind": "mailbox_folder"}
    return session.scalars(insert(Collection).values(values).returning(Collection.id)).one()
