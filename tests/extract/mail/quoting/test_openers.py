from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.openers import Opener, opener_at


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        (">>> Ann 11/03/26 10:30AM >>>\nHello\n", Opener(1, "header")),
        ("> From: Ann\n", None),
        ("-----Original Message-----\nHello\n", Opener(1, "header")),
        ("----- Forwarded message -----\nHello\n", Opener(1, "forward")),
        ("From: Ann\nSent: 3.11.2026 10:30\nTo: Ines\n\nHello\n", Opener(3, "header")),
        ("Ann\n11/03/2026 10:30 AM\nTo: Ines\ncc:\n\nHello\n", Opener(4, "header")),
        ("On 3 Nov 2026 Ann wrote:\n\nHello\n", Opener(1, "attribution")),
        ("------- Original Message -------\nOn 3 Nov 2026 Ann wrote:\n\n> a\n", Opener(2, "attribution")),
        ("Hello\n", None),
    ],
)
def test_what_introduces_anothers_message(text: str, opener: Opener | None) -> None:
    assert opener_at(lines_of(text), 0) == opener
