from __future__ import annotations

import pytest

from bench.corpus.errors import CorpusError
from bench.corpus.markup import parse


def test_marks_leave_the_text_and_keep_their_span() -> None:
    marked = parse("Hi,\n{{promise 2026-11-27|I'll send it\n{{due|by  Friday}}}}.\n")
    assert marked.text == "Hi,\nI'll send it\nby  Friday.\n"
    promise, due = marked.marks
    assert marked.text[promise.start : promise.end] == "I'll send it\nby  Friday"
    assert marked.words_of(due) == "by Friday"
    assert (marked.line_of(promise), marked.line_of(due)) == (2, 3)
    assert (promise.within, due.within) == ((), (0,))


def test_a_head_holds_words_and_fields() -> None:
    (mark,) = parse("{{mention title=\"head of O'Neill's\" phone=555|Karl}}").marks
    assert (mark.name, mark.words) == ("mention", ())
    assert mark.fields == {"title": "head of O'Neill's", "phone": "555"}


def test_zone_lines_are_not_lines_of_the_text() -> None:
    marked = parse("Yes.\n%% signature\n--\\s\nDana\n%% quoted\n> a")
    assert marked.text == "Yes.\n-- \nDana\n> a"
    assert marked.zones == ("new", "signature", "signature", "quoted")


def test_escapes_show_what_an_editor_hides() -> None:
    assert parse("a\\u00a0b \\sc\\s\nd").text == "a\u00a0b \\sc \nd"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [("%% letter", "zone 'letter'"), ("{{due|x", "'due' is never closed"), ("x}}", "never opened"), ("{{|x}}", "name")],
)
def test_what_breaks_the_format_is_said(source: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        parse(source)
