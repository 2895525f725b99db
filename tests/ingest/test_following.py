"""Connections in the background, on the real server: what becomes of a pass, and when the next one is due."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from ingest.choices import set_pace
from ingest.connect import EVERY, accept_gone, disconnect, pause, resume
from ingest.errors import Busy, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.following import LEASE, SLICE, SPREAD, SPREAD_OUT, Follower, spread, told
from ingest.gate import Gate, Hands
from ingest.hosts import RefusedHost
from ingest.mailboxes import ACCEPT_GONE
from store.crypto import DoesNotOpen
from store.judgement.pacing import LONGEST_WAIT
from store.models.due import Due
from store.models.private.connection import Collection, Connection
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from store.turns import LOOK_AGAIN
from tests.firm import LATER, Person
from tests.ingest.connected import connect, follow_due, mailroom, server_of
from tests.ingest.letters import keyed_hash
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox


class Following:
    """A follower of one person's mailbox, with a clock of its own."""

    def __init__(self, person: Person, mailbox: Mailbox) -> None:
        self.person, self.mailbox, self.now = person, mailbox, LATER
        self.asked: list[UUID] = []
        self.follower = Follower(
            person.worker, mailroom(mailbox), keyed_hash, lambda _, owner: self.asked.append(owner), lambda: self.now,
            lambda: 1.0,
        )  # fmt: skip

    def follow(self, *, stopping: bool = False) -> tuple[UUID, ...]:
        return follow_due(self.person, self.follower, stopping=stopping)

    def state(self) -> ConnectionState:
        with self.person.app.transaction(self.person.acting) as session:
            return session.scalars(select(ConnectionState)).one()

    def due(self) -> list[datetime]:
        with self.person.app.transaction(self.person.acting) as session:
            return list(session.scalars(select(Due.at).where(Due.kind == "sync")))

    def compared_at(self) -> set[datetime]:
        with self.person.app.transaction(self.person.acting) as session:
            return {at for at in session.scalars(select(Collection.compared_at)) if at is not None}

    def kept(self) -> int:
        with self.person.app.transaction(self.person.acting) as session:
            return len(session.scalars(select(Inbound.id).where(~Inbound.gone)).all())


@pytest.fixture
def following(ines: Person, mailbox: Mailbox) -> Following:
    return Following(ines, mailbox)


def test_a_mailbox_is_read_to_its_end_and_looked_at_again(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(5))
    before = following.mailbox.state()
    connect(ines, following.mailbox, LATER)
    assert len(following.follow()) == 1
    assert following.asked == [ines.user_id]
    state = following.state()
    assert (state.state, state.stored, state.last_success_at, following.kept()) == ("up to date", 5, LATER, 5)
    (at,) = following.due()
    assert abs(at - (LATER + EVERY)) <= EVERY * SPREAD
    assert following.follow() == ()
    assert following.mailbox.state() == before
    following.mailbox.append([payload(5)])
    following.now = at
    following.follow()
    assert following.kept() == 6


def test_a_renumbered_folder_loses_and_doubles_nothing(following: Following, ines: Person) -> None:
    mailbox, letters = following.mailbox, [payload(number) for number in range(14)]
    mailbox.create("Projekt")
    mailbox.append(letters, "Projekt")
    connect(ines, mailbox, LATER)
    following.follow()
    assert following.kept() == 14
    mailbox.client.delete("Projekt")
    mailbox.create("Projekt")
    mailbox.append([*letters[2:], payload(14)], "Projekt")
    following.now += 2 * EVERY
    following.follow()
    assert (following.state().state, following.state().difference, following.kept()) == ("up to date", 0, 13)


def test_a_renamed_folder_and_what_went_are_understood_from_what_is_stored(following: Following, ines: Person) -> None:
    mailbox = following.mailbox
    mailbox.create("Alt")
    mailbox.append((payload(number) for number in range(6)), "Alt")
    connect(ines, mailbox, LATER)
    following.follow()
    mailbox.client.rename("Alt", "Neu")
    mailbox.expunge([2, 3], "Neu")
    following.now += 2 * EVERY
    following.asked.clear()
    following.follow()
    assert (following.kept(), following.asked) == (4, [])


def test_once_a_night_what_is_here_is_compared_with_what_is_there(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(5))
    connect(ines, following.mailbox, LATER)
    following.follow()
    assert following.compared_at() == set()
    with ines.worker.transaction(ines.acting) as session:
        lost = session.scalars(select(Inbound).limit(1)).one()
        session.delete(lost)
    (following.now,) = following.due()
    following.follow()
    assert following.kept() == 4
    following.now += timedelta(days=1)
    following.follow()
    assert (following.kept(), following.compared_at()) == (5, {following.now})
    night = following.now
    following.now += 2 * EVERY
    following.follow()
    assert following.compared_at() == {night}


def test_a_slow_history_takes_one_stretch_at_each_look(
    following: Following, ines: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.mailboxes.HISTORY_AT_ONCE", 5)
    following.mailbox.append(payload(number) for number in range(12))
    connection_id = connect(ines, following.mailbox, LATER)
    with ines.app.transaction(ines.acting) as session:
        set_pace(session, connection_id, "slow")
    looks = []
    for _ in range(3):
        following.follow()
        looks.append((following.kept(), following.state().state))
        (following.now,) = following.due()
    assert looks == [(5, "reading history"), (10, "reading history"), (12, "up to date")]


def test_a_pass_that_was_paused_while_another_went_on_says_nothing(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(450))
    connection_id = connect(ines, following.mailbox, LATER)
    other = Following(ines, following.mailbox)

    def asleep() -> bool:
        if not other.asked:
            other.follower.follow(ines.user_id, connection_id, lambda: False)
        return False

    following.follower.follow(ines.user_id, connection_id, asleep)
    assert (following.kept(), following.state().state) == (450, "up to date")
    assert len(following.asked) == 1


def test_a_pass_that_nobody_ended_is_due_again(following: Following, ines: Person) -> None:
    connection_id = connect(ines, following.mailbox, LATER)
    assert following.follower.take(ines.user_id, connection_id)
    assert not following.follower.take(ines.user_id, connection_id)
    assert following.due() == [LATER + LEASE]


def test_a_worker_that_stops_ends_after_its_batch_and_another_goes_on(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(450))
    connect(ines, following.mailbox, LATER)
    following.follow(stopping=True)
    assert (following.kept(), following.due()) == (200, [LATER])
    following.follow()
    assert following.kept() == 450


def test_a_wrong_password_is_not_tried_again(following: Following, ines: Person) -> None:
    connect(ines, following.mailbox, LATER, secret="wrong")
    following.follow()
    assert (following.state().state, following.state().reason_code, following.due()) == (
        "sign-in needed", "credential", [],
    )  # fmt: skip
    connect(ines, following.mailbox, LATER)
    following.follow()
    assert following.state().state == "up to date"


def test_a_server_that_cannot_be_reached_is_asked_less_and_less_often(following: Following, ines: Person) -> None:
    host = server_of(following.mailbox).host
    gone = type(server_of(following.mailbox))(host, 9, following.mailbox.user)
    connect(ines, following.mailbox, LATER, server=gone)
    following.follow()
    state = following.state()
    assert (state.state, state.reason_code) == ("not reachable", "unavailable")
    assert [state.next_try_at] == following.due()
    waits = []
    for _ in range(12):
        (following.now,) = following.due()
        following.follow()
        waits.append(following.due()[0] - following.now)
    assert waits[:4] == [timedelta(seconds=2**n) for n in range(1, 5)]
    assert waits[-1] == LONGEST_WAIT
    assert following.state().failures == 13
    connect(ines, following.mailbox, LATER)
    following.follow()
    assert following.state().state == "up to date"


def test_a_connection_that_was_deleted_is_not_followed(following: Following, ines: Person) -> None:
    connection_id = connect(ines, following.mailbox, LATER)
    with ines.app.transaction(ines.acting) as session:
        session.execute(select(1))
    following.follower.follow(ines.user_id, UUID(int=connection_id.int ^ 1), lambda: False)
    assert following.due() == [LATER]


def test_a_pause_ends_the_pass_after_its_batch_and_lasts(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(450))
    connection_id = connect(ines, following.mailbox, LATER)

    def pause_once() -> bool:
        with ines.app.transaction(ines.acting) as session:
            pause(session, ines.user_id, connection_id)
        return False

    assert following.follower.take(ines.user_id, connection_id)
    following.follower.follow(ines.user_id, connection_id, pause_once)
    assert (following.kept(), following.state().state) == (200, "paused by its owner")
    following.now += LEASE
    assert following.follow() == ()
    assert following.due() == []
    with ines.app.transaction(ines.acting) as session:
        resume(session, ines.user_id, connection_id, following.now)
    following.follow()
    assert (following.kept(), following.state().state) == (450, "up to date")


def test_a_look_that_is_asked_for_meanwhile_comes_whatever_became_of_this_one(
    following: Following, ines: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection_id = connect(ines, following.mailbox, LATER, secret="wrong")
    asked_at = following.now + timedelta(seconds=1)

    def tells(error: SourceError | DoesNotOpen) -> tuple[str, str]:
        connect(ines, following.mailbox, asked_at)  # with the right password
        return told(error)

    monkeypatch.setattr("ingest.following.told", tells)
    following.follower.follow(ines.user_id, connection_id, lambda: False)
    assert following.due() == [asked_at]
    assert following.state().state != "sign-in needed"
    following.follower.follow(ines.user_id, connection_id, lambda: False)
    assert following.state().state == "up to date"


def test_what_went_all_at_once_waits_until_its_owner_says_that_it_was_meant(following: Following, ines: Person) -> None:
    mailbox = following.mailbox
    uids = mailbox.append(payload(number) for number in range(20))
    connection_id = connect(ines, mailbox, LATER)
    following.follow()
    mailbox.expunge(uids[:18])
    for now in (2 * EVERY, 4 * EVERY):
        following.now = LATER + now
        following.follow()
        assert (following.state().state, following.state().difference) == ("waiting for its owner", 18)
    assert ines.count("outbox") == 1
    with ines.app.transaction(ines.acting) as session:
        accept_gone(session, ines.user_id, connection_id, following.now)
    following.follow()
    assert (following.state().state, following.kept()) == ("up to date", 2)
    with ines.app.transaction(ines.acting) as session:
        assert ACCEPT_GONE not in session.scalars(select(Connection.settings)).one()


def test_a_disconnected_mailbox_is_not_followed(following: Following, ines: Person) -> None:
    connection_id = connect(ines, following.mailbox, LATER)
    assert following.follower.take(ines.user_id, connection_id)
    with ines.app.transaction(ines.acting) as session:
        disconnect(session, ines.user_id, connection_id, LATER)
    following.follower.follow(ines.user_id, connection_id, lambda: False)
    assert (following.due(), ines.count("connection")) == ([], 1)


def test_a_long_pass_lets_others_have_their_turn(following: Following, ines: Person) -> None:
    following.mailbox.append(payload(number) for number in range(450))
    connection_id = connect(ines, following.mailbox, LATER)

    def slow() -> datetime:
        following.now += SLICE / 4
        return following.now

    follower = replace(following.follower, clock=slow)
    assert follower.take(ines.user_id, connection_id)
    follower.follow(ines.user_id, connection_id, lambda: False)
    assert following.kept() in {200, 400}
    (at,) = following.due()
    assert at <= following.now
    following.follow()
    assert following.kept() == 450


def test_one_whose_turn_it_is_not_comes_back_without_having_failed(following: Following, ines: Person) -> None:
    connection_id = connect(ines, following.mailbox, LATER)
    gate = Gate(ines.worker, keyed_hash, lambda: following.now, Hands(4))
    room = replace(mailroom(following.mailbox), gate=gate)
    server = server_of(following.mailbox)
    again: list[UUID] = []
    following.follower = replace(following.follower, mailroom=room, again=lambda *whose: again.append(whose[2]))
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(gate.visit(server.host, f"another{_}"))
        following.follow()
        assert not again
    assert again == [connection_id]  # at once when there was a hand for it
    (at,) = following.due()
    assert LATER < at <= LATER + 2 * LOOK_AGAIN + SPREAD_OUT
    assert (following.state().state, following.state().failures) == ("reading history", 0)
    following.now = at
    following.follow()
    assert following.state().state == "up to date"


def test_while_a_server_does_not_answer_others_there_wait_with_it(following: Following, ines: Person) -> None:
    connect(ines, following.mailbox, LATER)
    gate = Gate(ines.worker, keyed_hash, lambda: following.now, Hands(4), lambda: 1.0)
    following.follower = replace(following.follower, mailroom=replace(mailroom(following.mailbox), gate=gate))
    server = server_of(following.mailbox)
    gate.failed(gate.server(server.host, "another"), Unavailable("x", 60))
    following.follow()
    state, (at,) = following.state(), following.due()
    assert (state.state, state.reason_code, state.failures) == ("not reachable", "unavailable", 0)
    assert state.next_try_at == at == LATER + timedelta(minutes=1) + SPREAD_OUT
    following.now = at
    following.follow()
    assert following.state().state == "up to date"


def test_those_who_failed_together_do_not_come_back_together() -> None:
    assert len({spread() for _ in range(20)}) > 10
    assert all(1 - SPREAD <= spread() <= 1 + SPREAD for _ in range(200))


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (CredentialsRejected("x"), "sign-in needed", "credential"),
        (DoesNotOpen("x"), "sign-in needed", "credential"),
        (RefusedHost("x"), "not reachable", "refused host"),
        (Unavailable("x"), "not reachable", "unavailable"),
        (Busy("x", whole=True), "not reachable", "busy"),
        (Malformed("x"), "not reachable", "malformed"),
        (SourceError("x"), "not reachable", "declined"),
    ],
)
def test_errors_become_states_with_codes(error: SourceError | DoesNotOpen, state: str, code: str) -> None:
    assert told(error) == (state, code)
