"""The hour that pieces name."""

from __future__ import annotations

from datetime import time

import pytest

from extract.meetings.phrases.clock import NO_HOURS, Hours, hours_of
from extract.meetings.phrases.lexicon import lexicon


def named(words: str, *, late: bool = False) -> Hours:
    english = lexicon("en")
    assert english is not None
    return hours_of(english.pieces(words), english, late=late)


@pytest.mark.parametrize(
    ("words", "late", "hours"),
    [
        ("at 7", False, Hours(time(7), None)),
        ("at 7", True, Hours(time(19), None)),
        ("at 12", True, Hours(time(12), None)),
        ("at 0", False, Hours(time(0), None)),
        ("at 29", False, Hours(None, None)),
        ("from 9 to 9 pm", False, Hours(time(21), None)),
        ("from 11 pm to 2 am", False, Hours(time(23), 180)),
        ("friday", False, NO_HOURS),
    ],
)
def test_hours(words: str, late: bool, hours: Hours) -> None:  # noqa: FBT001 - a table
    assert named(words, late=late) == hours
