"""Disconnecting, over rows as the product writes them: what was published stays, everything else goes."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import insert, select, text

from store import credentials, due
from store.connections import Outcome, Place, collection_of, connect, connections_of, report
from store.crypto import Sealer
from store.disconnecting import disconnect, purge
from store.errors import NotFound
from store.models.private.inbound import Inbound
from tests.firm import LATER, Person
from tests.readings import mail, meeting

GRETA, KIM = "greta@halden.example", "kim@kestrel.example"
SEALER = Sealer(bytes(range(32)))
PRIVATE = ("inbound", "message", "meeting", "participation", "thread", "thread_key", "collection", "connection")


def connected(person: Person, label: str = "box") -> UUID:
    with person.app.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("imap", label), LATER)
        credentials.keep(session, SEALER, connection, "secret")
        collection_of(session, connection, "INBOX", "mailbox_folder")
        due.put(session, person.user_id, "sync", str(connection.id), LATER)
        return connection.id


def lay_in(person: Person, connection_id: UUID, state: str = "read") -> None:
    """Every mail and meeting that there is, as items of a connection."""
    hashes = "select sha256 from message union select sha256 from meeting"
    with person.app.transaction(person.acting) as session:
        collection = session.scalars(text(f"select id from collection where connection_id = '{connection_id}'")).one()
        shared = {"owner_id": person.user_id, "collection_id": collection, "media_type": "message/rfc822"}
        found = enumerate(session.scalars(text(hashes)).all())
        rows = [{**shared, "remote_id": str(n), "sha256": each, "state": state, "payload": b"x"} for n, each in found]
        session.execute(insert(Inbound), rows)


def purge_all(person: Person, connection_id: UUID, limit: int = 2) -> int:
    for times in range(1, 100):
        with person.worker.transaction(person.acting) as session:
            if not purge(session, person.user_id, connection_id, limit):
                return times
    raise AssertionError("it does not end")


def read_in(person: Person) -> UUID:
    """A mailbox of which one note is published, one kept private, and more waits."""
    person.feed(mail(1, GRETA, person.address), mail(2, person.address, GRETA, answers=1))
    person.approve_all()
    person.feed(
        mail(5, KIM, person.address), mail(6, person.address, KIM, answers=5), meeting("a", person.address, KIM)
    )
    person.rule("keep_private", person.suggestions("waiting")[:1])
    person.rule("later", person.suggestions("waiting")[:1])
    connection_id = connected(person)
    lay_in(person, connection_id)
    return connection_id


def test_what_was_not_published_is_gone_and_what_was_stays_as_it_is(ines: Person, jonas: Person) -> None:
    connection_id = read_in(ines)
    before, published = jonas.shared(), {row.id for row in ines.suggestions("published")}
    assert published
    assert len(ines.suggestions()) > len(published)
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, connection_id, LATER)
        assert connections_of(session, ines.user_id) == []
    assert (ines.count("credential"), ines.count("connection_state")) == (0, 0)
    assert purge_all(ines, connection_id) > 1
    assert {name: ines.count(name) for name in PRIVATE} == dict.fromkeys(PRIVATE, 0)
    assert {row.id for row in ines.suggestions()} == published
    assert jonas.shared() == before
    assert ines.count("consent") == 1
    with ines.app.transaction(ines.acting) as session:
        kinds = set(session.scalars(text("select kind from due")))
        assert kinds <= {"purge", "publish"}
        assert session.scalars(text("select count(*) from evidence where quote <> ''")).one() > 0


def test_it_is_purged_at_once_and_not_read_meanwhile(ines: Person) -> None:
    connection_id = connected(ines)
    ines.feed(mail(1, GRETA, ines.address))
    lay_in(ines, connection_id, "waiting")
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, connection_id, LATER)
        assert due.take(session, ines.user_id, "sync", LATER) == ()
        assert due.take(session, ines.user_id, "purge", LATER) == (str(connection_id),)
        assert session.execute(select(Inbound.gone, Inbound.payload)).all() == [(True, None)]
        report(session, connection_id, Outcome("up to date"), LATER)
    assert ines.count("connection_state") == 0


def test_what_also_lies_elsewhere_stays(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    here, there = connected(ines), connected(ines, "other box")
    lay_in(ines, here)
    lay_in(ines, there)
    waiting = {row.id for row in ines.suggestions()}
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, here, LATER)
    purge_all(ines, here)
    assert (ines.count("message"), ines.count("inbound"), ines.count("connection")) == (2, 2, 1)
    assert {row.id for row in ines.suggestions()} == waiting
    assert waiting


def test_the_same_mailbox_may_be_connected_again_at_once(ines: Person) -> None:
    first = connected(ines)
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, first, LATER)
    assert connected(ines) != first
    assert ines.count("consent") == 2
    purge_all(ines, first)
    assert ines.count("connection") == 1


def test_only_what_is_connected_and_one_s_own_is_disconnected_or_purged(ines: Person, jonas: Person) -> None:
    connection_id = connected(ines)
    assert purge_all(ines, connection_id) == 1
    assert ines.count("connection") == 1
    with pytest.raises(NotFound), jonas.app.transaction(jonas.acting) as session:
        disconnect(session, jonas.user_id, connection_id, LATER)
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, connection_id, LATER)
        with pytest.raises(NotFound):
            disconnect(session, ines.user_id, connection_id, LATER)
