from __future__ import annotations

import pytest

from extract.mail.signature.candidates import candidates_of
from extract.mail.signature.choice import chosen, is_block, is_closed, is_last, points_of
from tests.extract.mail.signature.stretches import stretch

BLOCK = "Ada Quill\nHead of Sales\n212-555-0143"


def choice(*texts: str) -> str | None:
    best = chosen(stretch(text) for text in texts)
    return "\n".join(line.words for line in best.stretch.lines[best.first : best.end]) if best else None


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (f"We shall send it.\n\n{BLOCK}", BLOCK),
        (f"We shall send it.\n\n{BLOCK}\n\nSee you there!\nAda", BLOCK),
        (f"We shall send it.\n\n{BLOCK}\n\nP.S. We have moved.", BLOCK),
        ("We shall send it.\n\nSincerely,\nTom Berg\nExecutive Vice President", "Tom Berg\nExecutive Vice President"),
        ("We shall send it.\n\nRegards,\nAda\n\nHalden Foods Ltd\n212-555-0143", "Halden Foods Ltd\n212-555-0143"),
        ("We shall send it.\n\nwww.northwind-paper.example", "www.northwind-paper.example"),
        ("We shall send it.\n\n-- \nAda Quill\nPaper is patient", "--\nAda Quill\nPaper is patient"),
        ("We shall send it.\n\nAda Quill\nx3-6143", "Ada Quill\nx3-6143"),
        ("We shall send it.\n\n-- \nPaper is patient", "--\nPaper is patient"),
        (f'We shall send it.\n\n{BLOCK}\n"Paper is patient." Seneca', f'{BLOCK}\n"Paper is patient." Seneca'),
        (
            "We shall send it.\n\nAda Quill | Head of Sales and Trade Fairs | The Northwind Paper Trading Company Ltd.",
            "Ada Quill | Head of Sales and Trade Fairs | The Northwind Paper Trading Company Ltd.",
        ),
        (
            "We shall send it.\n\nAda Quill\nHead of Sales\n212-555-0143 - this is my cell",
            "Ada Quill\nHead of Sales\n212-555-0143 - this is my cell",
        ),
    ],
)
def test_the_authors_own_block(text: str, block: str) -> None:
    assert choice(text) == block


@pytest.mark.parametrize(
    "text",
    [
        "We shall send it.\n\nAda Quill",
        "We shall send it.\n\nAda",
        "Please send it to:\nTom Berg\nHead of Sales\n12 Mill Street\nSpringfield, IL 62701\n\nWe need it soon.",
        "We met these people:\n\nTom Berg, Head of Sales\n\nThey have it.",
        "The fax is 212-555-0143, please call if you need it.",
        "We shall send it.\n\n--\nPaper is patient",
        "This went out.\n\nAda\n\nDear all:\nWe have moved.\n\nSincerely,\nTom Berg\nExecutive Vice President",
        "See\nhttps://halden.example/list\n",
        "Hot line 212-555-0143\n" + "\n".join(f"Desk {number}: 212-555-01{number}" for number in range(50, 56)),
        "Ada Quill\n" + "\n".join(f"Halden Foods {number} Ltd" for number in range(30)),
    ],
)
def test_what_is_none(text: str) -> None:
    assert choice(text) is None


def test_of_equals_the_last_is_taken() -> None:
    first, last = "Regards\nAda Quill\n212-555-0143", "Regards\nAda Quill\n212-555-0188"
    assert choice(first, last) == "Ada Quill\n212-555-0188"
    assert choice(f"Regards\n{BLOCK}", "We say\n\nAda Quill 212-555-0188\n\nand we mean it, dear colleagues") == BLOCK


def test_points_speak_for_and_against() -> None:
    (own,) = candidates_of(stretch(f"We wrote.\n\n{BLOCK}"))
    (introduced,) = candidates_of(stretch(f"We wrote to this one:\n\n{BLOCK}"))
    (idle,) = candidates_of(stretch("We wrote.\n\nAda Quill\nred\nblue\n212-555-0143"))
    (plain,) = candidates_of(stretch("We wrote.\n\nAda Quill\n212-555-0143"))
    assert points_of(own) > points_of(introduced)
    assert points_of(plain) - points_of(idle) == 1.0  # half a point for each
    assert is_block(own)


def test_closed_above_and_last_below() -> None:
    lines = stretch("Kind regards\nAda\n\nAda Quill\n212-555-0143\n\nCheers\nAda\n")
    assert is_closed(lines, 0)
    assert is_closed(lines, 1)
    assert not is_closed(lines, 4)
    assert is_last(lines, 5)
    assert is_last(lines, 8)
    assert not is_last(stretch("212-555-0143\n\none two three four"), 1)
    assert not is_last(stretch("212-555-0143\na\nb\nc\nd"), 1)
