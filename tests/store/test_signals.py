"""Word by NOTIFY: the tables themselves send it, it names ids alone, and it comes with the commit."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import text

from store.connections import Outcome, Place, connect, report
from store.signals import CONNECTION, REVIEW, Deaf, Ear, Signal, listening
from tests.database import Urls
from tests.firm import LATER, Person
from tests.readings import mail


@pytest.fixture
def ear(urls: Urls) -> Iterator[Ear]:
    with listening(urls.worker, [CONNECTION, REVIEW]) as opened:
        yield opened


def all_heard(ear: Ear) -> set[Signal]:
    found: set[Signal] = set()
    while new := set(ear.heard(0.3)):
        found |= new
    return found


def connected(person: Person) -> UUID:
    with person.app.transaction(person.acting) as session:
        return connect(session, person.user_id, Place("imap", person.address), LATER).id


def test_suggestions_are_told_of_to_their_owner_once_a_transaction(ines: Person, ear: Ear) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    assert len(ines.suggestions("waiting")) > 1
    assert all_heard(ear) == {Signal(REVIEW, str(ines.user_id))}


def test_a_decision_is_not_told_of_and_what_comes_back_is(ines: Person, ear: Ear) -> None:
    ines.feed(mail(1, "greta@halden.example", ines.address), mail(2, ines.address, "greta@halden.example", answers=1))
    all_heard(ear)
    done = ines.rule("refuse", ines.suggestions("waiting"))
    assert all_heard(ear) == set()
    ines.undo(done)
    assert all_heard(ear) == {Signal(REVIEW, str(ines.user_id))}


def test_a_connection_is_told_of_when_something_about_it_changes(ines: Person, ear: Ear) -> None:
    connection_id = connected(ines)
    said = {Signal(CONNECTION, f"{ines.user_id} {connection_id}")}
    assert all_heard(ear) == said
    for state, told in (("up to date", True), ("up to date", False), ("paused by its owner", True)):
        with ines.worker.transaction(ines.acting) as session:
            report(session, connection_id, Outcome(state), LATER)  # type: ignore[arg-type]  # a State each
        assert all_heard(ear) == (said if told else set()), state
    changes = (
        "insert into credential (connection_id, owner_id, sealed) values (:id, :owner, 'a')",
        "update credential set sealed = 'b' where connection_id = :id",
        'update connection set settings = \'{"host": "x"}\' where id = :id',
        "delete from credential where connection_id = :id",
    )
    for change in changes:
        with ines.app.transaction(ines.acting) as session:
            session.execute(text(change), {"id": connection_id, "owner": ines.user_id})
        assert all_heard(ear) == said, change


def test_what_is_rolled_back_is_not_told_of(ines: Person, ear: Ear) -> None:
    with ines.app.transaction(ines.acting) as session:
        connect(session, ines.user_id, Place("imap", ines.address), LATER)
        session.rollback()
    assert all_heard(ear) == set()


def test_an_ear_hears_nothing_else_and_knows_when_it_is_deaf(urls: Urls, ines: Person) -> None:
    with listening(urls.app, [REVIEW]) as ear:
        connected(ines)
        assert all_heard(ear) == set()
        ear.ask("select 1")
        with ines.app.engine.begin() as connection:
            connection.execute(text("select pg_terminate_backend(pid) from pg_stat_activity where query = 'select 1'"))
        with pytest.raises(Deaf):
            list(ear.heard(5))


def test_a_database_that_is_not_there_cannot_be_heard(urls: Urls) -> None:
    with pytest.raises(Deaf), listening(urls.app.replace("/test_", "/nothing_"), [REVIEW]):
        pass
