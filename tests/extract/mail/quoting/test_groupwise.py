from __future__ import annotations

import pytest

from extract.mail.quoting.groupwise import groupwise_at
from extract.mail.quoting.lines import lines_of


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (">>> Ann Low 11/03/26 10:30AM >>>\nHello\n", 1),
        (">>> Ann Low <ann@x.example>\n11/03/26 10:30AM >>>\nHello\n", 2),
        (">>> a quoted line\nHello\n", None),
        (">>> a quoted line\n>>> another\n", None),
        (">>> a quoted line", None),
        (">>> so >>>\n", None),
        (">> Ann Low 11/03/26 10:30AM >>>\n", None),
    ],
)
def test_headers_between_marks(text: str, end: int | None) -> None:
    assert groupwise_at(lines_of(text), 0) == end
