from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.judgement.relationship import HALF_LIFE, Strength, Touch, relationship, value
from tests.builders import MONDAY

TOUCHES = st.lists(
    st.builds(
        Touch,
        st.sampled_from(["mail", "meeting"]),
        st.integers(0, 400).map(lambda days: MONDAY - timedelta(days=days)),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


def mails(count: int, *, ago: int = 0, every: int = 1, both: bool = True) -> list[Touch]:
    return [
        Touch("mail", MONDAY - timedelta(days=ago + number * every), not (both and number % 2))
        for number in range(count)
    ]


def meetings(count: int, *, ago: int = 0, every: int = 7) -> list[Touch]:
    return [Touch("meeting", MONDAY - timedelta(days=ago + number * every), True) for number in range(count)]  # noqa: FBT003


@pytest.mark.parametrize(
    ("touches", "word"),
    [
        (mails(31, every=3) + meetings(6, every=15), "close"),
        (mails(6, every=5), "good"),
        (meetings(1, ago=5), "some"),
        (mails(2), "some"),
        (mails(1), "thin"),
        (mails(2, both=False), "thin"),
        (mails(31, every=3, ago=50), "fading"),
        (mails(31, every=3, ago=400), "thin"),
        (mails(1, ago=60), "thin"),
    ],
)
def test_the_five_words(touches: list[Touch], word: Strength) -> None:
    found = relationship(touches, MONDAY)
    assert found
    assert found.strength == word


def test_what_explains_it() -> None:
    found = relationship(mails(31, every=3) + meetings(6, every=15, ago=1) + meetings(1, ago=200), MONDAY)
    assert found
    assert (found.meetings, found.mails, found.last_at, found.writes) == (6, 30, MONDAY, "both")


@pytest.mark.parametrize(
    ("touches", "writes"),
    [
        (mails(2), "both"),
        (mails(2, both=False), "we"),
        ([Touch("mail", MONDAY, ours=False)], "they"),
        (meetings(1), "nobody"),
    ],
)
def test_who_writes(touches: list[Touch], writes: str) -> None:
    found = relationship(touches, MONDAY)
    assert found
    assert found.writes == writes


def test_nothing_yet_is_no_relationship() -> None:
    assert relationship([], MONDAY) is None
    assert relationship(meetings(1), MONDAY - timedelta(days=1)) is None


def test_answers_and_meetings_count_more() -> None:
    assert value(mails(4), MONDAY) == pytest.approx(2 * value(mails(4, both=False), MONDAY))
    assert value(mails(2) + meetings(1), MONDAY) > value(mails(2), MONDAY) + value(meetings(1), MONDAY)


@given(TOUCHES, st.integers(1, 300))
def test_it_decays_with_time_and_does_not_depend_on_order(touches: list[Touch], days: int) -> None:
    later = MONDAY + timedelta(days=days)
    assert value(touches, later) < value(touches, MONDAY)
    assert value(touches, MONDAY + HALF_LIFE) == pytest.approx(value(touches, MONDAY) / 2)
    assert relationship(touches, later) == relationship(touches[::-1], later)
