from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of, next_full


@pytest.mark.parametrize(
    ("text", "depth", "words"),
    [
        ("plain", 0, "plain"),
        ("> one", 1, "one"),
        (">one", 1, "one"),
        (">> two", 2, "two"),
        ("> > two", 2, "two"),
        (">  > two", 2, "two"),
        ("  > one", 1, "one"),
        ("|> one", 1, "one"),
        (">|> two", 2, "two"),
        ("＞ one", 1, "one"),
        (">", 1, ""),
        (">From here", 0, ">From here"),
        ("| cell | cell |", 0, "| cell | cell |"),
        (": aside", 0, ": aside"),
        ("=20> one=20", 1, "one"),
        ("a=b", 0, "a=b"),
    ],
)
def test_marks_are_counted_and_taken_off(text: str, depth: int, words: str) -> None:
    (line,) = lines_of(text)
    assert (line.depth, line.words) == (depth, words)


def test_other_marks_quote_when_many_lines_bear_them() -> None:
    assert [line.depth for line in lines_of(": a\n: b\n:\nmine\n")] == [1, 1, 1, 0]
    assert [line.depth for line in lines_of("| a\n" * 5)] == [1] * 5
    assert [line.depth for line in lines_of("| a |\n" * 5)] == [0] * 5
    assert [(line.depth, line.words) for line in lines_of("AL> a\n AL>> b\nAL>\nmine\nB> x\n")] == [
        (1, "a"),
        (1, "b"),
        (1, ""),
        (0, "mine"),
        (0, "B> x"),
    ]


def test_lines_cover_the_text() -> None:
    assert [(line.start, line.end, line.indent) for line in lines_of("ab\n\n  c")] == [(0, 3, 0), (3, 4, 0), (4, 7, 2)]
    assert lines_of("") == []


def test_the_next_full_line() -> None:
    lines = lines_of("\n \n>\na\n\n")
    assert [next_full(lines, place) for place in range(len(lines) + 1)] == [2, 2, 2, 3, 5, 5]
