from __future__ import annotations

from sqlalchemy import select

from store.batches import READ_AT_ONCE, READ_AT_ONCE_BYTES, mark_read, quarantine, still_waiting, waiting
from store.gone import let_go
from store.models.private.connection import Collection
from store.models.private.inbound import Inbound
from tests.firm import Person
from tests.ingest.letters import item, lay, states


def seen(person: Person) -> dict[str, Inbound]:
    """What waits, by remote id."""
    with person.app.transaction(person.acting) as session:
        return {row.remote_id: row for row in waiting(session, person.user_id)}


def test_a_batch_has_so_many_items_and_no_more_bytes_than_memory_allows(ines: Person) -> None:
    lay(ines, [item(number, b"m" * 100) for number in range(1, 5)])
    with ines.app.transaction(ines.acting) as session:
        taken = waiting(session, ines.user_id, most_bytes=150)
        assert [row.remote_id for row in taken] == ["1", "2"]  # the one that passes it is the last
        further = waiting(session, ines.user_id, limit=1, apart=[row.id for row in taken])
        assert [row.remote_id for row in further] == ["3"]
        assert [row.remote_id for row in waiting(session, ines.user_id, most_bytes=1)] == ["1"]
    assert (READ_AT_ONCE, READ_AT_ONCE_BYTES) == (200, 64 * 1024 * 1024)


def test_what_was_read_and_what_cannot_be_wait_no_longer(ines: Person) -> None:
    lay(ines, [item(number, b"mail %d" % number) for number in range(1, 4)])
    rows = seen(ines)
    with ines.worker.transaction(ines.acting) as session:
        mark_read(session, {rows["1"].id: "a"})
        quarantine(session, rows["2"].id, "not a message")
    assert states(ines) == {"1": "read", "2": "quarantined", "3": "waiting"}
    assert set(seen(ines)) == {"3"}


def test_what_changed_or_went_while_it_was_read_is_not_recorded(ines: Person) -> None:
    lay(ines, [item(number, b"mail %d" % number) for number in range(1, 4)])
    taken = {row.id: row.sha256 for row in seen(ines).values()}
    kept = seen(ines)["3"]
    lay(ines, [item(1, b"other bytes")])
    with ines.worker.transaction(ines.acting) as session:
        let_go(session, session.scalars(select(Collection.id)).one(), ["2"])
    with ines.worker.transaction(ines.acting) as session:
        assert still_waiting(session, taken) == {kept.id}
        again = {row.id: row.sha256 for row in seen(ines).values()}
        assert still_waiting(session, again) == set(again)
