from __future__ import annotations

import pytest

from extract.facts import Span
from extract.people.pieces import pieces_of


def words(text: str) -> list[str]:
    found = pieces_of(text, Span(0, len(text)))
    assert all(text[piece.span.start : piece.span.end] == piece.text for piece in found)
    return [piece.text for piece in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("-- \nAda Quill\n\nHead of Sales", ["Ada Quill", "Head of Sales"]),
        ("Ada Quill        12 Mill Street\nSales            Springfield",
         ["Ada Quill", "Sales", "12 Mill Street", "Springfield"]),
        ("Ada Quill        Tel: 1\n                 Fax: 2", ["Ada Quill", "Tel: 1", "Fax: 2"]),
        ("| Ada Quill  | Tel: 1  |\n| Sales      | Fax: 2  |", ["Ada Quill", "Sales", "Tel: 1", "Fax: 2"]),
        ("Ada | Tel: 1\nSales | Fax: 2", ["Ada", "Tel: 1", "Sales", "Fax: 2"]),
        ("Ada · Sales\nMill Street · Springfield", ["Ada", "Sales", "Mill Street", "Springfield"]),
        ("Phone:\t555-0143", ["Phone:\t555-0143"]),
        ("Direct fax:     555-0143", ["Direct fax:     555-0143"]),
        ("Phone:\tFax:\t555-0143", ["Phone:\tFax:", "555-0143"]),
        ("Ada\tOffice:", ["Ada", "Office:"]),
        (":\tAda", ["Ada"]),
        ("+49 30 1  |", ["+49 30 1"]),
        ("Ada????Tel 1", ["Ada", "Tel 1"]),
    ],
)  # fmt: skip
def test_cells_in_reading_order(text: str, pieces: list[str]) -> None:
    assert words(text) == pieces


def test_rows_and_columns_are_counted() -> None:
    text = "Ada Quill        Tel: 1\nSales            Fax: 2"
    places = [(piece.row, piece.column) for piece in pieces_of(text, Span(0, len(text)))]
    assert places == [(0, 0), (1, 0), (0, 1), (1, 1)]
