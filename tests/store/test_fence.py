from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from store.connections import Place, connect
from store.errors import Superseded
from store.fence import hold, hold_next, standing, take
from tests.firm import LATER, Person


@pytest.fixture
def connection_id(ines: Person) -> UUID:
    with ines.app.transaction(ines.acting) as session:
        return connect(session, ines.user_id, Place("imap", "a"), LATER).id


def test_only_the_latest_pass_may_write(ines: Person, connection_id: UUID) -> None:
    with ines.worker.transaction(ines.acting) as session:
        first = take(session, connection_id)
        hold(session, connection_id, first)
        second = take(session, connection_id)
        assert second > first
        hold(session, connection_id, second)
        with pytest.raises(Superseded):
            hold(session, connection_id, first)


def test_nobody_reads_a_connection_that_is_not_there(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session, pytest.raises(Superseded):
        take(session, uuid4())
    with ines.worker.transaction(ines.acting) as session, pytest.raises(Superseded):
        hold(session, uuid4(), 1)


def test_a_later_pass_waits_until_what_is_being_written_is_there(ines: Person, connection_id: UUID) -> None:
    def begin() -> int:
        with ines.worker.transaction(ines.acting) as session:
            return take(session, connection_id)

    with ThreadPoolExecutor(1) as pool:
        with ines.worker.transaction(ines.acting) as session:
            hold(session, connection_id, 0)
            later = pool.submit(begin)
            with pytest.raises(TimeoutError):
                later.result(timeout=0.3)
        assert later.result(timeout=10) == 1


def test_a_source_may_write_before_its_pass_has_a_number_and_not_after_the_next_one(
    ines: Person, connection_id: UUID
) -> None:
    with ines.worker.transaction(ines.acting) as session:
        before = standing(session, connection_id)
        hold_next(session, connection_id, before)
        assert take(session, connection_id) == before + 1
        hold_next(session, connection_id, before)
        take(session, connection_id)
        with pytest.raises(Superseded):
            hold_next(session, connection_id, before)
