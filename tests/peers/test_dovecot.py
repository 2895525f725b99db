"""The server that other tests stand on does what they take for granted."""

from __future__ import annotations

import imaplib
import socket
import ssl

import pytest

from tests.peers.dovecot import MISSING, PASSWORD, Dovecot, installed, running


def sign_in(dovecot: Dovecot, user: str, timeout: float = 10) -> imaplib.IMAP4:
    client = imaplib.IMAP4("localhost", dovecot.port, timeout=timeout)
    try:
        client.starttls(dovecot.trust())
        client.login(user, PASSWORD)
    except OSError:
        client.shutdown()
        raise
    return client


def test_a_user_of_ones_own_signs_in_over_tls(dovecot: Dovecot) -> None:
    with sign_in(dovecot, dovecot.add_user()) as client:
        assert client.select("INBOX", readonly=True) == ("OK", [b"0"])
        assert b"\\Sent" in b"".join(line for line in client.list()[1] if isinstance(line, bytes))


def test_its_certificate_is_nobody_elses(dovecot: Dovecot) -> None:
    plain = socket.create_connection(("127.0.0.1", dovecot.tls_port), 10)
    with plain, pytest.raises(ssl.SSLCertVerificationError):
        ssl.create_default_context().wrap_socket(plain, server_hostname="localhost")


def test_a_token_signs_in_until_it_is_taken_back(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    token = dovecot.give_token(user)
    said = f"user={user}\x01auth=Bearer {token}\x01\x01".encode()
    with imaplib.IMAP4("localhost", dovecot.port, timeout=10) as client:
        assert client.authenticate("XOAUTH2", lambda _: said)[0] == "OK"
    del dovecot.tokens.holders[token]
    with imaplib.IMAP4("localhost", dovecot.port, timeout=10) as client, pytest.raises(imaplib.IMAP4.error):
        client.authenticate("XOAUTH2", lambda _: said)


def test_a_session_can_be_ended_from_outside(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    client = sign_in(dovecot, user)
    dovecot.kick(user)
    assert b"BYE" in client.readline()
    client.shutdown()


def test_it_holds_no_more_sessions_than_it_may() -> None:
    if not installed():
        pytest.skip(MISSING)
    with running(connections=1) as small:
        user = small.add_user()
        with sign_in(small, user), pytest.raises(TimeoutError):
            sign_in(small, user, timeout=1)
