"""The time that an act is due by."""

from __future__ import annotations

from datetime import date

import pytest

from extract.facts import Span
from extract.intents.due import Due, due_of
from tests.extract.meetings.phrases.spoken import WEDNESDAY, times_in

TODAY = WEDNESDAY.date()


def due(text: str) -> Due | None:
    """Square brackets in the text mark the act."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    return due_of(plain, Span(0, len(plain)), Span(start, end), times_in(plain), TODAY)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("[I'll ship it on Monday by rail, by Friday at the latest].", "by Friday at the latest", date(2026, 11, 27)),
        ("[I'll ship it on Monday].", "on Monday", date(2026, 11, 30)),
        ("By Friday [I'll ship it].", "By Friday", date(2026, 11, 27)),
        ("[I'll ship it], by Friday.", ", by Friday".strip(", "), date(2026, 11, 27)),
        ("When we meet on Friday, [I'll ship it].", "on Friday", date(2026, 11, 27)),
        ("[I'll ship it later this week].", "later this week", None),
        ("[Please sign it soon, by Monday].", "soon, by Monday", date(2026, 11, 30)),
    ],
)
def test_deadlines_first(text: str, words: str, day: date | None) -> None:
    assert due(text) == Due(words, day)


@pytest.mark.parametrize(
    "text",
    [
        "[I'll ship it].",
        "If nothing comes by Friday, [I'll ship it].",
        "[I'll answer the letter from Monday].",
        "[I'll read Friday's report].",
        "[I'll prepare the Friday meeting].",
        "[I'll go through what yesterday brought].",
        "[I'll ring at 3].",
        "[I'll ship it] and everybody will come to see us on Monday.",
    ],
)
def test_times_of_something_else(text: str) -> None:
    assert due(text) is None
