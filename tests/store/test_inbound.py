from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, select

from extract.raw import JUNK, MESSAGE, TRASH, UNKNOWN, RawItem
from store.batches import quarantine, waiting
from store.connections import Place, collection_of, connect
from store.gone import let_go
from store.inbound import Arrival, Kept, accounts, left_out_reason, move, save
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import LATER, Person


def keyed_hash(value: str) -> bytes:
    return sha256(b"key" + value.encode()).digest()


def item(number: int, payload: bytes = b"", media_type: str = MESSAGE, labels: tuple[str, ...] = ()) -> RawItem:
    return RawItem(media_type, payload or b"mail %d" % number, None, str(number), labels)


@pytest.fixture
def folder(ines: Person) -> Collection:
    with ines.worker.transaction(ines.acting) as session:
        return collection_of(
            session, connect(session, ines.user_id, Place("files", "a"), LATER), "INBOX", "mailbox_folder"
        )


def keep(ines: Person, folder: Collection, *items: RawItem, **more: object) -> Kept:
    with ines.worker.transaction(ines.acting) as session:
        return save(session, folder, Arrival(items, "cursor", **more), keyed_hash)  # type: ignore[arg-type]


def go(ines: Person, folder: Collection, *remote_ids: str) -> None:
    with ines.worker.transaction(ines.acting) as session:
        let_go(session, folder.id, remote_ids)


def test_items_and_cursor_are_kept_together(ines: Person, folder: Collection) -> None:
    assert keep(ines, folder, item(1), item(2)) == Kept(fresh=2, known=0, dropped=0, quarantined=0)
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(Collection.cursor)).one() == "cursor"
        assert [row.remote_id for row in waiting(session, ines.user_id)] == ["1", "2"]


def test_keeping_twice_keeps_once(ines: Person, folder: Collection) -> None:
    keep(ines, folder, item(1), item(1))
    assert keep(ines, folder, item(1)) == Kept(fresh=0, known=1, dropped=0, quarantined=0)
    assert ines.count("inbound") == 1


def test_what_is_left_out_leaves_a_pointer_a_hash_and_a_reason(ines: Person, folder: Collection) -> None:
    spam, binary = item(1, labels=(JUNK,)), item(2, media_type=UNKNOWN)
    assert keep(ines, folder, spam, binary, item(3)).dropped == 2
    assert keep(ines, folder, item(1)).fresh == 0
    assert left_out_reason(item(3)) is None
    with ines.app.transaction(ines.acting) as session:
        found = accounts(session, folder.connection_id)
    assert found.left_out == {"in the junk folder": 1, "not a message or a calendar": 1}
    assert (found.waiting, found.read, found.quarantined) == (1, 0, {})


def test_what_cannot_be_had_is_quarantined(ines: Person, folder: Collection) -> None:
    assert keep(ines, folder, refused={"9": "may not be opened"}).quarantined == 1
    keep(ines, folder, item(1))
    with ines.worker.transaction(ines.acting) as session:
        (row,) = waiting(session, ines.user_id)
        quarantine(session, row.id, "not a message")
    with ines.app.transaction(ines.acting) as session:
        found = accounts(session, folder.connection_id)
    assert found.quarantined == {"may not be opened": 1, "not a message": 1}


def test_what_is_gone_counts_no_longer_and_may_come_back(ines: Person, folder: Collection) -> None:
    keep(ines, folder, item(1), item(2))
    go(ines, folder, "1")
    with ines.app.transaction(ines.acting) as session:
        assert accounts(session, folder.connection_id).waiting == 1
        assert [row.remote_id for row in waiting(session, ines.user_id)] == ["2"]
        assert session.scalars(select(Inbound.gone).order_by(Inbound.remote_id)).all() == [True, False]
    assert keep(ines, folder, item(1)).fresh == 1
    assert isinstance(folder.id, UUID)


def test_what_is_refused_again_after_it_was_gone_is_there_again(ines: Person, folder: Collection) -> None:
    keep(ines, folder, refused={"a": "It is too large."})
    go(ines, folder, "a")
    keep(ines, folder, refused={"a": "It is too large."})
    with ines.worker.transaction(ines.acting) as session:
        assert accounts(session, folder.connection_id).quarantined == {"It is too large.": 1}


def test_without_a_cursor_the_next_pass_begins_anew(ines: Person, folder: Collection) -> None:
    keep(ines, folder, item(1))
    with ines.worker.transaction(ines.acting) as session:
        move(session, folder, None)
    with ines.worker.transaction(ines.acting) as session:
        assert session.scalars(select(Collection.cursor)).one() is None


def test_what_was_kept_adds_up() -> None:
    assert Kept(fresh=1, missed=2) + Kept(fresh=3, known=4, dropped=5, quarantined=6) == Kept(4, 4, 5, 6, 2)


def test_what_is_thrown_away_while_it_waits_is_left_out_and_counted_once(ines: Person, folder: Collection) -> None:
    keep(ines, folder, item(1), item(2))
    assert keep(ines, folder, item(1, labels=(TRASH,))).dropped == 1
    with ines.worker.transaction(ines.acting) as session:
        assert [row.remote_id for row in waiting(session, ines.user_id)] == ["2"]
        found = accounts(session, folder.connection_id)
    assert (found.waiting, found.left_out) == (1, {"in the trash": 1})


def test_what_arrives_is_one_statement_whether_it_is_new_or_changed(ines: Person, folder: Collection) -> None:
    statements: list[str] = []

    def note(*executed: Any) -> None:
        statements.append(executed[2])

    event.listen(ines.worker.engine, "before_cursor_execute", note)
    try:
        for payload in (b"as it was", b"as it is"):
            keep(ines, folder, *(item(number, payload + b"%d" % number) for number in range(20)))
    finally:
        event.remove(ines.worker.engine, "before_cursor_execute", note)
    assert sum(each.lower().startswith("insert into inbound") for each in statements) == 2
