"""What is clearly private, and what is in doubt and has to be looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.judgement.drafts import Known
from store.judgement.privacy import Thread, is_clearly_private, is_own_affair
from tests.builders import appointment

AT_HOME = Thread({"family": 2}, at_firms=False, has_business=False, has_colleagues=False)
AT_A_FIRM = replace(AT_HOME, at_firms=True)


@pytest.mark.parametrize(
    ("thread", "is_clear"),
    [
        (AT_HOME, True),
        (replace(AT_HOME, has_business=True), False),
        (replace(AT_HOME, has_colleagues=True), False),
        (replace(AT_HOME, matters={}), False),
        (replace(AT_HOME, matters={"marked": 3}), False),
        (AT_A_FIRM, False),
        (replace(AT_A_FIRM, matters={"health": 3}), True),
        (replace(AT_A_FIRM, matters={"marked": 3}), False),
        (replace(AT_A_FIRM, matters={"marked": 3, "law": 2}), True),
        (replace(AT_A_FIRM, matters={"marked": 3, "law": 2}, has_business=True), False),
        (replace(AT_A_FIRM, matters={"aside": 2, "health": 2}, has_business=True), True),
        (replace(AT_A_FIRM, matters={"aside": 2}, has_business=True), False),
    ],
)
def test_a_thread(thread: Thread, *, is_clear: bool) -> None:
    assert is_clearly_private(thread) is is_clear


def test_a_meeting_that_its_owner_marked_with_nobody_known() -> None:
    marked = appointment(private=True)
    assert is_own_affair(marked, Known())
    assert not is_own_affair(marked, Known(contacts=frozenset({"greta@halden.example"})))
    assert not is_own_affair(appointment(), Known())
