from __future__ import annotations

import pytest
from sqlalchemy import select, update

from extract.raw import ARCHIVE, MESSAGE, TRASH, RawItem
from store.connections import Place, collection_of, connect
from store.gone import let_go
from store.inbound import Arrival, Kept, accounts, save
from store.models.private.connection import Collection
from store.models.private.inbound import Dropped, Inbound
from store.places import copy, find, forget, left_over, unplaced
from tests.firm import LATER, Person


def keyed_hash(text: str) -> bytes:
    return text.encode()


def item(pointer: str, body: str, labels: tuple[str, ...] = ()) -> RawItem:
    return RawItem(MESSAGE, body.encode(), None, pointer, labels)


class Folders:
    """Two folders of a mailbox; the likeness of a mail is the first letter of what it says."""

    def __init__(self, person: Person) -> None:
        self.person = person
        with person.worker.transaction(person.acting) as session:
            self.connection = connect(session, person.user_id, Place("imap", "a"), LATER)
            self.inbox, self.archive = (
                collection_of(session, self.connection, name, "mailbox_folder") for name in ("inbox", "archive")
            )
            self.archive.special_use = ARCHIVE

    def keep(self, folder: Collection, *items: RawItem, placing: bool = False) -> Kept:
        likenesses = {each.remote_id: each.payload[:1].decode() for each in items}
        with self.person.worker.transaction(self.person.acting) as session:
            arrival = Arrival(items, "here", likenesses=likenesses, placing=placing)
            return save(session, folder, arrival, keyed_hash)

    def forget(self) -> None:
        with self.person.worker.transaction(self.person.acting) as session:
            forget(session, self.inbox.id)
            assert unplaced(session, self.connection.id) == {self.inbox.id}

    def find(self, **likenesses: str) -> set[str]:
        with self.person.worker.transaction(self.person.acting) as session:
            return find(session, self.inbox.id, likenesses)

    def copy(self, **likenesses: str) -> set[str]:
        with self.person.worker.transaction(self.person.acting) as session:
            return copy(session, self.archive, likenesses)

    def left_over(self) -> list[str]:
        with self.person.worker.transaction(self.person.acting) as session:
            return left_over(session, self.inbox.id)

    def said(self) -> dict[str, str]:
        with self.person.app.transaction(self.person.acting) as session:
            rows = session.execute(select(Inbound.remote_id, Inbound.payload).where(~Inbound.gone)).all()
        return {pointer: (payload or b"").decode() for pointer, payload in rows}


@pytest.fixture
def folders(ines: Person) -> Folders:
    return Folders(ines)


def test_what_is_alike_is_placed_and_the_rest_is_left_over(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a"), item("2", "b"), item("3", "c"))
    folders.forget()
    assert folders.find(x="a", y="b", z="z") == {"x", "y"}
    assert len(folders.left_over()) == 1
    assert folders.said() | {"x": "a", "y": "b"} == folders.said()


def test_where_two_may_be_meant_nothing_is_placed(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a one"), item("2", "a two"), item("3", "b"), item("4", "b"))
    folders.forget()
    assert folders.find(x="a") == set()
    assert folders.find(p="b", q="b", r="b") in ({"p", "q"}, {"p", "r"}, {"q", "r"})


def test_bytes_place_what_nothing_else_does(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a one"), item("2", "a two"))
    folders.forget()
    kept = folders.keep(folders.inbox, item("1", "a two"), item("7", "a one"), item("8", "c"), placing=True)
    assert kept == Kept(fresh=1, known=2)
    assert folders.said() == {"1": "a two", "7": "a one", "8": "c"}
    assert folders.left_over() == []


def test_what_was_left_out_is_not_brought_back_under_another_pointer(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a", (TRASH,)), item("2", "b"))
    folders.forget()
    assert folders.keep(folders.inbox, item("9", "a"), item("8", "b"), placing=True) == Kept(known=2)
    assert folders.said() == {"8": "b"}
    with folders.person.app.transaction(folders.person.acting) as session:
        assert session.scalars(select(Dropped.remote_id)).all() == ["9"]


def test_what_was_left_out_and_is_gone_counts_no_longer(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a", (TRASH,)), item("2", "b", (TRASH,)))
    with folders.person.worker.transaction(folders.person.acting) as session:
        let_go(session, folders.inbox.id, ["1"])
        assert accounts(session, folders.connection.id).left_out == {"in the trash": 1}
    folders.keep(folders.inbox, item("1", "a", (TRASH,)))
    with folders.person.worker.transaction(folders.person.acting) as session:
        assert accounts(session, folders.connection.id).left_out == {"in the trash": 2}


def test_what_lies_elsewhere_is_taken_over_as_it_is_there(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a"), item("2", "b one"), item("3", "b two"))
    with folders.person.worker.transaction(folders.person.acting) as session:
        session.execute(update(Inbound).where(Inbound.remote_id == "1").values(state="read", reader_version="4"))
    assert folders.copy(x="a", y="b", z="z") == {"x"}
    assert folders.copy(x="a") == set()
    with folders.person.app.transaction(folders.person.acting) as session:
        taken = session.scalars(select(Inbound).where(Inbound.remote_id == "x")).one()
    assert (taken.state, taken.reader_version, taken.labels, taken.payload) == ("read", "4", [ARCHIVE], b"a")
    assert taken.collection_id == folders.archive.id


def test_one_owner_takes_over_nothing_from_another(folders: Folders, jonas: Person) -> None:
    folders.keep(folders.inbox, item("1", "a"))
    other = Folders(jonas)
    assert other.copy(x="a") == set()


def test_the_same_bytes_are_not_read_twice(folders: Folders) -> None:
    folders.keep(folders.inbox, item("1", "a"))
    with folders.person.worker.transaction(folders.person.acting) as session:
        session.execute(update(Inbound).values(state="read", reader_version="4"))
    assert folders.keep(folders.archive, item("7", "a"), item("8", "b")).fresh == 2
    with folders.person.app.transaction(folders.person.acting) as session:
        rows = session.execute(select(Inbound.remote_id, Inbound.state).order_by(Inbound.remote_id)).all()
    assert [tuple(row) for row in rows] == [("1", "read"), ("7", "read"), ("8", "waiting")]
