"""Passes over the reference source: what is kept, where the cursor stands, what counts as gone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from extract.raw import INBOX, MESSAGE, SENT, TRASH, RawItem
from ingest.errors import CollectionUnavailable, Malformed, SourceError, Unavailable
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor, Refused
from ingest.sources.memory import MemoryServer, MemorySource
from ingest.sync import Pass
from store.batches import waiting
from store.connections import Place
from store.inbound import Kept
from store.models.private.connection import Collection, Connection, Consent
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


@pytest.fixture
def house(ines: Person) -> House:
    return House(ines)


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


def test_what_is_gone_at_the_source_is_gone_here(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.server.remove("inbox", "1")
    house.follow()
    assert house.gone() == {"1": True, "2": False}


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


def test_what_comes_back_is_there_again(house: House) -> None:
    house.put(1)
    house.follow()
    house.server.remove("inbox", "1")
    house.follow()
    house.put(1)
    assert [kept.fresh for kept in house.follow()] == [1]
    assert house.gone() == {"1": False}


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


ASKS = ("waiting for its owner", "mostly gone")


def missed(kept: list[Kept]) -> int:
    return sum(each.missed for each in kept)


@pytest.mark.parametrize("at_once", [200, 3])
def test_when_most_of_a_collection_is_gone_nothing_is_marked_until_its_owner_says_so(
    house: House, at_once: int
) -> None:
    house.put(*range(12))
    house.follow()
    before = house.cursors()
    house.take(*range(7))
    for _ in range(2):
        assert missed(house.follow(at_once)) == 7
        assert (house.present(), house.cursors()) == (12, before)
        assert house.state() == (*ASKS, 7)
    assert missed(house.follow(at_once, accept_gone=True)) == 0
    assert house.present() == 5
    assert house.state() == ("up to date", "", 0)
    assert house.follow() == []


def test_what_is_new_is_kept_while_most_is_missed(house: House) -> None:
    house.put(*range(12))
    house.follow(3)
    house.take(*range(9))
    house.put(20, 21, 22, 23)
    assert sum(kept.fresh for kept in house.follow(3)) == 4
    assert sum(kept.fresh for kept in house.follow(3)) == 0
    assert house.present() == 16
    house.put(*range(9))  # the disk is mounted again
    house.follow(3)
    assert house.state() == ("up to date", "", 0)
    assert house.follow() == []
    assert house.present() == 16


def test_half_of_a_collection_may_go(house: House) -> None:
    house.put(*range(12))
    house.follow()
    house.take(*range(6))
    assert missed(house.follow(2)) == 0
    assert house.present() == 6


def test_a_listing_that_lacks_most_is_not_believed_either(house: House) -> None:
    house.put(*range(12))
    house.follow()
    house.take(*range(7))
    house.server.expire("inbox")
    for _ in range(2):
        assert missed(house.follow(3)) == 7
        assert house.present() == 12
    house.follow(3, accept_gone=True)
    assert house.present() == 5
    assert house.follow() == []


def test_a_collection_that_is_no_longer_listed_is_gone_with_all_it_held(house: House) -> None:
    house.server.add_collection(CollectionRef("offers", "Offers", "mailbox_folder"))
    house.server.put("offers", RawItem(MESSAGE, b"Subject: offer\n\n", None, "o"))
    house.put(1)
    house.follow()
    shelf = house.server.shelves.pop("offers")
    house.follow()
    assert house.gone() == {"1": False, "o": True}
    house.server.shelves["offers"] = shelf
    assert sum(kept.fresh for kept in house.follow()) == 1
    assert house.gone() == {"1": False, "o": False}


def test_a_large_collection_that_is_no_longer_listed_is_asked_about(house: House) -> None:
    house.put(*range(10))
    house.follow()
    shelf = house.server.shelves.pop("inbox")
    assert missed(house.follow()) == 10
    assert (house.present(), house.state()) == (10, (*ASKS, 10))
    house.server.shelves["inbox"] = shelf
    assert missed(house.follow()) == 0
    assert (house.present(), house.state()) == (10, ("up to date", "", 0))
    del house.server.shelves["inbox"]
    house.follow(accept_gone=True)
    assert house.present() == 0


def test_a_large_collection_that_its_owner_leaves_out_is_not_asked_about(house: House) -> None:
    house.put(*range(10))
    house.follow()
    with house.person.app.transaction(house.person.acting) as session:
        session.execute(update(Connection).values(settings={"without": ["Inbox"]}))
    del house.server.shelves["inbox"]
    assert missed(house.follow()) == 0
    assert (house.present(), house.state()) == (0, ("up to date", "", 0))


def test_a_collection_under_another_name_is_not_missed(house: House) -> None:
    house.put(*range(10))
    house.follow()
    shelf = house.server.shelves.pop("inbox")
    house.server.add_collection(CollectionRef("archive", "Archive", "mailbox_folder"))
    for number in shelf.held():
        house.server.put("archive", shelf.changes[number])  # type: ignore[arg-type]  # those held are items
    assert missed(house.follow()) == 0
    assert house.present() == 10


def test_a_mailbox_that_was_cleared_into_another_is_believed_when_that_one_was_seen(house: House) -> None:
    house.server.add_collection(CollectionRef("archive", "Archive", "mailbox_folder"))
    house.put(*range(10))
    house.follow()
    for number in range(10):
        house.server.put("archive", RawItem(MESSAGE, f"Subject: {number}\n\n\n".encode(), MONDAY, f"a{number}"))
    house.take(*range(10))
    house.follow()
    assert missed(house.follow()) == 0
    assert house.present() == 10


def test_what_goes_and_comes_back_in_one_pass_is_there(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.take(1)
    house.put(1, body="again")
    house.follow(1)
    assert house.gone() == {"1": False, "2": False}


def test_what_goes_while_it_waits_is_not_read(house: House) -> None:
    house.put(1, 2)
    house.follow()
    house.take(1)
    house.follow()
    with house.person.worker.transaction(house.person.acting) as session:
        assert [row.remote_id for row in waiting(session, house.person.user_id)] == ["2"]
