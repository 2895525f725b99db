from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.errors import Malformed
from ingest.sources.imap.contents import DEPTH, HELD_BACK, LARGE, Content, Contents
from ingest.sources.imap.mailboxes import Lying, examine, lying
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import Mailbox, opener

LIMIT = 3 * LARGE
PART = LARGE + 7


def small(*uids: int) -> list[Lying]:
    return [Lying(uid, 3, None) for uid in uids]


def body(uid: int, content: bytes, offset: str = "") -> bytes:
    return b"* 1 FETCH (UID %d BODY[]%s {%d}\r\n%s)\r\n" % (uid, offset.encode(), len(content), content)


def fetched(lines: Sequence[str | bytes], *runs: Sequence[Lying]) -> list[list[Content]]:
    with hearing(*lines) as (session, _):
        return list(Contents(session, LIMIT, PART).of(runs))


def test_bytes_come_as_they_lie_there_and_nobody_notices(mailbox: Mailbox) -> None:
    messages = [payload(1), b"From: a@b.example\r\n\r\nno end of line", b"\xff\x00\r\n\r\n".replace(b"\0", b"\1")]
    uids = mailbox.append(messages)
    before = mailbox.state()
    session = opener(mailbox.dovecot).open(mailbox.account)
    examine(session, b"INBOX")
    found = lying(session, uids)
    (contents,) = Contents(session, LIMIT, PART).of([list(found.values())])
    session.close()
    assert [each.payload for each in contents] == [
        each.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for each in messages
    ]
    assert mailbox.state() == before


def test_large_messages_come_in_slices(mailbox: Mailbox) -> None:
    sizes = [LARGE - 500, LARGE + 1, 2 * LARGE, LIMIT - 100_000, LIMIT + 100_000]
    uids = mailbox.append(payload(number, size=size).replace(b"\n", b"\r\n") for number, size in enumerate(sizes))
    session = opener(mailbox.dovecot).open(mailbox.account)
    examine(session, b"INBOX")
    found = list(lying(session, uids).values())
    (contents,) = Contents(session, LIMIT, PART).of([found])
    session.close()
    assert [len(each.payload or b"") for each in contents[:4]] == [each.size for each in found[:4]]
    assert contents[1].payload == payload(1, size=LARGE + 1).replace(b"\n", b"\r\n")
    assert (contents[4].payload or b"") == payload(4, size=LIMIT + 100_000).replace(b"\n", b"\r\n")[:PART]
    assert contents[4].full_size == found[4].size
    assert all(each.full_size is None for each in contents[:4])


def test_commands_are_on_their_way_before_the_first_is_answered() -> None:
    with hearing(*(line for uid in (1, 2, 3, 4, 5) for line in (body(uid, b"abc"), f"B{uid} OK"))) as (session, server):
        contents = Contents(session, LIMIT, PART).of(small(uid) for uid in (1, 2, 3, 4, 5))
        next(contents)
        assert server.heard().count(b"FETCH") == DEPTH
        assert len(list(contents)) == 4


def test_answers_in_any_order_find_their_message() -> None:
    runs = fetched([body(2, b"two"), body(3, b"tri"), body(1, b"one"), "B2 OK", "B1 OK"], small(1, 2), small(3))
    assert [[each.payload for each in run] for run in runs] == [[b"one", b"two"], [b"tri"]]


@pytest.mark.parametrize("outcome", ["B1 OK", "B1 NO [EXPUNGEISSUED] some of them went"])
def test_what_went_meanwhile_is_gone_and_the_rest_is_there(outcome: str) -> None:
    ((first, second),) = fetched([body(2, b"two"), outcome, "* SEARCH", "B2 OK"], small(1, 2))
    assert (first.payload, first.refused, second.payload) == (None, None, b"two")


def test_what_is_held_back_once_is_asked_for_again() -> None:
    lines: list[str | bytes] = ["B1 OK", "* SEARCH 1", "B2 OK", body(1, b"one", "<0>"), "B3 OK"]
    ((content,),) = fetched(lines, small(1))
    assert content.payload == b"one"


def test_what_is_listed_and_never_handed_over_is_told_so() -> None:
    lines = ["* 1 FETCH (UID 1 BODY[] NIL)", "B1 OK", "* SEARCH 1", "B2 OK", "B3 NO", "* SEARCH 1", "B4 OK"]
    ((content,),) = fetched(lines, small(1))
    assert (content.payload, content.refused) == (None, HELD_BACK)


def test_a_message_that_is_larger_than_the_server_said_is_cut_off() -> None:
    slices = [
        part for number in range(1, 5) for part in (body(1, b"x" * LARGE, f"<{(number - 1) * LARGE}>"), f"B{number} OK")
    ]
    ((content,),) = fetched(slices, [Lying(1, LARGE + 1, None)])
    assert (content.payload, content.full_size) == (b"x" * PART, LIMIT)


def test_a_server_that_has_nothing_behind_the_end_says_that_it_was_the_end() -> None:
    first: list[str | bytes] = [body(1, b"x" * LARGE, "<0>"), "B1 OK"]
    end: list[str | bytes] = [body(1, b"y", f"<{LARGE}>"), "B2 OK"]
    ((content,),) = fetched([*first, *end], [Lying(1, LARGE + 1, None)])
    assert (content.payload, content.full_size) == (b"x" * LARGE + b"y", None)
    nothing: list[str | bytes] = [f"* 1 FETCH (UID 1 BODY[]<{2 * LARGE}> NIL)", "B3 OK"]
    middle: list[str | bytes] = [body(1, b"y" * LARGE, f"<{LARGE}>"), "B2 OK"]
    ((content,),) = fetched([*first, *middle, *nothing], [Lying(1, 2 * LARGE, None)])
    assert (content.payload, content.full_size) == (b"x" * LARGE + b"y" * LARGE, None)


def test_far_more_than_was_announced_ends_it() -> None:
    with pytest.raises(Malformed):
        fetched([b"* 1 FETCH (UID 1 BODY[] {3000000000}\r\n"], small(1))


def test_of_what_is_too_large_the_first_part_is_asked_for_in_slices() -> None:
    first, second = body(1, b"x" * LARGE, "<0>"), body(1, b"y" * 7, f"<{LARGE}>")
    lines: list[str | bytes] = [first, "B1 OK", second, "B2 OK"]
    with hearing(*lines) as (session, server):
        ((content,),) = Contents(session, LIMIT, PART).of([[Lying(1, LIMIT + 1, None)]])
        assert (content.payload, content.full_size) == (b"x" * LARGE + b"y" * 7, LIMIT + 1)
        heard = server.heard().decode()
        assert (heard.count("FETCH"), f"<{LARGE}.7>" in heard) == (2, True)
