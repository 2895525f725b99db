from __future__ import annotations

import pytest
from sqlalchemy import select

from extract.raw import MESSAGE, RawItem
from store.connections import Place, collection_of, connect
from store.gone import FEW, let_go, vanished
from store.inbound import Arrival, save
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import LATER, Person


class Folders:
    """Two folders of one connection."""

    def __init__(self, person: Person) -> None:
        self.person = person
        with person.worker.transaction(person.acting) as session:
            connection = connect(session, person.user_id, Place("files", "a"), LATER)
            self.inbox, self.archive = (
                collection_of(session, connection, name, "mailbox_folder") for name in ("inbox", "archive")
            )

    def put(self, folder: Collection, *numbers: int, body: str = "") -> None:
        items = [RawItem(MESSAGE, b"mail %d" % number, None, f"{body}{number}") for number in numbers]
        with self.person.worker.transaction(self.person.acting) as session:
            save(session, folder, Arrival(items, "here"), lambda text: text.encode())

    def refuse(self, folder: Collection, *numbers: int) -> None:
        with self.person.worker.transaction(self.person.acting) as session:
            refused = {str(number): "It is too large." for number in numbers}
            save(session, folder, Arrival((), "here", refused), lambda text: text.encode())

    def go(self, *numbers: int, sure: bool = False) -> int:
        with self.person.worker.transaction(self.person.acting) as session:
            return let_go(session, self.inbox.id, [str(number) for number in numbers], sure=sure)

    def present(self) -> int:
        with self.person.app.transaction(self.person.acting) as session:
            return len(session.scalars(select(Inbound).where(~Inbound.gone)).all())


@pytest.fixture
def folders(ines: Person) -> Folders:
    return Folders(ines)


def test_half_may_go_and_more_may_not(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    assert folders.go(*range(FEW // 2 + 1)) == FEW // 2 + 1
    assert folders.present() == FEW
    assert folders.go(*range(FEW // 2)) == 0
    assert folders.present() == FEW // 2


def test_the_owner_may_say_that_it_was_meant(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    assert folders.go(*range(FEW), sure=True) == 0
    assert folders.present() == 0


def test_few_items_may_all_go(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW - 1))
    assert folders.go(*range(FEW - 1)) == 0
    assert folders.present() == 0


def test_what_is_not_there_does_not_count(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    assert folders.go(*range(FEW, 3 * FEW)) == 0
    assert folders.go(*range(FEW // 2), *range(FEW, 3 * FEW)) == 0
    assert folders.present() == FEW // 2


def test_what_lies_elsewhere_has_moved(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    folders.put(folders.archive, *range(FEW))
    assert folders.go(*range(FEW)) == 0
    assert folders.present() == FEW


def test_a_file_of_another_name_in_the_same_folder_has_moved(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    folders.put(folders.inbox, *range(FEW), body="renamed ")
    assert folders.go(*range(FEW)) == 0
    assert folders.present() == FEW


def test_copies_that_go_together_are_missed(folders: Folders) -> None:
    folders.put(folders.inbox, *range(FEW))
    folders.put(folders.inbox, *range(FEW), body="1")
    with folders.person.worker.transaction(folders.person.acting) as session:
        assert let_go(session, folders.inbox.id, None) == 2 * FEW


def test_what_could_not_be_handed_over_is_like_nothing_else(folders: Folders) -> None:
    folders.refuse(folders.inbox, *range(FEW))
    folders.refuse(folders.archive, *range(FEW))
    assert folders.go(*range(FEW)) == FEW


def test_more_than_a_statement_has_parameters(folders: Folders) -> None:
    folders.put(folders.inbox, 1)
    assert folders.go(*range(70_000)) == 0
    assert folders.present() == 0


def test_collections_that_hold_something_and_are_not_listed_have_vanished(folders: Folders) -> None:
    folders.put(folders.inbox, 1)
    folders.put(folders.archive, 2)
    connection_id = folders.inbox.connection_id
    with folders.person.worker.transaction(folders.person.acting) as session:
        assert vanished(session, connection_id, ["inbox", "archive"]) == []
        assert [each.remote_name for each in vanished(session, connection_id, ["inbox"])] == ["archive"]
        let_go(session, folders.archive.id, None)
        assert vanished(session, connection_id, ["inbox"]) == []
