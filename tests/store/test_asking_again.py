from __future__ import annotations

from datetime import timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import func, select, update

from extract.raw import MESSAGE, RawItem
from store.asking_again import FIRST_WAIT, LONGER, MOST_TRIES, WHOLE_TRIES, Wanted, put_off, wanted
from store.connections import Place, collection_of, connect
from store.inbound import Arrival, save
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import LATER, Person


def keep(person: Person, *items: RawItem, refused: tuple[str, ...] = ()) -> tuple[UUID, Collection]:
    with person.worker.transaction(person.acting) as session:
        connection = connect(session, person.user_id, Place("imap", "a"), LATER)
        inbox = collection_of(session, connection, "inbox", "mailbox_folder")
        save(session, inbox, Arrival(items, "here", dict.fromkeys(refused, "too slow")), str.encode)
    return connection.id, inbox


def waits(person: Person, inbox: Collection) -> timedelta | None:
    """Put the item off once more; how long that is."""
    with person.worker.transaction(person.acting) as session:
        put_off(session, inbox.id, ["1"])
        left = select(Inbound.next_try_at - func.now()).where(Inbound.remote_id == "1")
        return cast("timedelta | None", session.scalar(left))


def asked(person: Person, connection_id: UUID) -> dict[str, Wanted]:
    with person.worker.transaction(person.acting) as session:
        session.execute(update(Inbound).where(Inbound.next_try_at.is_not(None)).values(next_try_at=LATER))
        return wanted(session, connection_id)


def test_it_is_asked_for_less_and_less_often_then_in_part_and_then_no_more(ines: Person) -> None:
    connection_id, inbox = keep(ines, refused=("1", "2"))
    found = []
    for tries in range(MOST_TRIES):
        assert waits(ines, inbox) == FIRST_WAIT * LONGER**tries
        found.append(asked(ines, connection_id))
    whole, part = {"inbox": Wanted(whole={"1"})}, {"inbox": Wanted(first_part={"1"})}
    assert found == [whole] * WHOLE_TRIES + [part] * (MOST_TRIES - WHOLE_TRIES)
    assert (waits(ines, inbox), asked(ines, connection_id)) == (None, {})


def test_what_has_come_is_not_asked_for(ines: Person) -> None:
    connection_id, inbox = keep(ines, refused=("1",))
    waits(ines, inbox)
    with ines.worker.transaction(ines.acting) as session:
        assert wanted(session, connection_id) == {}  # it is not time yet
    keep(ines, RawItem(MESSAGE, b"Subject: 1\n\n", None, "1"))
    assert asked(ines, connection_id) == {}
    assert waits(ines, inbox) is None
