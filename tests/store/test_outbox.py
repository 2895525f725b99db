from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from store import due
from store.models.private.outbox import Outgoing
from store.outbox import hand_over, open_one, put, put_off, settle
from tests.firm import LATER, Person

SOON = LATER + timedelta(minutes=1)


def put_one(person: Person) -> UUID:
    with person.worker.transaction(person.acting) as session:
        put(session, person.user_id, "sign-in needed", uuid4(), LATER)
        return session.scalars(select(Outgoing.id)).one()


def state(person: Person) -> tuple[str, str | None, int]:
    with person.worker.transaction(person.acting) as session:
        row = session.scalars(select(Outgoing)).one()
        return row.state, row.message_id, row.attempts


def due_at(person: Person, minutes: int = 0) -> tuple[str, ...]:
    with person.worker.transaction(person.acting) as session:
        return due.take(session, person.user_id, "deliver", LATER + timedelta(minutes=minutes))


def test_a_notice_is_due_at_once_and_open_until_it_is_settled(ines: Person) -> None:
    outgoing_id = put_one(ines)
    with ines.worker.transaction(ines.acting) as session:
        assert open_one(session, ines.user_id, outgoing_id) is not None
        settle(session, ines.user_id, outgoing_id, "not needed", LATER)
    with ines.worker.transaction(ines.acting) as session:
        assert open_one(session, ines.user_id, outgoing_id) is None
        assert open_one(session, ines.user_id, uuid4()) is None
    assert due_at(ines) == ()


def test_what_was_handed_over_and_never_settled_is_unknown_for_good(ines: Person) -> None:
    outgoing_id = put_one(ines)
    with ines.worker.transaction(ines.acting) as session:
        hand_over(session, outgoing_id, "<a@b.example>")
    for _ in range(2):
        with ines.worker.transaction(ines.acting) as session:
            assert open_one(session, ines.user_id, outgoing_id) is None
    assert state(ines) == ("unknown", "<a@b.example>", 0)
    assert due_at(ines) == ()


def test_what_surely_was_not_sent_is_due_again(ines: Person) -> None:
    outgoing_id = put_one(ines)
    due_at(ines)
    with ines.worker.transaction(ines.acting) as session:
        hand_over(session, outgoing_id, "<a@b.example>")
        put_off(session, ines.user_id, outgoing_id, SOON)
    assert state(ines) == ("waiting", None, 1)
    assert due_at(ines) == ()
    assert due_at(ines, 1) == (str(outgoing_id),)


def test_nothing_is_sent_without_its_message_id_on_record(ines: Person) -> None:
    outgoing_id = put_one(ines)
    with pytest.raises(IntegrityError), ines.worker.transaction(ines.acting) as session:
        settle(session, ines.user_id, outgoing_id, "sent", LATER)
