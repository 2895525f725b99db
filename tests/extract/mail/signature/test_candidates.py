from __future__ import annotations

import pytest

from extract.mail.signature.candidates import candidates_of
from tests.extract.mail.signature.stretches import stretch

BLOCK = "Ada Quill\nHead of Sales\n212-555-0143"


def blocks(text: str) -> list[str]:
    return [
        "\n".join(line.words for line in each.stretch.lines[each.first : each.end])
        for each in candidates_of(stretch(text))
    ]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (f"We shall send it.\n\n{BLOCK}\n", BLOCK),
        (f"{BLOCK}\nWe shall send it.", BLOCK),
        (f"-- \n{BLOCK}\nPaper is patient.\n\n\n\nmore", f"--\n{BLOCK}\nPaper is patient."),
        (f"-- \n{BLOCK}\nP.S. keys", f"--\n{BLOCK}"),
        ("-- \nAda Quill\n\n212-555-0143", "--\nAda Quill\n\n212-555-0143"),
        ("Ada Quill\n-- \nHead of Sales", "Ada Quill\n--\nHead of Sales"),
        (f"Ada\n\n-- \n{BLOCK}", f"--\n{BLOCK}"),
        (f"=====\n{BLOCK}\n=====\n", f"=====\n{BLOCK}\n====="),
        (f"Ada Quill\nTom Berg\n\n{BLOCK}", BLOCK),
        ("Ada Quill\nQuill Ada\n212-555-0143", "Ada Quill\nQuill Ada\n212-555-0143"),
        ("Head of Sales\nAda Quill\n212-555-0143", "Head of Sales\nAda Quill\n212-555-0143"),
        ("Ada\nHead of Sales", "Ada\nHead of Sales"),
        ("Ada\n\n12 Mill Street\nSpringfield, IL 62701", "12 Mill Street\nSpringfield, IL 62701"),
        ("Tom Berg\nHead of Sales\n212-555-0143", "Tom Berg\nHead of Sales\n212-555-0143"),
        ("AQ  212-555-0143", "AQ  212-555-0143"),
        ("Ada Quill\n212-555-0143\nNB4143", "Ada Quill\n212-555-0143\nNB4143"),
        ("Ada Quill\n\n\nHalden Foods Ltd\n\nsomething small", "Ada Quill\n\n\nHalden Foods Ltd"),
        ("Ada Quill\n\n\n\nHalden Foods Ltd", "Halden Foods Ltd"),
        ("Halden Foods Ltd\n\nKind regards", "Halden Foods Ltd"),
        ("Ada Quill", "Ada Quill"),
    ],
)
def test_where_a_block_begins_and_ends(text: str, block: str) -> None:
    assert block in blocks(text)


@pytest.mark.parametrize("text", ["", "red\nblue", "We shall send it.", "-- \n\n", "-- \nHRB 99914"])
def test_what_shows_nothing_is_no_candidate(text: str) -> None:
    assert blocks(text) == []


def test_a_gap_below_the_separator_ends_the_block() -> None:
    text = "-- \n" + "\n".join(f"verse {number}" for number in range(20))
    assert len(blocks(text)[0].splitlines()) == 13
    assert blocks(f"-- \nverse\n\n\n\n{BLOCK}")[0] == "--\nverse"


def test_what_wraps_from_prose_is_prose() -> None:
    long = "We have looked at the whole of it and would like to see the figures of"
    assert blocks(f"{long}\nHalden Foods Ltd in 12 Mill Street") == []
    assert blocks(f"{long}\nAda Quill\n212-555-0143") == ["Ada Quill\n212-555-0143"]
    assert blocks("We would like to see it\nHalden Foods Ltd") == ["Halden Foods Ltd"]
    assert blocks(f"{long} May.\nHalden Foods Ltd") == ["Halden Foods Ltd"]


def test_only_the_last_lines_of_a_long_text_are_looked_at() -> None:
    text = f"{BLOCK}\n" + "\n".join(["red"] * 500)
    assert blocks(text) == []


def test_the_nearest_lines_that_say_something() -> None:
    lines = stretch("\nAda\n\nQuill\n\n")
    assert lines.above(3) == 1
    assert lines.above(1) == -1
    assert lines.below(2) == 3
    assert lines.below(4) == len(lines.lines)
