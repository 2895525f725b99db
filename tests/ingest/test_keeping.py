"""Two passes over one connection: the one that was paused writes nothing once the other has begun."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from extract.raw import INBOX, MESSAGE, RawItem
from ingest.keeping import Whose
from ingest.protocol import BatchLimits, CollectionRef
from ingest.sources.memory import MemoryServer, MemorySource
from ingest.sync import Pass
from store.connections import Place
from store.errors import Superseded
from store.inbound import Kept
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from store.models.shared.connection_state import ConnectionState
from tests.builders import MONDAY
from tests.firm import LATER, Person
from tests.ingest.letters import keyed_hash

PLACE = Place("memory", "a server")


class House:
    """A server, and passes over it that keep one item at a time."""

    def __init__(self, person: Person) -> None:
        self.person, self.server = person, MemoryServer()
        self.server.add_collection(CollectionRef("inbox", "Inbox", "mailbox_folder", INBOX))
        for number in range(6):
            self.put(number)

    def put(self, number: int) -> None:
        self.server.put("inbox", RawItem(MESSAGE, b"Subject: %d\n\n" % number, MONDAY, str(number)))

    def over(self) -> Iterator[Kept]:
        passing = Pass(self.person.worker, self.person.user_id, PLACE, keyed_hash, lambda *_: None)
        return passing.over(MemorySource(self.server, BatchLimits(items=1)), LATER)

    def stands(self) -> tuple[str | None, list[str], str]:
        with self.person.app.transaction(self.person.acting) as session:
            return (
                session.scalars(select(Collection.cursor)).one(),
                sorted(session.scalars(select(Inbound.remote_id).where(~Inbound.gone))),
                session.scalars(select(ConnectionState.state)).one(),
            )


@pytest.fixture
def house(ines: Person) -> House:
    return House(ines)


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_pass_that_was_paused_ends_itself_and_changes_nothing(house: House, after: int) -> None:
    paused = house.over()
    for _ in range(after):
        next(paused)
    assert sum(kept.fresh for kept in house.over()) == 6 - after
    house.put(7)
    house.server.remove("inbox", "1")
    list(house.over())
    stands = house.stands()
    with pytest.raises(Superseded):
        list(paused)
    assert house.stands() == stands
    assert stands[1] == ["0", "2", "3", "4", "5", "7"]
    assert list(house.over()) == []


def test_passes_that_take_turns_lose_and_double_nothing(house: House) -> None:
    passes: list[Iterator[Kept]] = []
    kept = 0
    for _ in range(4):
        passes.append(house.over())
        kept += next(passes[-1]).fresh
    for each in passes[:-1]:
        with pytest.raises(Superseded):
            next(each)
    kept += sum(each.fresh for each in passes[-1])
    assert (kept, house.stands()[1]) == (6, [str(number) for number in range(6)])


def test_a_paused_pass_does_not_say_that_the_server_cannot_be_reached(house: House) -> None:
    paused = house.over()
    next(paused)
    list(house.over())
    house.server.down = True
    with pytest.raises(Superseded):
        list(paused)
    assert house.stands()[2] == "up to date"


def test_a_first_listing_is_timed_and_what_is_left_is_told(house: House) -> None:
    whose = Whose(house.person.worker, house.person.user_id, PLACE)
    keeping = whose.begin(keyed_hash, lambda *_: None, LATER)
    collection = keeping.collection(CollectionRef("inbox", "Inbox", "mailbox_folder", INBOX, 40))
    assert (collection.name, collection.special_use, collection.history_left) == ("Inbox", INBOX, 40)
    batch = next(MemorySource(house.server, BatchLimits(items=1)).changes(CollectionRef("inbox", "", "calendar"), None))
    assert batch.left == 5
    keeping.keep(collection, batch, batch.cursor)
    keeping.tell(LATER, rate=2.0)
    with house.person.app.transaction(house.person.acting) as session:
        state = session.scalars(select(ConnectionState)).one()
    assert (state.state, state.history_percent, state.history_seconds) == ("reading history", 0, 2)
    keeping.end(LATER, 0)
    assert house.stands()[2] == "reading history"
    assert keeping.is_latest
    whose.begin(keyed_hash, lambda *_: None, LATER)
    assert not keeping.is_latest
