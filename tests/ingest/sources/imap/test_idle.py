"""Waiting in an inbox: what lines mean, how the waiting is renewed, and what it is on the real server."""

from __future__ import annotations

import pytest

from ingest.errors import Malformed, SourceError, Unavailable
from ingest.sources.imap.idle import INBOX, MAX_LINE, MOST_LINES, CannotWait, Heard, Waiting, begin
from ingest.sources.imap.session import Session
from tests.ingest.sources.imap.mailbox import Mailbox, opener


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        (b"* 23 EXISTS", True),
        (b"* 4 expunge", True),
        (b"* 1 RECENT", True),
        (b"* VANISHED 41,43:116", True),
        (b"* OK Still here", False),
        (b"* 23 FETCH (FLAGS (\\Seen))", False),
        (b"* EXISTS", False),
        (b"*", False),
        (b"", False),
        (b"+ idling", False),
        (b"B17 OK of another command", False),
        (b"\xff\x00 what is this", False),
    ],
)
def test_what_a_line_means(line: bytes, *, changed: bool) -> None:
    waiting = Waiting(b"B7")
    assert waiting.take(line + b"\r\n") == Heard(changed)
    assert waiting.is_settled


def test_lines_come_in_any_pieces() -> None:
    waiting = Waiting(b"B7")
    said = b"* OK Still here\r\n* 5 EXISTS\r\n"
    heard = [waiting.take(said[at : at + 1]) for at in range(len(said))]
    assert [each.changed for each in heard].count(True) == 1
    assert heard[-1].changed
    assert waiting.take(said * 3).changed


@pytest.mark.parametrize("line", [b"* BYE going down", b"* NO Internal error occurred", b"B7 BAD what", b"B7 NO no"])
def test_what_ends_it(line: bytes) -> None:
    with pytest.raises(Unavailable):
        Waiting(b"B7").take(line + b"\r\n")


def test_it_is_renewed_and_hears_in_between() -> None:
    waiting = Waiting(b"B7")
    for before in (b"B7", b"W1", b"W2"):
        assert waiting.renew() == b"DONE\r\n"
        assert not waiting.is_settled
        heard = waiting.take(b"* 9 EXISTS\r\n" + before + b" OK done\r\n")
        assert heard.changed
        assert heard.answer.endswith(b" IDLE\r\n")
        assert not waiting.is_settled
        assert waiting.take(b"* 10 EXISTS\r\n+ idling\r\n") == Heard(changed=True)
        assert waiting.is_settled


def test_a_server_that_ends_the_waiting_itself_is_asked_to_begin_again() -> None:
    waiting = Waiting(b"B7")
    assert waiting.take(b"B7 OK enough\r\n") == Heard(answer=b"W1 IDLE\r\n")
    with pytest.raises(Unavailable):
        waiting.take(b"W1 NO not again\r\n")


@pytest.mark.parametrize("said", [b"x" * (MAX_LINE + 1), b"* 1 EXISTS\r\n" * (MOST_LINES + 1)])
def test_one_that_talks_without_an_end_is_left(said: bytes) -> None:
    with pytest.raises(Malformed):
        Waiting(b"B7").take(said)


def test_memory_does_not_grow_with_what_is_said() -> None:
    waiting = Waiting(b"B7")
    assert not hasattr(waiting, "__dict__")
    for _ in range(100):
        waiting.take(b"* OK Still here\r\n")
    assert waiting._unfinished == b""


def test_the_inbox_is_waited_in_and_told_of(mailbox: Mailbox) -> None:
    session = opener(mailbox.dovecot).open(mailbox.account)
    before = mailbox.state()
    begun = begin(session)
    waiting = begun.waiting
    begun.socket.settimeout(10)
    assert waiting.take(begun.unread) == Heard()
    assert mailbox.state() == before
    assert mailbox.client.append(INBOX.decode(), "", "", b"Subject: x\r\n\r\nx\r\n")[0] == "OK"
    while not waiting.take(begun.socket.recv(4096)).changed:
        pass
    begun.socket.sendall(waiting.renew())
    while not waiting.is_settled:
        begun.socket.sendall(waiting.take(begun.socket.recv(4096)).answer)
    begun.socket.close()


def test_a_server_that_cannot_is_told_apart(old_mailbox: Mailbox) -> None:
    session: Session = opener(old_mailbox.dovecot).open(old_mailbox.account)
    with pytest.raises(CannotWait) as raised:
        begin(session)
    assert not isinstance(raised.value, SourceError)
    session.close()
