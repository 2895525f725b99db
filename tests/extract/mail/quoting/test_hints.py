from __future__ import annotations

from extract.facts import Span
from extract.mail.marks import Mark
from extract.mail.quoting.hints import QUOTED, hints_of
from extract.mail.quoting.lines import lines_of

LINES = lines_of("a\nb\nc\nd\n")


def test_each_line_has_the_mark_that_says_most() -> None:
    marks = (Mark("attribution", Span(2, 6)), Mark("quote", Span(0, 4)), Mark("signature", Span(6, 8)))
    assert hints_of(LINES, marks) == {0: "quote", 1: "quote", 2: "attribution"}
    assert "quote" in QUOTED


def test_a_divider_marks_its_first_line() -> None:
    assert hints_of(LINES, (Mark("divider", Span(2, 8)),)) == {1: "divider"}
    assert hints_of([], (Mark("quote", Span(0, 0)),)) == {}
