"""Which mailboxes are to be held: those that are followed, as their owner's rights show them."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import update

from ingest.connect import NewMailbox, Server, begin
from ingest.listen.mailboxes import Mailbox, followed, of_owner
from store import due
from store.connections import Place, connect
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import SEALER


def begun(person: Person, host: str = "imap.halden.example", secret: str = "x") -> UUID:
    new = NewMailbox(person.address, Server(host, 993, "ines"), secret)
    with person.app.transaction(person.acting) as session:
        return begin(session, SEALER, person.user_id, new, LATER)


def found(person: Person, *connections: UUID) -> list[Mailbox]:
    return list(of_owner(person.worker, person.user_id, connections))


def test_all_that_are_followed_are_listed_without_content(ines: Person, jonas: Person) -> None:
    one, other = begun(ines), begun(jonas)
    assert followed(ines.worker) == {ines.user_id: {one}, jonas.user_id: {other}}
    assert followed(ines.app) == {}


def test_a_mailbox_is_its_owners_alone(ines: Person, jonas: Person) -> None:
    one, other = begun(ines), begun(jonas)
    (mailbox,) = found(ines, one, other)
    assert (mailbox.owner_id, mailbox.connection_id, mailbox.host) == (ines.user_id, one, "imap.halden.example")
    assert "version" not in repr(mailbox)


def test_its_version_changes_with_server_and_secret(ines: Person) -> None:
    one = begun(ines)
    versions = [found(ines, one)[0].version]
    begun(ines, secret="y")
    versions.append(found(ines, one)[0].version)
    begun(ines, host="mail.halden.example", secret="y")
    versions.append(found(ines, one)[0].version)
    assert len(set(versions)) == 3
    assert found(ines, one)[0].version == versions[-1]


@pytest.mark.parametrize("state", ["paused by its owner", "sign-in needed"])
def test_one_that_is_stopped_is_not_held(ines: Person, state: str) -> None:
    one = begun(ines)
    with ines.app.transaction(ines.acting) as session:
        session.execute(update(ConnectionState).where(ConnectionState.connection_id == one).values(state=state))
    assert found(ines, one) == []


def test_one_that_is_not_followed_or_no_mailbox_is_not_held(ines: Person) -> None:
    one = begun(ines)
    with ines.app.transaction(ines.acting) as session:
        due.drop(session, ines.user_id, "sync", str(one))
        files = connect(session, ines.user_id, Place("files", "folder"), LATER).id
        due.put(session, ines.user_id, "sync", str(files), LATER)
    assert found(ines, one, files) == []
