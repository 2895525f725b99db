"""A daily round: one row, taken once."""

from __future__ import annotations

from datetime import timedelta

from store.rounds import begin, is_planned, move
from tests.builders import MONDAY
from tests.firm import Person


def test_a_round_is_planned_moved_and_begun_once(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        assert not is_planned(session, ines.user_id)
        move(session, ines.user_id, MONDAY)
        move(session, ines.user_id, MONDAY + timedelta(hours=1))
        assert is_planned(session, ines.user_id)
        assert not begin(session, ines.user_id, MONDAY)
        assert begin(session, ines.user_id, MONDAY + timedelta(hours=1))
        assert not begin(session, ines.user_id, MONDAY + timedelta(hours=1))


def test_two_workers_do_not_make_one_round_twice(ines: Person) -> None:
    with ines.worker.transaction(ines.acting) as session:
        move(session, ines.user_id, MONDAY)
    with ines.worker.transaction(ines.acting) as one, ines.worker.transaction(ines.acting) as other:
        assert begin(one, ines.user_id, MONDAY)
        assert not begin(other, ines.user_id, MONDAY)
