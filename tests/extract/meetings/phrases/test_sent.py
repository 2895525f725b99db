"""Which comes first, day or month."""

from __future__ import annotations

from datetime import datetime

import pytest

from extract.meetings.phrases.sent import Sent


@pytest.mark.parametrize(
    ("at", "language", "domain", "day_first"),
    [
        ("2026-11-25T10:00:00-06:00", "en", "pell.example", False),
        ("2026-11-25T10:00:00+00:00", "en", "pell.com", False),
        ("2026-11-25T10:00:00+01:00", "en", "pell.com", True),
        ("2026-11-25T10:00:00-03:00", "en", "pell.com", True),
        ("2026-11-25T10:00:00+08:00", "en", "pell.ph", False),
        ("2026-11-25T10:00:00-05:00", "en", "pell.ca", False),
        ("2026-11-25T10:00:00-05:00", "en", "pell.co.uk", True),
        ("2026-11-25T10:00:00-05:00", "fr", "pell.com", True),
        ("2026-11-25T10:00:00+02:00", "en", "army.mil", False),
    ],
)
def test_language_country_and_offset_tell(at: str, language: str, domain: str, *, day_first: bool) -> None:
    assert Sent.of(datetime.fromisoformat(at), language, domain).day_first is day_first
