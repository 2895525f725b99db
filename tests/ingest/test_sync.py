"""Passes over the reference source: what is kept, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.raw import INBOX, MESSAGE, SENT, TRASH, RawItem
from ingest.errors import CollectionUnavailable, Malformed, SourceError, Unavailable
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, Refused
from ingest.sources.memory import MemoryServer, MemorySource
from ingest.sync import Pass
from store.connections import Place
from store.inbound import Kept
from store.models.private.connection import Collection, Consent
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.letters import keyed_hash

PLACE = Place("memory", "a server")


class House:
    """A server with an inbox, and the passes over it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.server = MemoryServer()
        self.server.add_collection(CollectionRef("inbox", "Inbox", "mailbox_folder", INBOX))
        self.asked: list[UUID] = []

    def put(self, *numbers: int, body: str = "", labels: tuple[str, ...] = ()) -> None:
        for number in numbers:
            payload = f"Subject: {number}\n\n{body}\n".encode()
            self.server.put("inbox", RawItem(MESSAGE, payload, MONDAY, str(number), labels))

    def open(self, at_once: int = 200) -> MemorySource:
        return MemorySource(self.server, BatchLimits(items=at_once))

    def over(self, *, accept_gone: bool = False) -> Pass:
        return Pass(self.person.worker, self.person.user_id, PLACE, keyed_hash, self._asked, accept_gone)

    def follow(self, at_once: int = 200, *, accept_gone: bool = False) -> list[Kept]:
        return list(self.over(accept_gone=accept_gone).over(self.open(at_once), LATER))

    def take(self, *numbers: int) -> None:
        for number in numbers:
            self.server.remove("inbox", str(number))

    def present(self) -> int:
        with self.person.app.transaction(self.person.acting) as session:
            return len(session.scalars(select(Inbound.id).where(~Inbound.gone)).all())

    def state(self) -> tuple[str, str, int]:
        with self.person.app.transaction(self.person.acting) as session:
            found = session.scalars(select(ConnectionState)).one()
        return found.state, found.reason_code, found.difference

    def _asked(self, session: Session, owner_id: UUID) -> None:
        self.asked.append(owner_id)

    def gone(self) -> dict[str, bool]:
        with self.person.app.transaction(self.person.acting) as session:
            return {row.remote_id: row.gone for row in session.scalars(select(Inbound).order_by(Inbound.remote_id))}

    def cursors(self) -> dict[str, str | None]:
        with self.person.app.transaction(self.person.acting) as session:
            return {row.remote_name: row.cursor for row in session.scalars(select(Collection))}


@pytest.fixture
def house(ines: Person) -> House:
    return House(ines)


class Broken(MemorySource):
    """A server with one folder that cannot be followed."""

    error: SourceError = Malformed("odd")

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        if collection.remote_id == "broken":
            raise self.error
        return super().changes(collection, since)


@pytest.mark.parametrize(
    ("error", "kept"), [(Malformed("odd"), 2), (CollectionUnavailable("shut"), 2), (Unavailable("gone"), 0)]
)
def test_one_folder_that_cannot_be_followed_holds_no_other_up(ines: Person, error: SourceError, kept: int) -> None:
    house = House(ines)
    server = MemoryServer()
    for name in ("broken", "inbox"):
        server.add_collection(CollectionRef(name, name, "mailbox_folder"))
    house.server = server
    house.put(1, 2)
    source = Broken(server)
    source.error = error
    with pytest.raises(type(error), match=str(error)):
        list(house.over().over(source, LATER))
    assert house.present() == kept


def test_everything_is_kept_and_the_next_pass_brings_only_what_is_new(house: House) -> None:
    house.put(1, 2)
    assert house.follow() == [Kept(fresh=2, known=0, dropped=0, quarantined=0)]
    assert house.follow() == []
    house.put(3)
    house.put(1, body="another text")
    assert house.follow() == [Kept(fresh=2, known=0, dropped=0, quarantined=0)]
    assert house.gone() == {"1": False, "2": False, "3": False}


def test_reading_is_asked_for_with_what_is_fresh_and_not_without(house: House) -> None:
    house.follow()
    house.put(9, labels=(TRASH,))
    house.follow()
    assert house.asked == []
    house.put(1, 2)
    house.follow(at_once=1)
    assert house.asked == [house.person.user_id] * 2


def test_what_cannot_be_handed_over_is_set_aside_with_its_sentence(house: House) -> None:
    house.server.put("inbox", Refused("7", "It is larger than 25 MB."))
    assert house.follow() == [Kept(fresh=0, known=0, dropped=0, quarantined=1)]
    with house.person.app.transaction(house.person.acting) as session:
        assert session.scalars(select(Inbound.reason)).one() == "It is larger than 25 MB."


def test_a_pass_that_was_broken_off_goes_on_where_it_stopped(house: House) -> None:
    house.put(1, 2, 3)
    assert len(list(islice(house.over().over(house.open(1), LATER), 1))) == 1
    assert house.gone() == {"3": False}  # newest first
    assert sum(kept.fresh for kept in house.follow(1)) == 2
    assert sum(kept.known for kept in house.follow(1)) == 0


def test_an_expired_cursor_lists_again_and_finds_out_what_went(house: House) -> None:
    house.put(1, 2, 3)
    house.follow()
    house.server.remove("inbox", "2")
    house.server.expire("inbox")
    house.put(4)
    kept = house.follow()
    assert (sum(each.fresh for each in kept), sum(each.known for each in kept)) == (1, 2)
    assert house.gone() == {"1": False, "2": True, "3": False, "4": False}
    assert house.follow() == []


def test_listing_again_that_was_broken_off_still_finds_out_what_went(house: House) -> None:
    house.put(1, 2, 3)
    house.follow()
    house.server.remove("inbox", "2")
    house.server.expire("inbox")
    list(islice(house.over().over(house.open(1), LATER), 1))
    house.follow(1)
    assert house.gone() == {"1": False, "2": True, "3": False}
    assert house.follow() == []


def test_each_collection_has_its_own_cursor_under_one_consent(house: House) -> None:
    house.server.add_collection(CollectionRef("sent", "Sent", "mailbox_folder", SENT))
    house.server.put("sent", RawItem(MESSAGE, b"Subject: x\n\n", None, "1", (SENT,)))
    house.put(1)
    house.follow()
    cursors = house.cursors()
    assert set(cursors) == {"inbox", "sent"}
    assert cursors["inbox"] != cursors["sent"]
    house.follow()
    with house.person.app.transaction(house.person.acting) as session:
        assert session.scalars(select(Consent.owner_id)).all() == [house.person.user_id]


def test_a_server_that_is_down_loses_nothing_that_was_kept(house: House) -> None:
    house.put(1, 2)
    passing = house.over().over(house.open(1), LATER)
    next(passing)
    house.server.down = True
    with pytest.raises(Unavailable):
        house.follow()
    house.server.down = False
    house.follow()
    assert set(house.gone()) == {"1", "2"}


def test_the_state_of_a_connection_is_written_at_the_end_of_a_pass(house: House) -> None:
    house.put(1, 2)
    passing = house.over().over(house.open(1), LATER)
    next(passing)
    with house.person.app.transaction(house.person.acting) as session:
        assert session.scalars(select(ConnectionState.state)).one() == "reading history"
    list(passing)
    with house.person.app.transaction(house.person.acting) as session:
        state = session.scalars(select(ConnectionState)).one()
    assert (state.state, state.stored, state.last_success_at) == ("up to date", 2, LATER)
