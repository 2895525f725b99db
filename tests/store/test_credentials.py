from __future__ import annotations

import pytest
from sqlalchemy import select, update

from store.connections import Place, connect
from store.credentials import keep, secret_of
from store.crypto import DoesNotOpen, Sealer
from store.errors import NotFound
from store.models.private.connection import Connection, Credential
from tests.firm import LATER, Person

SEALER = Sealer(bytes(32))


def connected(person: Person, secret: str, label: str = "a") -> Connection:
    with person.app.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("imap", label), LATER)
        keep(session, SEALER, connection, secret)
        session.flush()
        return connection


def test_a_secret_is_kept_sealed_and_replaced(ines: Person) -> None:
    connection = connected(ines, "open sesame")
    connected(ines, "pässword")
    with ines.worker.transaction(ines.acting) as session:
        assert secret_of(session, SEALER, connection.id) == "pässword"
        (sealed,) = session.scalars(select(Credential.sealed)).all()
    assert b"ssword" not in sealed


def test_a_secret_opens_in_its_own_row_alone(ines: Person) -> None:
    first, second = connected(ines, "one"), connected(ines, "two", "b")
    with ines.app.transaction(ines.acting) as session:
        sealed = session.scalars(select(Credential.sealed).where(Credential.connection_id == first.id)).one()
        session.execute(update(Credential).where(Credential.connection_id == second.id).values(sealed=sealed))
        with pytest.raises(DoesNotOpen):
            secret_of(session, SEALER, second.id)


def test_anothers_secret_is_not_there(ines: Person, jonas: Person) -> None:
    connection = connected(ines, "one")
    with jonas.worker.transaction(jonas.acting) as session, pytest.raises(NotFound):
        secret_of(session, SEALER, connection.id)
