from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest

from store.judgement.standing import LATE_AFTER, State, standing
from tests.builders import MONDAY

EVERY = timedelta(minutes=5)
LONG = LATE_AFTER * EVERY


@pytest.mark.parametrize("state", ["up to date", "reading history"])
def test_what_nobody_looked_at_for_three_intervals_is_late(state: State) -> None:
    assert standing(state, MONDAY, EVERY, MONDAY + LONG) == state
    assert standing(state, MONDAY, EVERY, MONDAY + LONG + timedelta(seconds=1)) == "late"


def test_what_rests_for_a_reason_is_not_late() -> None:
    for state in set(get_args(State)) - {"up to date", "reading history", "late"}:
        assert standing(state, MONDAY, EVERY, MONDAY + 100 * LONG) == state


def test_what_is_not_followed_is_never_late() -> None:
    assert standing("up to date", MONDAY, None, MONDAY + 100 * LONG) == "up to date"
