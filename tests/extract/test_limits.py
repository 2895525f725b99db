from __future__ import annotations

import pytest

from extract import limits
from extract.errors import Unreadable


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "The item is empty."),
        (b" \r\n\t\n", "The item is empty."),
        (b"x" * (limits.ITEM_BYTES + 1), "The item is larger than 25 MB."),
    ],
)
def test_what_no_parser_may_see(payload: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        limits.check(payload)
    assert refused.value.reason == reason


def test_the_largest_item_is_read() -> None:
    limits.check(b"x" * limits.ITEM_BYTES)


@pytest.mark.parametrize(
    ("name", "bytes_read"),
    [
        ("to", limits.ADDRESS_HEADER_BYTES),
        ("references", limits.ADDRESS_HEADER_BYTES),
        ("subject", limits.HEADER_BYTES),
        ("x-anything", limits.HEADER_BYTES),
    ],
)
def test_headers_that_list_may_be_longer(name: str, bytes_read: int) -> None:
    assert limits.header_bytes(name) == bytes_read
