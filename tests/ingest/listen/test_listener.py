"""The listener on the real server and the real database: who is held, what is pushed, what breaks and comes back."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text, update

from ingest.listen.listener import Listener
from store import due
from store.models.shared.connection_state import ConnectionState
from tests.firm import LATER, Person
from tests.ingest.connected import connect, mailroom
from tests.ingest.listen.hearing import asked, hearing, looks, until
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import Dovecot


def set_state(person: Person, connection_id: UUID, state: str) -> None:
    with person.app.transaction(person.acting) as session:
        session.execute(
            update(ConnectionState).where(ConnectionState.connection_id == connection_id).values(state=state)
        )


def test_new_mail_is_asked_for_at_once_and_once(ines: Person, mailbox: Mailbox) -> None:
    connection_id = connect(ines, mailbox, LATER)
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        until(lambda: len(listener) == 1)
        until(lambda: asked(ines.worker))  # what came before is looked for as well
        before = mailbox.state()
        mailbox.append([payload(1)])
        until(lambda: looks(ines.worker) == 1)
        mailbox.append([payload(2), payload(3)])
        mailbox.expunge([1])
        assert looks(ines.worker) == 1
        assert mailbox.state() != before
    with ines.worker.engine.connect() as connection:
        job = connection.execute(text("select args, lock from procrastinate_jobs where task_name = 'look'")).one()
    assert job.args["owner"] == str(ines.user_id)
    assert job.lock == f"sync:{ines.user_id}:{connection_id}"


def test_what_connects_and_stops_meanwhile_is_noticed_at_once(ines: Person, mailbox: Mailbox) -> None:
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        connection_id = connect(ines, mailbox, LATER)
        until(lambda: len(listener) == 1)
        for state in ("paused by its owner", "sign-in needed"):
            set_state(ines, connection_id, state)
            until(lambda: len(listener) == 0)
            set_state(ines, connection_id, "up to date")
            until(lambda: len(listener) == 1)
        with ines.app.transaction(ines.acting) as session:
            due.drop(session, ines.user_id, "sync", str(connection_id))
            session.execute(text("delete from credential where connection_id = :id"), {"id": connection_id})
        until(lambda: len(listener) == 0)


def test_another_credential_takes_the_place_of_the_one_that_is_held(ines: Person, mailbox: Mailbox) -> None:
    connect(ines, mailbox, LATER)
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        until(lambda: len(listener) == 1)
        connect(ines, mailbox, LATER, secret="wrong")
        until(lambda: len(listener) == 0)
        connect(ines, mailbox, LATER)
        until(lambda: len(listener) == 1)


def test_a_wrong_password_is_left_to_the_worker(ines: Person, mailbox: Mailbox) -> None:
    connect(ines, mailbox, LATER, secret="wrong")
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        until(lambda: looks(ines.worker) == 1)
        assert len(listener) == 0


def test_a_server_that_breaks_off_is_returned_to(ines: Person, mailbox: Mailbox, dovecot: Dovecot) -> None:
    connect(ines, mailbox, LATER)
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        until(lambda: asked(ines.worker))
        dovecot.kick(mailbox.user)
        until(lambda: len(listener) == 0)
        until(lambda: len(listener) == 1)
        until(lambda: asked(ines.worker))  # what came while nobody heard


def test_the_waiting_is_renewed_and_still_hears(ines: Person, mailbox: Mailbox, dovecot: Dovecot) -> None:
    connect(ines, mailbox, LATER)
    logged_in = dovecot.log().count(f"user=<{mailbox.user}>")
    with hearing(ines.worker, mailroom(mailbox), renew=0.05) as listener:
        until(lambda: asked(ines.worker))
        for number in range(3):
            mailbox.append([payload(number)])
            until(lambda: asked(ines.worker))
        assert len(listener) == 1
    assert dovecot.log().count(f"Login: user=<{mailbox.user}>") <= logged_in + 1


def test_a_server_without_idle_is_left_to_the_looks(ines: Person, old_mailbox: Mailbox) -> None:
    connect(ines, old_mailbox, LATER)
    with hearing(ines.worker, mailroom(old_mailbox)) as listener:
        until(lambda: "Login: user=" + f"<{old_mailbox.user}>" in old_mailbox.dovecot.log())
        assert len(listener) == 0
        assert looks(ines.worker) == 0


def test_a_lost_database_costs_no_mailbox_and_no_push(ines: Person, mailbox: Mailbox, dovecot: Dovecot) -> None:
    connect(ines, mailbox, LATER)
    with hearing(ines.worker, mailroom(mailbox)) as listener:
        until(lambda: asked(ines.worker))
        logins = dovecot.log().count(f"Login: user=<{mailbox.user}>")
        with ines.worker.engine.begin() as connection:
            connection.execute(
                text("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'boswell_worker'"
                     " and datname = current_database() and pid <> pg_backend_pid()")
            )  # fmt: skip
        mailbox.append([payload(1)])
        until(lambda: asked(ines.worker))
        assert len(listener) == 1
        assert dovecot.log().count(f"Login: user=<{mailbox.user}>") == logins


def test_two_listeners_hold_a_mailbox_once_and_one_takes_over(ines: Person, dovecot: Dovecot) -> None:
    mailboxes = [Mailbox(dovecot) for _ in range(8)]
    for each in mailboxes:
        connect(ines, each, LATER)
    room = mailroom(mailboxes[0])
    with hearing(ines.worker, room) as first:
        until(lambda: len(first) == 8)
        with hearing(ines.worker, room) as second:
            until(lambda: len(first) + len(second) == 8 and len(first) < 8, 40)
        until(lambda: len(first) == 8, 40)
    for each in mailboxes:
        each.close()


@pytest.mark.parametrize("name", ["hold", "let_go", "only", "keep_shares", "changed", "lost", "turns"])
def test_it_is_what_the_others_expect(name: str) -> None:
    assert hasattr(Listener, name)
