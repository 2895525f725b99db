from __future__ import annotations

import pytest

from ingest.errors import Malformed
from ingest.protocol import Head
from ingest.sources.imap.heads import HEAD_BYTES, ITEM, heads
from ingest.sources.imap.mailboxes import examine
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import Mailbox, opener

NAME = b"BODY[HEADER.FIELDS (MESSAGE-ID DATE FROM SUBJECT RECEIVED)]<0>"


def told(uid: int, header: bytes, size: int = 9) -> bytes:
    return b"* 1 FETCH (UID %d RFC822.SIZE %d %b {%d}\r\n%b)\r\n" % (uid, size, NAME, len(header), header)


def test_heads_on_the_real_server(mailbox: Mailbox) -> None:
    uids = mailbox.append(payload(number) for number in range(3))
    before = mailbox.state()
    session = opener(mailbox.dovecot).open(mailbox.account)
    opened = examine(session, b"INBOX")
    found = heads(session, opened.validity, [*uids, 99])
    session.close()
    assert [each.remote_id for each in found] == [f"{opened.validity}/{uid}" for uid in uids]
    assert b"Message-ID: <1@nordlicht.example>" in found[1].header
    assert b"To:" not in found[1].header
    assert found[1].size == len(payload(1).replace(b"\n", b"\r\n"))
    assert mailbox.state() == before


def test_what_is_told_unasked_or_in_another_form_is_no_head() -> None:
    lines = [
        told(1, b"Subject: a\r\n\r\n"), b"* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n", b"* 3 FETCH (RFC822.SIZE 9)\r\n",
        b"* 1 EXISTS\r\n", b"* 4 FETCH (UID 4 RFC822.SIZE 9 %b NIL)\r\n" % NAME, b"B1 OK\r\n",
    ]  # fmt: skip
    with hearing(*lines) as (session, server):
        assert heads(session, 7, [1, 2, 3, 4]) == [Head("7/1", b"Subject: a\r\n\r\n", 9)]
        assert ITEM in server.heard()


def test_a_head_is_no_larger_than_was_asked_for() -> None:
    with hearing(told(1, b"x" * (2 * HEAD_BYTES + 1))) as (session, _), pytest.raises(Malformed):
        heads(session, 7, [1])
