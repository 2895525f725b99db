from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ingest.retry_after import seconds_in, seconds_of

NOW = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("30", 30.0),
        (" 0 ", 0.0),
        ("Thu, 26 Nov 2026 14:02:00 GMT", 120.0),
        ("Thu, 26 Nov 2026 14:02:00 -0000", 120.0),
        ("Thu, 26 Nov 2026 15:02:00 +0100", 120.0),
        ("Thu, 26 Nov 2026 13:00:00 GMT", 0.0),
        ("9" * 400, 999_999_999.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("Thu, 26 Nov 20260000 14:02:00 GMT", None),
    ],
)
def test_seconds_and_dates_are_understood_and_nothing_else(said: str, seconds: float | None) -> None:
    assert seconds_of(said, NOW) == seconds


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        ("User-rate limit exceeded.  Retry after 2026-11-26T14:15:00.000Z", 900.0),
        ("Retry after 2026-11-26T14:15:00Z.", 900.0),
        ("retry after 2026-11-26T13:00:00Z, please", 0.0),
        ("Quota exceeded for quota metric 'Queries'.", None),
        ("Retry after ", None),
        ("Retry after a while", None),
    ],
)
def test_a_moment_in_a_sentence_is_understood(sentence: str, seconds: float | None) -> None:
    assert seconds_in(sentence, NOW) == seconds
