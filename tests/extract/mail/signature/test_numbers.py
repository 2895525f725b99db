from __future__ import annotations

import pytest

from extract.mail.signature.numbers import label_before, most_telling, numbers_in


def found(line: str) -> list[tuple[str, str | None]]:
    return [(line[number.span.start : number.span.end], number.kind) for number in numbers_in(line)]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Tel. +49 30 23125-100", [("+49 30 23125-100", "unspecified")]),
        ("t: +353 1 555 0143    m: +353 87 555 0188",
         [("+353 1 555 0143", "unspecified"), ("+353 87 555 0188", "mobile")]),
        ("(212) 555-0143 (office) 212.555.0144 (fax)", [("(212) 555-0143", "work"), ("212.555.0144", "fax")]),
        ("212-555-0143 Direct line", [("212-555-0143", "work")]),
        ("212-555-0143 / 212-555-0144 fax", [("212-555-0143", None), ("212-555-0144", "fax")]),
        ("212-555-0143 - 212-555-0144 (f)", [("212-555-0143", None), ("212-555-0144", "fax")]),
        ("01632 960 143 07700 900 143", [("01632 960 143", None), ("07700 900 143", None)]),
        ("tel/fax: 212-555-0143", [("212-555-0143", "unspecified")]),
        ("x3-6143 (Sales)", [("x3-6143", "work")]),
        ("212-555-0143 Mary", [("212-555-0143", None)]),
        ("212-555-0143 -", [("212-555-0143", None)]),
        ("Ada Quill cell # 212 555 0143", [("212 555 0143", "mobile")]),
        ("Direct Fax No. 212/555-0143", [("212/555-0143", "fax")]),
        ("Mobile (in Wales) 07700 900 143", [("07700 900 143", "mobile")]),
        ("Tel (office) 212 555 0143", [("212 555 0143", "work")]),
        ("+1 (0)212 555 0143", [("+1 (0)212 555 0143", None)]),
        ("call me 555-0143", [("555-0143", None)]),
        ("555-0143", [("555-0143", None)]),
        ("32 55 01 80", [("32 55 01 80", None)]),
        ("98-21-555-0143", [("98-21-555-0143", None)]),
        ("01632 960143", [("01632 960143", None)]),
        ("0171 - 3920031 44", [("0171 - 3920031 44", None)]),
        ("212.555.0143 - 212.555.0144", [("212.555.0143", None), ("212.555.0144", None)]),
        ("Springfield 62701 212-555-0143", [("212-555-0143", None)]),
        ("212-555-0143 Fax: 212-555-0144", [("212-555-0143", None), ("212-555-0144", "fax")]),
        ("x3-6143", [("x3-6143", "work")]),
        ("AQ    3-9143", [("3-9143", "work")]),
        ("ext. 4143", [("4143", "unspecified")]),
        ("Tel. 4143", [("4143", "unspecified")]),
        ("T 212 555 0143", [("212 555 0143", "unspecified")]),
    ],
)  # fmt: skip
def test_numbers_with_what_their_label_says(line: str, numbers: list[tuple[str, str | None]]) -> None:
    assert found(line) == numbers


@pytest.mark.parametrize(
    "line",
    [
        "no digits",
        "12/11/2026",
        "2026-11-25",
        "2019-2026",
        "ICQ# 113 069 081",
        "HRB 4711234",
        "$1 000 000",
        "P9991112",
        "62701 Springfield",
        "Port 62701 Halden",
        "1234567890123456789",
        "12 0456789012345678901",
        "33445566",
        "room 12-3",
        "2143",
    ],
)
def test_what_is_no_number(line: str) -> None:
    assert found(line) == []


def test_a_bracket_that_closes_elsewhere_stays_outside() -> None:
    assert found("(212-555-0143") == [("212-555-0143", None)]


def test_the_most_telling_word_of_a_label_decides() -> None:
    assert most_telling(["unspecified", "home", "fax"]) == "fax"
    assert most_telling([]) is None
    assert label_before("Home fax: ") == "fax"
    assert label_before("the ") is None
    assert label_before("(direct) ") == "work"
