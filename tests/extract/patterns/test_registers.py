from __future__ import annotations

import pytest

from extract.patterns.registers import KINDS, STEMS, WORDS, is_register


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Geschäftsführer: Ada Moor", True),
        ("HRB 4711, Amtsgericht Jena", True),
        ("IBAN DE00 1234", True),
        ("Ada Moor", False),
        ("Cubic metres by Friday", False),
    ],
)
def test_a_line_of_a_register_is_no_name(line: str, found: bool) -> None:  # noqa: FBT001
    assert is_register(line, line.lower().replace(",", "").replace(":", "").split()) is found


def test_each_word_is_of_one_kind() -> None:
    of_kinds = [{*kind.terms, *kind.stems, *kind.words} for kind in KINDS]
    assert sum(map(len, of_kinds)) == len(set().union(*of_kinds))
    assert [len(stems) for stems in STEMS[-1:]] == [0]
    assert {word for kind in KINDS for word in kind.words} <= WORDS
