from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.notes import notes_header_at
from tests.extract.mail.quoting.test_header_blocks import COLUMNS

FIELDS = "To: Ines Duarte/SALES/ALDER@ALDER\ncc: \nSubject: Prices\n\nHello\n"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (f"Ann Low\n11/03/2026 10:30 AM\n{FIELDS}", 5),
        (f"\tAnn Low/HQ/HALDEN@HALDEN\n\t11/03/2026 10:30 AM\n\t\t\n\t\t {FIELDS}", 6),
        (f'"Ann Low" <ann@x.example> on 11/03/2026 10:30:00 AM\nPlease respond to <ann@x.example>\n{FIELDS}', 5),
        (f"Ann Low <ann@x.example> on 11/03/2026 10:30:00 AM\n\nPlease respond to ann@x.example\n{FIELDS}", 6),
        (f"From:  Ann Low      11/03/2026 10:30 AM\n\t\n\n{FIELDS}", 6),
        (f'"Ann Low and Bo High" <ann@x.example> on 11/03/2026\n10:30:00 AM\n{FIELDS}', 5),
        (f"Ann Low\n{FIELDS}", None),
        (f'BH   x50143\n"Ann Low" <ann@x.example> on 11/03/2026 10:30:00 AM\n{FIELDS}', None),
        (FIELDS, 3),
        ("To: Ines Duarte/SALES/ALDER@ALDER\nSubject: Prices\n", None),
        ("To: all of us\ncc: \nSubject: Prices\n", None),
        (f"\tHalden Corp.\n\t\n\tFrom: Ann Low       11/03/2026 10:30 AM\n\t\n\n{FIELDS}", 8),
        (f"\tHalden Ltd\n\t\n\tFrom: Ann Low\n\t\n\n{FIELDS}", None),
        ("\tHalden Ltd\n\t\n\t", None),
        (f"Ann Low\n11/03/2026 10:30 AM\n\nSee you there.\n{FIELDS}", None),
        ("Ann Low\n11/03/2026 10:30 AM\nTo: Ines\nHello\n", None),
        ("Ann Low\n11/03/2026 10:30 AM\n> x\n", None),
        ("Ann Low\n11/03/2026 10:30 AM\n", None),
        (f"Ann Low\n11/03/2026 10:30 AM\nwhich I think is too early for all of us, is it not?\n{FIELDS}", None),
        (f"I think that this is, all in all, what we want to have.\n{FIELDS}", None),
        ("a\n" * 9 + FIELDS, None),
        (COLUMNS, 4),
        (f"{' ' * 20}Ann Low\n{' ' * 20}11/03/2026 10:30 AM\n{FIELDS}", 5),
    ],
)
def test_headers_without_a_marker(text: str, end: int | None) -> None:
    assert notes_header_at(lines_of(text), 0) == end
