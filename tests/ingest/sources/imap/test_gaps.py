"""What clients in Python got wrong when they were measured, each as a promise about ours (docs/decisions/0008)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.errors import CredentialsRejected, Unavailable
from ingest.sources.imap import mailboxes
from ingest.sources.imap.answers import Data, Status
from ingest.sources.imap.contents import Content, Contents
from ingest.sources.imap.mailboxes import Lying
from ingest.sources.imap.session import Session
from ingest.sources.imap.signing_in import Password, explained
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.hearing import hearing, wired
from tests.ingest.sources.imap.mailbox import Mailbox, opener
from tests.source_tree import ROOT


@pytest.fixture
def session(mailbox: Mailbox) -> Iterator[Session]:
    mailbox.append([payload(1), payload(2), payload(3)])
    opened = opener(mailbox.dovecot).open(mailbox.account)
    mailboxes.examine(opened, b"INBOX")
    yield opened
    opened.close()


def test_ranges_are_understood(session: Session) -> None:
    told = session.run(b"UID", b"FETCH", b"1:*", b"(UID RFC822.SIZE)")
    assert [each.kind for each in told] == ["FETCH"] * 3


def test_contents_are_in_no_log_and_in_no_text(session: Session, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ((content,),) = Contents(session, 10**6, 10**5).of([[Lying(1, 300, None)]])
    assert content.payload
    assert b"Subject" in content.payload
    assert "Subject" not in repr(content)
    assert not caplog.records


def test_the_end_of_a_connection_is_never_silence() -> None:
    with wired(b"* 1 EXISTS\r\n", ended=True) as (wire, _):
        listening = Session(wire)
        for _ in range(3):
            with pytest.raises(Unavailable, match="broke off"):
                listening.run(b"NOOP")


def test_a_line_in_pieces_is_a_line() -> None:
    with wired() as (wire, server):
        for piece in (b"* 4 EXI", b"STS\r", b"\nB1 OK\r\n"):
            server.end.sendall(piece)
        assert Session(wire).run(b"NOOP") == [Data("EXISTS", 4, [])]


def test_what_vanished_is_told(mailbox: Mailbox, session: Session) -> None:
    before = mailboxes.examine(session, b"INBOX").modseq
    mailbox.expunge([2])
    assert mailboxes.vanished(session, 4, before, 3) == [(2, 2)]


def test_a_search_over_many_messages_is_one_line() -> None:
    uids = range(1_000_000, 1_200_000)
    with hearing("* SEARCH " + " ".join(map(str, uids)), "B1 OK") as (wide, _):
        assert mailboxes.search(wide, 1, 2_000_000) == list(uids)


def test_what_timed_out_is_used_no_more(mailbox: Mailbox) -> None:
    source = mailbox.source()
    ref = next(source.collections())
    before = source._idle
    assert before is not None
    before.wire.close()
    with pytest.raises(Unavailable):
        list(source.changes(ref, None))
    assert source._idle is None
    assert list(source.changes(ref, None))
    assert source._idle is not before


def test_a_range_above_the_last_message_holds_none(session: Session) -> None:
    assert mailboxes.search(session, 4, mailboxes.MAX_UID) == []
    assert mailboxes.search(session, 3, mailboxes.MAX_UID) == [3]


def test_times_have_a_zone(session: Session) -> None:
    came = mailboxes.lying(session, [1])[1].received_at
    assert came is not None
    assert came.utcoffset() is not None
    assert came == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_every_message_is_accounted_for(session: Session, mailbox: Mailbox) -> None:
    found = mailboxes.lying(session, [1, 2, 3])
    mailbox.expunge([2])
    session.run(b"NOOP")
    ((first, second, third),) = Contents(session, 10**6, 10**5).of([list(found.values())])
    assert second == Content(found[2])
    assert first.payload
    assert third.payload


def test_nothing_is_believed_about_a_message_but_its_bytes() -> None:
    written = "".join(path.read_text() for path in Path(ROOT, "ingest/sources/imap").glob("*.py"))
    assert not [word for word in ('b"(ENVELOPE', 'b"ENVELOPE', "BODYSTRUCTURE)") if word in written]


def test_a_sign_in_that_cannot_be_checked_is_no_wrong_password() -> None:
    ada = Password("ada", "open sesame")
    assert isinstance(explained(Status(b"B1", "NO", "AUTHENTICATIONFAILED", "", ""), ada), CredentialsRejected)
    assert isinstance(explained(Status(b"B1", "NO", "UNAVAILABLE", "", ""), ada), Unavailable)
