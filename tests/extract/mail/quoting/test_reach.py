from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.openers import Opener
from extract.mail.quoting.reach import reach_of


@pytest.mark.parametrize(
    ("text", "opener", "end"),
    [
        ("\n> a\nb\n", Opener(0, "attribution"), 0),
        ("a\n> b\nc\n", Opener(0, "attribution"), 3),
        ("> a\nb\n", Opener(0, "header"), 0),
        ("> a\nb\n", Opener(0, "divider"), 2),
        ("> a\nb\n", Opener(0, "forward"), 2),
        ("a\n--- end forwarded text\nb\n", Opener(0, "forward"), 2),
        ("a\n--- End of forwarded message from Ann ---\nb\n", Opener(0, "forward"), 2),
        ("a\n-----\nb\n", Opener(0, "forward"), 3),
        ("\n<< a\nb >>\nc\n", Opener(0, "attribution"), 3),
        ("<< a\nb\n", Opener(0, "attribution"), 2),
        ("", Opener(0, "attribution"), 0),
    ],
)
def test_where_anothers_message_ends(text: str, opener: Opener, end: int) -> None:
    assert reach_of(lines_of(text), opener, wrote=False) == end


def test_below_what_the_author_wrote_a_header_has_no_marks_of_its_own() -> None:
    assert reach_of(lines_of("> a\nb\n"), Opener(0, "header"), wrote=True) == 2
