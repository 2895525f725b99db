"""Legal forms of companies, in a word and in a line."""

from __future__ import annotations

import pytest

from extract.patterns.legal_forms import has_legal_form, is_legal_form


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Halden Paper Ltd.", True), ("Moor & Sohn GmbH", True), ("株式会社ハルデン", True), ("GmbH", False),
        ("Moor Maschinenbau GmbH & Co. KG", True), ("Greta Becker", False), ("", False),
    ],
)  # fmt: skip
def test_lines_that_name_a_company(line: str, *, expected: bool) -> None:
    assert has_legal_form(line) is expected


@pytest.mark.parametrize(("word", "expected"), [("Ltd.", True), ("(GmbH)", True), ("S.A.", True), ("Paper", False)])
def test_words_that_are_a_form(word: str, *, expected: bool) -> None:
    assert is_legal_form(word) is expected
