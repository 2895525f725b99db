from __future__ import annotations

import pytest

from extract.facts import Span
from extract.mail.signature.lines import lines_of, tokens


def test_lines_cover_their_stretch_in_order() -> None:
    text = "before\nAda\n\nQuill"
    lines = lines_of(text, Span(7, len(text)))
    assert [(line.start, line.end, line.words) for line in lines] == [(7, 11, "Ada"), (11, 12, ""), (12, 17, "Quill")]
    assert lines_of("Ada\n", Span(0, 4))[-1].end == 4


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("|  Ada Quill        |", "Ada Quill"),
        ("  *Ada Quill*", "Ada Quill"),
        ("+49 30 23125 100", "+49 30 23125 100"),
        ("Ada?????Tel 5", "Ada    ?Tel 5"),
        ("????", ""),
        ("<<logo.png>>", ""),
        ("[image: Northwind]", ""),
        ("..", ""),
    ],
)
def test_what_is_drawn_around_words_is_taken_off(line: str, words: str) -> None:
    assert lines_of(line, Span(0, len(line)))[0].words == words


def test_separators_and_rules() -> None:
    dashes, rule = lines_of("-- \n______", Span(0, 10))
    assert (dashes.is_dashes, dashes.is_rule) == (True, False)
    assert (rule.is_dashes, rule.is_rule) == (False, True)


def test_words_without_punctuation() -> None:
    assert tokens("Buyer/Planner, (Northwind) - A.B.") == ["buyer", "planner", "northwind", "a.b"]
