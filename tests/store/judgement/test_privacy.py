"""What is clearly private, and what is in doubt and has to be looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.facts import PrivacyFact
from store.judgement.drafts import Known
from store.judgement.privacy import Habit, Strength, Thread, doubt_of, is_clearly_private, is_own_affair
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
        (replace(AT_HOME, matters={"home": SIGN}), Habit((2,) * 30), True),
        (replace(AT_HOME, matters={"home": Strength(5, 0)}), Habit((4,) * 30), True),
        (replace(KNOWN, matters={"law": SIGN, "home": HINT}), Habit((0,) * 30), False),
    ],
)
def test_it_takes_more_than_a_rep_s_own_business_has(thread: Thread, habit: Habit, *, is_clear: bool) -> None:
    assert is_clearly_private(thread, habit) is is_clear


BANK = replace(AT_A_FIRM, matters={"money": SIGN}, callings=frozenset({"money"}))
LAWYER = replace(BANK, matters={"law": SIGN_AND_MORE}, signed=("Solicitor",))


@pytest.mark.parametrize(
    ("thread", "habit", "is_clear"),
    [
        (BANK, Habit(), True),  # a name adds to words of the same matter,
        (replace(BANK, matters={"health": SIGN}), Habit(), False),  # and to no others'
        (replace(BANK, matters={}), Habit((0,) * 20), False),  # and says nothing alone
        (replace(BANK, matters={"money": HINT}), Habit(), False),
        (replace(BANK, matters={"money": HINT}), Habit((0,) * 20), True),
        (replace(BANK, has_business=True), Habit((0,) * 20), False),
        (replace(AT_A_FIRM, matters={"home": SIGN}), Habit((0,) * 20), False),  # firms deal in daily life
        (replace(AT_A_FIRM, matters={"home": Strength(3, 0)}), Habit((0,) * 20), True),
        (replace(AT_A_FIRM, matters={"home": HINT}, callings=frozenset({"home"})), Habit((0,) * 20), True),
        (LAWYER, Habit((0,) * 20), True),  # who signs as what it is about has no other business
        (replace(LAWYER, matters={"law": SIGN}), Habit((0,) * 20), False),
        (replace(LAWYER, signed=("Solicitor", "Partner")), Habit((0,) * 20), False),
        (replace(LAWYER, matters={"health": SIGN_AND_MORE}), Habit((0,) * 20), False),
        (replace(LAWYER, matters={"marked": MARK, "family": HINT}, signed=("Buyer",)), Habit(), False),
    ],
)
def test_names_count_beside_words(thread: Thread, habit: Habit, *, is_clear: bool) -> None:
    assert is_clearly_private(thread, habit) is is_clear


FAMILY, HOME, LAW = PrivacyFact("family", 1, ()), PrivacyFact("home", 4, ()), PrivacyFact("law", 1, ())
HEALTH = PrivacyFact("health", 2, ())


def test_several_hints_leave_a_doubt() -> None:
    assert doubt_of([HEALTH], [FAMILY]) == HEALTH
    assert doubt_of([], [HOME, FAMILY, LAW]) == FAMILY
    assert doubt_of([], [HOME, FAMILY]) is None  # customers speak of their children, and firms build homes
    assert doubt_of([], []) is None


def test_a_meeting_that_its_owner_marked_with_nobody_known() -> None:
    marked = appointment(private=True)
    assert is_own_affair(marked, Known())
    assert not is_own_affair(marked, Known(contacts=frozenset({"greta@halden.example"})))
    assert not is_own_affair(appointment(), Known())
    assert is_own_affair(appointment(is_private=True), Known())
