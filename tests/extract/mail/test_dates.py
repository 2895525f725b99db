from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from extract.mail.dates import EARLIEST, LATEST, date_of, parse
from extract.mail.headers import read_block

RECEIVED = datetime(2026, 11, 2, 12, tzinfo=UTC)
MISSING = "The date is missing or could not be read."
IMPOSSIBLE = "The date is impossible; the nearest possible one was taken."


def dated(head: str, received_at: datetime | None = None) -> tuple[datetime | None, list[str]]:
    warnings: list[str] = []
    payload = head.encode()
    return date_of(read_block(payload, 0, len(payload), []).headers, received_at, warnings), warnings


@pytest.mark.parametrize(
    ("text", "hours", "offset"),
    [
        ("Mon, 02 Nov 2026 10:00:00 +0100", 9, 1),
        ("Mon, 02 Nov 2026 10:00:00 GMT", 10, 0),
        ("2 Nov 2026 10:00", 10, 0),
        ("Mon, 02 Nov 2026 10:00:00 -0330 (NST)", 13.5, -3.5),
    ],
)
def test_dates_as_programs_write_them(text: str, hours: float, offset: float) -> None:
    found = parse(text)
    assert found == datetime(2026, 11, 2, tzinfo=UTC) + timedelta(hours=hours)
    assert found.utcoffset() == timedelta(hours=offset)


def test_a_leap_second_is_the_one_before() -> None:
    assert parse("Sat, 31 Dec 2016 23:59:60 +0000") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Mon, 31 Feb 2026 10:00:00 +0000",
        "Mon, 02 Nov 2026 25:00:00",
        "Mon, 02 Nov 2026 10:00:00 +9999",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("head", "received_at", "found", "warnings"),
    [
        ("Date: Mon, 02 Nov 2026 10:00:00 +0000\n", RECEIVED, datetime(2026, 11, 2, 10, tzinfo=UTC), []),
        ("Date: Thu, 01 Jan 1970 00:00:00 +0000\n", RECEIVED, EARLIEST, [IMPOSSIBLE]),
        ("Date: Mon, 02 Nov 2099 10:00:00 +0000\n", RECEIVED, RECEIVED + timedelta(days=2), [IMPOSSIBLE]),
        ("Date: Mon, 02 Nov 2199 10:00:00 +0000\n", None, LATEST, [IMPOSSIBLE]),
        ("Date: soon\n", RECEIVED, RECEIVED, [MISSING]),
        ("Received: by mx; Mon, 02 Nov 2026 12:00:00 +0000\n", None, RECEIVED, [MISSING]),
        ("Received: by mx; Mon, 02 Nov 1926 12:00:00 +0000\n", None, EARLIEST, [MISSING]),
        ("Received: by mx\n", None, None, [MISSING]),
    ],
)
def test_the_senders_date_within_reason(
    head: str, received_at: datetime | None, found: datetime | None, warnings: list[str]
) -> None:
    assert dated(head, received_at) == (found, warnings)
