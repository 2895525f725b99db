from __future__ import annotations

import pytest

from extract.raw import CALENDAR, MESSAGE, RawItem
from ingest.likeness import MOST, likeness_of, likeness_of_head
from ingest.protocol import Head

MAIL = (
    b"Received: from out.example by mx.halden.example with ESMTP id 4711;\r\n Mon, 2 Mar 2026 09:00:01 +0100\r\n"
    b"X-Spam: no\r\nFrom: Ada <ada@nordlicht.example>\r\nTo: jo@boswell.example\r\nSubject: Offer\r\n  for you\r\n"
    b"Date: Mon, 2 Mar 2026 09:00:00 +0100\r\nMessage-ID: <1@nordlicht.example>\r\n\r\nSubject: not this one\r\n"
)
HEADER = (
    b"Received: from out.example by mx.halden.example with ESMTP id 4711;\r\n\tMon, 2 Mar 2026 09:00:01 +0100\r\n"
    b"FROM: Ada <ada@nordlicht.example>\r\nSubject: Offer for you\r\n"
    b"Date: Mon, 2 Mar 2026 09:00:00 +0100\r\nMessage-Id: <1@nordlicht.example>\r\n\r\n"
)


def item(payload: bytes, media_type: str = MESSAGE, full_size: int | None = None) -> RawItem:
    return RawItem(media_type, payload, None, "7/1", (), full_size)


def head(header: bytes, size: int = len(MAIL)) -> Head:
    return Head("8/1", header, size)


def test_a_mail_is_recognised_by_its_head_however_that_is_folded() -> None:
    assert likeness_of(item(MAIL)) == likeness_of_head(head(HEADER))
    assert likeness_of(item(MAIL.replace(b"\r\n", b"\n"), full_size=len(MAIL))) == likeness_of(item(MAIL))


def test_the_first_part_of_a_mail_is_recognised_by_the_size_of_the_whole() -> None:
    assert likeness_of(item(MAIL, full_size=30_000_000)) == likeness_of_head(head(HEADER, 30_000_000))


@pytest.mark.parametrize(
    "other",
    [HEADER.replace(b"4711", b"4712"), HEADER.replace(b"<1@", b"<2@"), HEADER.replace(b"for you", b"for all")],
)
def test_another_delivery_and_another_mail_are_others(other: bytes) -> None:
    assert likeness_of(item(MAIL)) != likeness_of_head(head(other))
    assert likeness_of(item(MAIL)) != likeness_of_head(head(HEADER, len(MAIL) + 1))


def test_what_says_too_little_or_too_much_is_not_recognised() -> None:
    assert likeness_of(item(MAIL, CALENDAR)) is None
    assert likeness_of(item(MAIL.replace(b"Message-ID", b"X-Id"))) is None
    assert likeness_of_head(head(HEADER + b"x" * MOST)) is None
    assert likeness_of(item(b"Subject: %b\r\n%b" % (b"x" * MOST, MAIL))) is None
