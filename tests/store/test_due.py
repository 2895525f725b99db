from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.due import DueWork, choose, drop, everybody, is_put, put, take, take_one, waiting
from tests.builders import MONDAY, ONE, TWO
from tests.firm import Person

MINUTE = timedelta(minutes=1)


def make_due(person: Person, *references: str, minutes: int = 0) -> None:
    with person.app.transaction(person.acting) as session:
        for number, reference in enumerate(references):
            put(session, person.user_id, "wake", reference, MONDAY + (minutes + number) * MINUTE)


def taken(person: Person, minutes: int, limit: int = 200) -> tuple[str, ...]:
    with person.worker.transaction(person.acting) as session:
        return take(session, person.user_id, "wake", MONDAY + minutes * MINUTE, limit)


def test_what_is_due_is_taken_once_and_oldest_first(ines: Person) -> None:
    make_due(ines, "b", "a", "c")
    assert taken(ines, -1) == ()
    assert taken(ines, 1) == ("b", "a")
    assert taken(ines, 5, limit=1) == ("c",)
    assert taken(ines, 5) == ()


def test_a_limit_leaves_the_newest(ines: Person) -> None:
    make_due(ines, "a", "b", "c")
    assert taken(ines, 9, limit=2) == ("a", "b")
    assert taken(ines, 9, limit=2) == ("c",)


def test_a_second_call_moves_it(ines: Person) -> None:
    make_due(ines, "a")
    make_due(ines, "a", minutes=10)
    assert taken(ines, 5) == ()
    assert taken(ines, 10) == ("a",)


def test_what_is_dropped_is_not_taken_and_dropping_nothing_is_harmless(ines: Person) -> None:
    make_due(ines, "a", "b")
    with ines.app.transaction(ines.acting) as session:
        drop(session, ines.user_id, "wake", "a")
        drop(session, ines.user_id, "wake", "never there")
        drop(session, ines.user_id, "publish", "b")
    assert taken(ines, 5) == ("b",)


def test_what_was_taken_by_work_that_failed_is_due_again(ines: Person) -> None:
    make_due(ines, "a")

    def fail() -> None:
        with ines.worker.transaction(ines.acting) as session:
            assert take(session, ines.user_id, "wake", MONDAY) == ("a",)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert taken(ines, 0) == ("a",)


def test_two_at_once_share_the_work(ines: Person) -> None:
    make_due(ines, "a", "b", "c")
    with ines.worker.transaction(ines.acting) as first, ines.worker.transaction(ines.acting) as second:
        mine = take(first, ines.user_id, "wake", MONDAY + 9 * MINUTE, 2)
        theirs = take(second, ines.user_id, "wake", MONDAY + 9 * MINUTE)
    assert (mine, theirs) == (("a", "b"), ("c",))


def test_one_owner_cannot_take_what_anothers_is(ines: Person, jonas: Person) -> None:
    make_due(ines, "a")
    with jonas.app.transaction(jonas.acting) as session:
        assert take(session, ines.user_id, "wake", MONDAY) == ()
    assert taken(ines, 0) == ("a",)


def test_the_worker_sees_who_has_something_due_and_the_application_does_not(ines: Person, jonas: Person) -> None:
    make_due(jonas, "a", "b")
    make_due(ines, "c", minutes=1)
    make_due(ines, "later", minutes=30)
    with ines.worker.transaction() as session:
        found = waiting(session, ["wake", "publish"], MONDAY + 5 * MINUTE)
        assert waiting(session, ["publish"], MONDAY + 5 * MINUTE) == ()
    assert found == (DueWork(jonas.user_id, "wake", MONDAY), DueWork(ines.user_id, "wake", MONDAY + MINUTE))
    with ines.app.transaction() as session:
        assert waiting(session, ["wake"], MONDAY + 5 * MINUTE) == ()


def test_references_of_some_kinds_are_told_of_one_by_one(ines: Person, jonas: Person) -> None:
    make_due(ines, "a", "b")
    make_due(jonas, "c", minutes=2)
    with ines.worker.transaction() as session:
        apart = waiting(session, ["wake", "publish"], MONDAY + 5 * MINUTE, apart=["wake"])
        together = waiting(session, ["wake", "publish"], MONDAY + 5 * MINUTE, apart=["publish"])
    assert [(work.owner_id, work.reference) for work in apart] == [
        (ines.user_id, "a"), (ines.user_id, "b"), (jonas.user_id, "c"),
    ]  # fmt: skip
    assert [(work.owner_id, work.reference) for work in together] == [(ines.user_id, None), (jonas.user_id, None)]
    assert len({work.lock for work in (*apart, *together)}) == 5


def test_one_reference_is_taken_once_it_is_due(ines: Person) -> None:
    make_due(ines, "a", "b", minutes=1)
    with ines.worker.transaction(ines.acting) as session:
        assert not take_one(session, ines.user_id, "wake", "a", MONDAY)
        assert take_one(session, ines.user_id, "wake", "a", MONDAY + MINUTE)
        assert not take_one(session, ines.user_id, "wake", "a", MONDAY + MINUTE)
    assert taken(ines, 2) == ("b",)


WORK = st.builds(
    DueWork,
    st.sampled_from([ONE, TWO]),
    st.sampled_from(["wake", "publish"]),
    st.integers(0, 99).map(lambda n: MONDAY + n * MINUTE),
    st.sampled_from([None, "a", "b"]),
)


@given(st.lists(WORK), st.sets(WORK.map(lambda each: each.lock)))
def test_one_job_for_each_lock_and_none_beside_a_live_one(work: list[DueWork], busy: set[str]) -> None:
    chosen = choose(work, busy)
    locks = [each.lock for each in chosen]
    assert len(locks) == len(set(locks))
    assert set(locks) == {each.lock for each in work} - busy
    assert [each.since for each in chosen] == sorted(each.since for each in chosen)
    for each in chosen:
        assert each.since == min(other.since for other in work if other.lock == each.lock)


def test_the_worker_lists_what_there_is_of_a_kind_and_others_do_not(ines: Person, jonas: Person) -> None:
    make_due(ines, "a", "b", minutes=100)
    make_due(jonas, "c")
    with ines.worker.transaction() as session:
        found = everybody(session, "wake")
        assert {owner: sorted(each) for owner, each in found.items()} == {
            ines.user_id: ["a", "b"], jonas.user_id: ["c"],
        }  # fmt: skip
        assert everybody(session, "sync") == {}
    with ines.app.transaction(ines.acting) as session:
        assert everybody(session, "wake").keys() == {ines.user_id}
        assert is_put(session, ines.user_id, "wake", "a")
        assert not is_put(session, ines.user_id, "wake", "c")
        assert not is_put(session, ines.user_id, "sync", "a")
