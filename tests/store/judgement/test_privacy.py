"""What is clearly private, and what is in doubt and has to be looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.judgement.drafts import Known
from store.judgement.privacy import Habit, Strength, Thread, is_clearly_private, is_own_affair
from tests.builders import appointment

HINT, SIGN, SIGN_AND_MORE, MARK = Strength(1, 0), Strength(2, 1), Strength(3, 1), Strength(3, 2)
AT_HOME = Thread({"family": SIGN}, at_firms=False, has_business=False, has_colleagues=False)
AT_A_FIRM = replace(AT_HOME, at_firms=True)
KNOWN = replace(AT_A_FIRM, has_business=True)


@pytest.mark.parametrize(
    ("thread", "is_clear"),
    [
        (AT_HOME, True),
        (replace(AT_HOME, has_business=True), False),
        (replace(AT_HOME, has_colleagues=True), False),
        (replace(AT_HOME, matters={}), False),
        (replace(AT_HOME, matters={"home": HINT}), False),
        (replace(AT_HOME, matters={"home": HINT, "family": HINT}), True),
        (replace(AT_HOME, matters={"marked": MARK}), False),
        (AT_A_FIRM, False),
        (replace(AT_A_FIRM, matters={"health": SIGN_AND_MORE}), True),
        (replace(AT_A_FIRM, matters={"health": SIGN, "family": HINT}), True),
        (replace(AT_A_FIRM, matters={"health": Strength(3, 0)}), False),  # a hospital may be a customer
        (replace(AT_A_FIRM, matters={"health": SIGN, "home": SIGN}), False),
        (replace(AT_A_FIRM, matters={"marked": MARK}), False),
        (replace(AT_A_FIRM, matters={"aside": SIGN, "employment": HINT}), True),
        (replace(KNOWN, matters={"aside": SIGN, "employment": HINT}), False),
        (replace(KNOWN, matters={"aside": SIGN, "home": SIGN}), False),
        (replace(KNOWN, matters={"aside": SIGN, "health": SIGN}), True),
        (replace(KNOWN, matters={"aside": SIGN}), False),
        (replace(KNOWN, matters={"marked": MARK, "family": SIGN}), True),
        (replace(KNOWN, matters={"marked": MARK, "employment": SIGN}), False),
        (replace(KNOWN, matters={"health": MARK}), False),
    ],
)
def test_a_thread(thread: Thread, *, is_clear: bool) -> None:
    assert is_clearly_private(thread, Habit()) is is_clear


WORDS = replace(AT_A_FIRM, matters={"law": HINT, "home": HINT})


@pytest.mark.parametrize(
    ("thread", "habit", "is_clear"),
    [
        (WORDS, Habit((0,) * 9), False),
        (WORDS, Habit((0,) * 10), True),
        (replace(AT_A_FIRM, matters={"law": HINT}), Habit((0,) * 20), False),
        (replace(AT_A_FIRM, matters={"aside": SIGN}), Habit((0,) * 20), False),
        (WORDS, Habit((*(0,) * 19, 9)), True),
        (WORDS, Habit((*(0,) * 18, 9, 2)), False),
        (WORDS, Habit((*(0,) * 18, 9, 1)), True),
        (replace(AT_HOME, matters={"home": SIGN}), Habit((4,) * 30), False),
        (replace(AT_HOME, matters={"home": Strength(5, 0)}), Habit((4,) * 30), True),
        (replace(KNOWN, matters={"law": SIGN, "home": HINT}), Habit((0,) * 30), False),
    ],
)
def test_it_takes_more_than_a_rep_s_own_business_has(thread: Thread, habit: Habit, *, is_clear: bool) -> None:
    assert is_clearly_private(thread, habit) is is_clear


def test_a_meeting_that_its_owner_marked_with_nobody_known() -> None:
    marked = appointment(private=True)
    assert is_own_affair(marked, Known())
    assert not is_own_affair(marked, Known(contacts=frozenset({"greta@halden.example"})))
    assert not is_own_affair(appointment(), Known())
    assert is_own_affair(appointment(is_private=True), Known())
