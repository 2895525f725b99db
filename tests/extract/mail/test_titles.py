from __future__ import annotations

import pytest

from extract.mail.titles import title_span


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Prices", "Prices"),
        ("  Prices ", "Prices"),
        ("Re: Prices", "Prices"),
        ("RE: AW: WG: Fwd: Prices", "Prices"),
        ("AW[2]: Re(3): RE^4: Prices", "Prices"),
        ("回复\uff1aPrices", "Prices"),
        ("Réf : Prices", "Prices"),
        ("Re: ", ""),
        ("   ", ""),
        ("", ""),
        ("Regarding: Prices", "Regarding: Prices"),
        ("Re Prices", "Re Prices"),
        ("Prices Re: Prices", "Prices Re: Prices"),
    ],
)
def test_titles(subject: str, title: str) -> None:
    span = title_span(subject)
    assert subject[span.start : span.end] == title
