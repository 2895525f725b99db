"""A reply parser's texts, laid over a message's lines."""

from __future__ import annotations

from bench.extraction.lines import laid_over, picked

TEXT = "Yes, gladly.\n\nDana\n\nOn Tue, Nov 24, 2026 at 4:02 PM Ines <ines@alder.example> wrote:\n> Will you come?\n"


def test_lines_are_found_in_order_and_blank_ones_are_none() -> None:
    assert laid_over("a\n b\n\na", ["a", "", "b ", "a", "c"]) == {1, 2, 4}


def test_the_newest_reply_is_what_stands_above_the_quote() -> None:
    assert laid_over(TEXT, picked(TEXT).content) == {1, 3}
    assert picked("").signature == ("",)
