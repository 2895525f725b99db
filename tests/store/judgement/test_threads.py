from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from store.judgement.threads import plan

OLD, NEW = UUID(int=1), UUID(int=2)


def test_a_reply_joins_the_mail_it_names() -> None:
    found = plan([["a"], ["b", "a"], ["c"]], {})
    assert found.group_of == (0, 0, 1)
    assert found.keys == (("a", "b"), ("c",))
    assert found.threads == ((), ())


def test_known_threads_that_one_mail_names_are_one() -> None:
    found = plan([["c", "a", "b"]], {"a": NEW, "b": OLD})
    assert found.threads == ((OLD, NEW),)


def test_nothing_is_planned_for_nothing() -> None:
    assert plan([], {}).group_of == ()


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=8), st.randoms())
def test_the_partition_does_not_depend_on_the_order(mails: list[list[str]], chance: object) -> None:
    shuffled = list(range(len(mails)))
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    straight, mixed = plan(mails, {}), plan([mails[index] for index in shuffled], {})
    together = {frozenset(group) for group in straight.keys}
    assert together == {frozenset(group) for group in mixed.keys}
    assert len(straight.keys) == len(set(straight.group_of))
