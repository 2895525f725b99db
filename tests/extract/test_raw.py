from __future__ import annotations

import hashlib

from extract.raw import MESSAGE, RawItem, ReadingContext


def item(payload: bytes, remote_id: str = "1") -> RawItem:
    return RawItem(MESSAGE, payload, None, remote_id)


def test_bytes_alone_make_the_hash() -> None:
    assert item(b"a").sha256 == hashlib.sha256(b"a").hexdigest() == item(b"a", remote_id="2").sha256
    assert item(b"a").sha256 != item(b"a ").sha256


def test_content_stays_out_of_what_is_printed() -> None:
    assert "secret" not in repr(item(b"secret"))


def test_a_reader_who_knows_nothing_of_the_owner() -> None:
    assert ReadingContext() == ReadingContext(frozenset(), frozenset(), "UTC", "en")
