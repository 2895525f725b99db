from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import Malformed, Unavailable
from ingest.sources.imap.answers import Data
from ingest.sources.imap.session import PLAIN, Allowance, Declined, Oversized, Session
from tests.ingest.sources.imap.hearing import hearing, wired


def test_a_command_and_what_the_server_tells_meanwhile() -> None:
    with hearing("* 3 EXISTS", "* OK [UIDNEXT 9] next", "B1 OK done") as (session, server):
        told = session.run(b"EXAMINE", b'"INBOX"')
        assert told[0] == Data("EXISTS", 3, [])
        assert len(told) == 2
        assert server.heard() == b'B1 EXAMINE "INBOX"\r\n'


def test_a_refusal_carries_its_code_and_not_its_words() -> None:
    with hearing("B1 NO [NOPERM] ada@nordlicht.example may not") as (session, _), pytest.raises(Declined) as raised:
        session.run(b"NOOP")
    assert raised.value.status.code == "NOPERM"
    assert "ada" not in str(raised.value)


def test_several_commands_on_their_way_keep_their_outcomes_apart() -> None:
    said = (
        "* 1 FETCH (UID 5 BODY[] {3}",
        b"abc)\r\n",
        "B2 NO gone",
        "* 2 FETCH (UID 6 BODY[]<4> {1}",
        b"x)\r\n",
        "B1 OK",
    )
    with hearing(*said) as (session, _):
        session.awaits([(5, 0), (6, 4)])
        first, second = session.send(b"UID FETCH 5"), session.send(b"UID FETCH 6")
        assert session.outcome(first) == []
        with pytest.raises(Declined):
            session.outcome(second)
        assert (session.has(5), session.has(6, 0)) == (True, False)
        assert (session.taken(5), session.taken(6, 4), session.taken(5)) == (b"abc", b"x", None)


def test_contents_without_a_uid_are_nobodys() -> None:
    with hearing("* 1 FETCH (BODY[] {3}", b"abc)\r\n", "B1 OK") as (session, _), pytest.raises(Malformed):
        session.run(b"NOOP")


def test_what_a_server_has_nothing_of_is_none() -> None:
    with hearing("* 1 FETCH (UID 5 BODY[] NIL)", "B1 OK") as (session, _):
        session.awaits([(5, 0)])
        session.run(b"NOOP")
        assert not session.has(5)
        assert session.taken(5) is None


@given(st.binary(max_size=40), st.sampled_from([b"\r", b"\n", b"\0", b"\x7f", b"\x1b"]), st.booleans())
def test_nothing_with_a_control_character_leaves(text: bytes, sign: bytes, literal: bool) -> None:  # noqa: FBT001
    part = text + sign + b"B9 DELETE INBOX"
    with hearing() as (session, server):
        with pytest.raises(ValueError):
            session.send(b"UID SEARCH", (part,) if literal else part)
        assert server.heard() == b""


def test_a_literal_waits_until_the_server_asks_for_it() -> None:
    with hearing("* 1 RECENT", "+ go on", "B1 OK") as (session, server):
        session.run(b"LOGIN", b'"ada"', ("pässword".encode(),))
        assert server.heard() == b'B1 LOGIN "ada" {9}\r\np\xc3\xa4ssword\r\n'


def test_a_literal_that_is_not_wanted_is_not_sent() -> None:
    with hearing("B1 NO no") as (session, server):
        with pytest.raises(Declined):
            session.run(b"LOGIN", b'"ada"', (b"secret",))
        assert b"secret" not in server.heard()


def test_capabilities_are_those_said_last() -> None:
    with hearing("* CAPABILITY IMAP4rev1 IDLE", "B1 OK") as (session, _):
        session.refresh()
        assert session.capabilities == {"IMAP4REV1", "IDLE"}
    with hearing("* OK [CAPABILITY IMAP4rev1 qresync] hello") as (session, _):
        session.greeting()
        assert "QRESYNC" in session.capabilities


def test_a_farewell_ends_everything() -> None:
    with hearing("* BYE kicked out") as (session, _), pytest.raises(Unavailable, match="ended the conversation"):
        session.run(b"NOOP")


def test_another_protocol_is_told() -> None:
    with hearing("220 mail.halden.example ESMTP") as (session, _), pytest.raises(Malformed):
        session.greeting()
    with hearing("* 5 EXISTS") as (session, _), pytest.raises(Malformed, match="no IMAP server"):
        session.greeting()


@pytest.mark.parametrize(
    "said",
    [
        b"* 1 FETCH (UID 5 BODY[] {3000000000}\r\n",
        b"* 1 FETCH (UID 5 BODY[] {65537}\r\n",
        b"* LIST " + b"(" * 20_000 + b"\r\n",
        b"* 1 EXISTS\r\n" * 10_001,
        b"B7 OK of a command that was never sent\r\n",
    ],
)
def test_more_than_was_asked_for_is_refused(said: bytes) -> None:
    with hearing(said) as (session, _), pytest.raises(Malformed):
        session.run(b"NOOP")


def test_all_that_comes_is_limited_together_as_well() -> None:
    said = b"* LIST" + b" {10}\r\n0123456789" * 5 + b"\r\nB1 OK\r\n"
    size = len(said.replace(b"\r\n", b""))
    with hearing(said) as (session, _):
        assert len(session.run(b"NOOP", allow=Allowance(size=size))) == 1
    for less in (size - 1, size - 10, 49):
        with hearing(said) as (session, _), pytest.raises(Malformed):
            session.run(b"NOOP", allow=Allowance(size=less))


def test_only_the_kinds_that_are_wanted_are_kept() -> None:
    with hearing("* 3 EXISTS", "* SEARCH 1", "* OK [ALERT] hi", "B1 OK") as (session, _):
        told = session.run(b"NOOP", allow=Allowance(kinds=frozenset({"SEARCH"})))
        assert [each.kind for each in told] == ["SEARCH", "OK"]


def test_contents_that_nobody_waits_for_are_let_go() -> None:
    with hearing(b"* 1 FETCH (UID 7 BODY[] {3}\r\nabc)\r\n", "B1 OK") as (session, _):
        session.awaits([(5, 0)])
        session.run(b"NOOP")
        assert not session.has(7)
        assert session.taken(7) is None


@pytest.mark.parametrize(
    ("said", "awaited", "uid"),
    [
        ("UID 5 BODY[]", {5, 6}, 5),
        ("FLAGS (\\Seen) UID 6 BODY[]", {5, 6}, 6),
        ("UID 7 BODY[]", {5, 6}, None),
        ("BODY[]", {5}, 5),
        ("BODY[]", {5, 6}, None),
    ],
)
def test_a_content_that_is_far_too_large_says_whose_it_is(said: str, awaited: set[int], uid: int | None) -> None:
    with hearing(f"* 1 FETCH ({said} {{3000000000}}") as (session, _):
        session.awaits((each, 0) for each in awaited)
        with pytest.raises(Oversized) as raised:
            session.run(b"UID FETCH")
    assert raised.value.uid == uid


def test_the_end_of_the_connection_is_no_outcome() -> None:
    with wired(b"", ended=True) as (wire, _), pytest.raises(Unavailable):
        Session(wire).run(b"NOOP")


def test_closing_lets_go_of_the_wire() -> None:
    with hearing("B1 OK") as (session, _):
        session.close()
        with pytest.raises(Unavailable):
            session.run(b"NOOP", allow=PLAIN)
