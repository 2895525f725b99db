from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ingest.errors import Malformed, Unavailable
from ingest.sources.imap.mailboxes import (
    ASKED_AT_ONCE,
    Listed,
    Lying,
    Opened,
    examine,
    listed,
    lying,
    search,
    status,
    statuses,
    still_there,
    vanished,
)
from ingest.sources.imap.session import Declined, Session
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import Mailbox, opener


@pytest.fixture
def session(mailbox: Mailbox) -> Session:
    return opener(mailbox.dovecot).open(mailbox.account)


def test_folders_with_their_uses(mailbox: Mailbox, session: Session) -> None:
    mailbox.create("Kunden/Nord", 'say \\"hi\\"')
    found = {each.name: each.attributes for each in listed(session)}
    session.close()
    assert "\\SENT" in found[b"Sent"]
    assert {b"INBOX", b"Kunden/Nord", b'say "hi"'} <= found.keys()


def test_names_that_look_like_something_else() -> None:
    lines: list[str | bytes] = [
        '* LIST () "/" NIL',
        "* LIST (\\Noselect) NIL {4}",
        b"a b)\r\n",
        '* LIST () "." "INBOX.A"',
        "B1 OK",
    ]
    with hearing(*lines) as (session, _):
        assert listed(session) == [
            Listed(b"NIL", frozenset()), Listed(b"a b)", frozenset({"\\NOSELECT"})), Listed(b"INBOX.A", frozenset()),
        ]  # fmt: skip


def test_numbers_come_with_the_list_where_the_server_tells_them(mailbox: Mailbox, session: Session) -> None:
    mailbox.append([payload(1), payload(2)])
    (inbox,) = [each for each in listed(session) if each.name == b"INBOX"]
    assert inbox.numbers == status(session, b"INBOX")
    session.close()
    lines = ['* LIST () "/" A', "* STATUS A (MESSAGES 2 UIDNEXT 3 UIDVALIDITY 7)", '* LIST () "/" B', "B1 OK"]
    with hearing(*lines) as (other, server):
        assert [each.numbers for each in listed(other)] == [Opened(7, 2, 3), None]
        assert b"RETURN" not in server.heard()


@pytest.mark.parametrize("line", ["* LIST () x", '* LIST x "/" y', '* LIST () "/" (y)'])
def test_a_list_that_is_none_is_refused(line: str) -> None:
    with hearing(line, "B1 OK") as (session, _), pytest.raises(Malformed):
        listed(session)


def test_a_folder_is_opened_with_its_numbers(mailbox: Mailbox, session: Session) -> None:
    mailbox.append([payload(1), payload(2)])
    before = mailbox.state()
    opened = examine(session, b"INBOX")
    assert (opened.messages, opened.uid_next) == (2, 3)
    assert opened.validity > 0
    assert opened.modseq > 0
    told = status(session, b"INBOX")
    assert (told.validity, told.messages, told.uid_next) == (opened.validity, 2, 3)
    session.close()
    assert mailbox.state() == before


def test_only_reading_commands_are_sent() -> None:
    with hearing("* 1 EXISTS", "* OK [UIDVALIDITY 5] x", "* OK [UIDNEXT 7] x", "B1 OK") as (session, server):
        assert examine(session, b"A") == Opened(5, 1, 7)
        assert server.heard() == b'B1 EXAMINE "A"\r\n'


def test_a_folder_without_its_next_uid_is_asked_for_its_last() -> None:
    with hearing("* 2 EXISTS", "* OK [UIDVALIDITY 5] x", "B1 OK", "* SEARCH 3 9", "B2 OK") as (session, _):
        assert examine(session, b"A").uid_next == 10


def test_a_folder_that_numbers_nothing_cannot_be_followed() -> None:
    with hearing("* 2 EXISTS", "B1 OK", "B2 OK") as (session, _):
        with pytest.raises(Malformed, match="number"):
            examine(session, b"A")
        with pytest.raises(Malformed, match="number"):
            status(session, b"A")


def test_a_folder_that_does_not_open_is_tried_again(session: Session) -> None:
    with pytest.raises(Unavailable):
        examine(session, b"no such folder")
    with pytest.raises(Declined):
        status(session, b"no such folder")
    session.close()


def test_a_range_above_the_last_message_finds_nothing(mailbox: Mailbox, session: Session) -> None:
    mailbox.append([payload(1), payload(2)])
    examine(session, b"INBOX")
    assert search(session, 1, 10) == [1, 2]
    assert search(session, 3, 10) == []
    assert search(session, 3, 2) == []
    assert still_there(session, [2, 7, 1]) == [1, 2]
    session.close()
    with hearing("* SEARCH 2", "B1 OK") as (other, _):
        assert search(other, 3, 9) == []


def test_a_search_may_answer_in_one_very_long_line() -> None:
    uids = range(1_000_000, 1_150_000)
    with hearing("* SEARCH " + " ".join(map(str, uids)), "B1 OK") as (session, _):
        assert search(session, 1, 2**32 - 1) == list(uids)


def test_a_search_may_answer_in_many_lines_and_no_order() -> None:
    with hearing("* SEARCH 9 2", "* SEARCH", "* SEARCH 4 2", "B1 OK") as (session, _):
        assert search(session, 1, 9) == [2, 4, 9]


def test_what_vanished_is_told_by_the_server(mailbox: Mailbox, session: Session) -> None:
    mailbox.append(payload(number) for number in range(9))
    since = examine(session, b"INBOX").modseq
    mailbox.expunge([2, 3, 4, 8])
    opened = examine(session, b"INBOX")
    told = vanished(session, opened.uid_next, since, opened.messages)
    assert told is not None
    assert {uid for first, last in told for uid in range(first, last + 1)} == {2, 3, 4, 8}
    assert vanished(session, 4, since, 9) == [(2, 3)]
    assert vanished(session, 1, since, 9) is None
    session.close()


def test_a_server_that_keeps_no_account_is_not_asked() -> None:
    with hearing(capabilities="CONDSTORE") as (session, server):
        assert vanished(session, 9, 5, 3) is None
        assert server.heard() == b""


def test_messages_with_size_and_aware_time(mailbox: Mailbox, session: Session) -> None:
    mailbox.append([payload(1), payload(2)], date="02-Mar-2026 09:00:00 +0530")
    examine(session, b"INBOX")
    found = lying(session, [1, 2, 3])
    session.close()
    assert sorted(found) == [1, 2]
    assert found[1].size == len(payload(1).replace(b"\n", b"\r\n"))
    assert found[1].received_at == datetime(2026, 3, 2, 3, 30, tzinfo=UTC)
    assert found[1].received_at.utcoffset() is not None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('" 7-Jul-1996 02:44:25 -0700"', datetime(1996, 7, 7, 2, 44, 25, tzinfo=timezone(-timedelta(hours=7)))),
        ('"07-JUL-1996 02:44:25 +0000"', datetime(1996, 7, 7, 2, 44, 25, tzinfo=UTC)),
        ('"31-Feb-1996 02:44:25 +0000"', None),
        ('"07-Foo-1996 02:44:25 +0000"', None),
        ('"yesterday"', None),
        ("NIL", None),
        ("(1)", None),
    ],
)
def test_times_are_read_whatever_this_machine_speaks(written: str, meant: datetime | None) -> None:
    with hearing(f"* 1 FETCH (UID 5 RFC822.SIZE 9 INTERNALDATE {written})", "B1 OK") as (session, _):
        assert lying(session, [5]) == {5: Lying(5, 9, meant)}


def test_what_the_server_tells_unasked_is_no_answer() -> None:
    lines = ["* 1 FETCH (FLAGS (\\Seen))", "* 2 FETCH (UID 6 RFC822.SIZE 9)", "* 3 EXPUNGE", "B1 OK"]
    with hearing(*lines) as (session, _):
        assert list(lying(session, [5, 6])) == [6]


def test_gmails_labels_are_asked_for_on_gmail_alone() -> None:
    line = '* 1 FETCH (X-GM-LABELS ("\\\\Inbox" "\\\\Sent" Kunden) UID 5 RFC822.SIZE 9)'
    with hearing(line, "B1 OK") as (session, server):
        assert lying(session, [5], gmail=True)[5].labels == (b"\\Inbox", b"\\Sent", b"Kunden")
        assert b"X-GM-LABELS" in server.heard()


def test_numbers_of_many_are_asked_for_at_once_and_those_that_are_not_there_left_out(mailbox: Mailbox) -> None:
    names = [f"Ordner {number}" for number in range(ASKED_AT_ONCE + 5)]
    mailbox.create(*names)
    mailbox.append([payload(1), payload(2)], names[0])
    session = opener(mailbox.dovecot).open(mailbox.account)
    asked = [b"INBOX", b"nowhere", *(name.encode() for name in names), b"nowhere/either"]
    found = statuses(session, asked)
    assert set(found) == {b"INBOX", *(name.encode() for name in names)}
    assert found[names[0].encode()].messages == 2
    assert found[names[0].encode()] == status(session, names[0].encode())
    assert statuses(session, []) == {}
    assert all(each.numbers is None for each in listed(session, numbered=False))
    session.close()
