from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic, sleep

import pytest
from sqlalchemy import select

from ingest.errors import Busy, CredentialsRejected, Unavailable
from ingest.gate import Gate, Hands, NotYet, PoliteOpener
from ingest.sources.imap.opening import Account
from ingest.sources.imap.signing_in import Password
from store.models.mail_server import MailServer, MailTurn
from store.turns import HELD
from tests.firm import LATER, Firm
from tests.ingest.letters import keyed_hash
from tests.ingest.sources.imap.mailbox import CLOSED_PORT, Mailbox, account, opener
from tests.peers.dovecot import Dovecot

HOST, USER = "imap.halden.example", "ada"


class Time:
    """A clock that goes on by itself a little."""

    def __init__(self, step: float = 0.0) -> None:
        self.now, self.step = LATER, timedelta(seconds=step)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def gate(firm: Firm, total: int = 8, step: float = 0.0) -> Gate:
    return Gate(firm.worker, keyed_hash, Time(step), Hands(total), lambda: 0.5)


def row(firm: Firm, key: bytes) -> MailServer:
    with firm.worker.transaction() as session:
        return session.scalars(select(MailServer).where(MailServer.key == key)).one()


def until(firm: Firm) -> list[datetime]:
    with firm.worker.transaction() as session:
        return list(session.scalars(select(MailTurn.until)))


def turns(firm: Firm) -> int:
    return len(until(firm))


def test_hands_are_never_all_at_one_server() -> None:
    hands = Hands(8)
    assert [hands.lend(b"slow") for _ in range(7)] == [True] * 6 + [False]
    assert [hands.lend(b"other"), hands.lend(b"third"), hands.lend(b"fourth")] == [True, True, False]
    hands.take_back(b"slow")
    assert [hands.lend(b"fourth"), hands.lend(b"slow")] == [True, False]
    assert [Hands(1).lend(b"only"), Hands(2).lend(b"only")] == [True, True]


def test_who_stands_in_line_longest_is_woken_when_there_is_a_hand_for_them() -> None:
    hands, woken = Hands(4), list[str]()
    for host in (b"slow", b"slow", b"slow", b"other"):
        assert hands.lend(host)
    hands.stand_in_line(b"slow", lambda: woken.append("first"))
    hands.stand_in_line(b"third", lambda: woken.append("second"))
    hands.take_back(b"other")  # still none for the slow one
    assert woken == ["second"]
    hands.take_back(b"slow")
    assert woken == ["second", "first"]
    hands.take_back(b"slow")
    assert woken == ["second", "first"]
    hands.stand_in_line(b"slow", lambda: woken.append("at once"))
    assert woken[-1] == "at once"


def test_a_slow_server_leaves_hands_for_others(firm: Firm) -> None:
    found, woken = gate(firm, total=3), list[bool]()
    with found.visit("slow.example", "a"), found.visit("slow.example", "b"):
        with pytest.raises(NotYet) as late, found.visit("SLOW.example.", "c"):
            pass
        assert late.value.stand_in_line is not None
        late.value.stand_in_line(lambda: woken.append(True))
        with found.visit(HOST, USER):
            assert turns(firm) == 6
        assert not woken
    assert turns(firm) == 0
    assert woken
    with found.visit("slow.example", "c"):
        pass


def test_a_visit_that_met_a_refusal_teaches_to_come_with_fewer(firm: Firm) -> None:
    found = gate(firm)
    server = found.server(HOST, USER)
    for whole, key in ((True, server.host), (False, server.account)):
        with pytest.raises(Busy), found.visit(HOST, USER):
            raise Busy("too many", whole=whole)
        assert row(firm, key).cap == server.caps[key] / 2
    with found.visit(HOST, USER):
        pass
    assert row(firm, server.account).cap > server.caps[server.account] / 2
    with pytest.raises(Unavailable), found.visit(HOST, USER):
        raise Unavailable("cut")
    assert turns(firm) == 0


def test_a_long_visit_keeps_its_turn(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.gate.STAYS", 0.01)
    found = gate(firm, step=1.0)
    with found.visit(HOST, USER):
        latest = monotonic() + 10
        while min(until(firm)) < LATER + 3 * HELD and monotonic() < latest:
            sleep(0.01)
        assert min(until(firm)) >= LATER + 3 * HELD
    assert turns(firm) == 0


def test_who_finds_no_turn_comes_back(firm: Firm) -> None:
    one, other = gate(firm), gate(firm)
    with one.visit(HOST, USER), one.visit(HOST, USER), other.visit(HOST, USER):
        with pytest.raises(NotYet) as late, other.visit(HOST, USER):
            pass
        assert (late.value.at > LATER, late.value.down) == (True, False)
    with other.visit(HOST, USER):
        pass


def test_sign_ins_wait_a_moment_and_then_for_another_time(firm: Firm) -> None:
    walking, standing = gate(firm, step=0.1), gate(firm)
    server = walking.server(HOST, USER)
    for _ in range(8):
        walking.sign_in(server)
    for _ in range(4):
        with suppress(NotYet):
            standing.sign_in(server)
    with pytest.raises(NotYet):
        standing.sign_in(server)


def test_keys_name_nobody(firm: Firm) -> None:
    server = gate(firm).server(HOST, USER)
    assert server.host != server.account
    assert server != gate(firm).server(HOST, "other")
    assert server.host == gate(firm).server("IMAP.Halden.Example.", "other").host
    assert HOST.encode() not in server.host


def test_a_server_that_does_not_answer_is_left_alone_until_it_does(firm: Firm, dovecot: Dovecot) -> None:
    found, base = gate(firm), opener(dovecot)
    polite = PoliteOpener(base.guard, base.trust, gate=found)
    for user in (USER, "another"):
        with pytest.raises(Unavailable):
            polite.open(Account("localhost", CLOSED_PORT, Password(user, "x")))
    server = found.server("localhost", USER)
    assert (row(firm, server.host).failures, row(firm, server.host).next_at) == (1, LATER + timedelta(seconds=0.5))
    with pytest.raises(NotYet) as late, found.visit("localhost", USER):
        pass
    assert late.value.down
    with pytest.raises(CredentialsRejected):
        polite.open(Account("localhost", dovecot.tls_port, Password("user1", "wrong")))
    assert (row(firm, server.host).failures, row(firm, server.host).next_at) == (0, None)


def test_a_session_is_opened_when_all_is_well(firm: Firm, mailbox: Mailbox) -> None:
    base = opener(mailbox.dovecot)
    session = PoliteOpener(base.guard, base.trust, gate=gate(firm)).open(account(mailbox.dovecot, mailbox.user))
    assert "IMAP4REV1" in session.capabilities
    session.close()
