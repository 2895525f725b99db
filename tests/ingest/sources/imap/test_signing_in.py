from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import CredentialsRejected, SourceError, Unavailable
from ingest.hosts import HostGuard, allowed_networks
from ingest.sources.imap import signing_in
from ingest.sources.imap.answers import Status
from ingest.sources.imap.arguments import has_control
from ingest.sources.imap.opening import Account, Opener, trusting
from ingest.sources.imap.providers import token_hosts
from ingest.sources.imap.signing_in import AccessToken, Credential, Password, explained, sign_in
from tests.ingest.sources.imap.hearing import hearing
from tests.ingest.sources.imap.mailbox import opener
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.peers.obedient import Obedient, serving

ADA = Password("ada", "open sesame")
HERE = frozenset({"localhost"})


def refusal(dovecot: Dovecot, credential: Credential) -> SourceError:
    with pytest.raises(SourceError) as raised:
        opener(dovecot).open(Account("localhost", dovecot.tls_port, credential))
    return raised.value


def test_a_password_signs_in(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    session = opener(dovecot).open(Account("localhost", dovecot.tls_port, Password(user, PASSWORD)))
    assert "QRESYNC" in session.capabilities
    session.close()


def test_a_wrong_password_is_the_owners_matter(dovecot: Dovecot) -> None:
    error = refusal(dovecot, Password(dovecot.add_user(), "wrong"))
    assert isinstance(error, CredentialsRejected)
    assert "app password" in str(error)


def test_a_token_signs_in_and_an_expired_one_is_the_owners_matter(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    token = dovecot.give_token(user)
    opener(dovecot).open(Account("localhost", dovecot.tls_port, AccessToken(user, token, HERE))).close()
    del dovecot.tokens.holders[token]
    error = refusal(dovecot, AccessToken(user, token, HERE))
    assert isinstance(error, CredentialsRejected)
    assert "Sign in at the provider again" in str(error)


def test_a_server_that_cannot_check_tokens_now_is_asked_again(dovecot: Dovecot) -> None:
    user = dovecot.add_user()
    token = dovecot.give_token(user)
    dovecot.tokens.broken = True
    try:
        assert isinstance(refusal(dovecot, AccessToken(user, token, HERE)), Unavailable)
    finally:
        dovecot.tokens.broken = False


def test_both_ways_to_hand_over_a_token() -> None:
    token = AccessToken("ada@halden.example", "tok", HERE)
    with hearing("B1 OK", capabilities="AUTH=XOAUTH2 SASL-IR") as (session, server):
        sign_in(session, token)
        said = server.heard().split()[-1]
    assert base64.b64decode(said) == b"user=ada@halden.example\x01auth=Bearer tok\x01\x01"
    with hearing("+", "B1 OK", capabilities="AUTH=OAUTHBEARER AUTH=XOAUTH2") as (session, server):
        sign_in(session, token)
        said = server.heard().split()[-1]
    assert base64.b64decode(said) == b"n,a=ada@halden.example,\x01auth=Bearer tok\x01\x01"


def test_the_reason_of_a_refused_token_is_waited_for() -> None:
    with hearing("+ e30=", "B1 NO [AUTHENTICATIONFAILED]", capabilities="AUTH=XOAUTH2 SASL-IR") as (session, server):
        with pytest.raises(CredentialsRejected):
            sign_in(session, AccessToken("ada", "tok", HERE))
        assert server.heard().endswith(b"\r\n\r\n")


def test_a_server_without_login_takes_plain() -> None:
    with hearing("B1 OK", capabilities="LOGINDISABLED AUTH=PLAIN SASL-IR") as (session, server):
        sign_in(session, ADA)
        assert base64.b64decode(server.heard().split()[-1]) == b"\0ada\0open sesame"
    with hearing(capabilities="LOGINDISABLED") as (session, server):
        with pytest.raises(CredentialsRejected, match="takes no passwords"):
            sign_in(session, ADA)
        assert server.heard() == b""


def test_a_server_without_tokens_gets_none() -> None:
    with hearing(capabilities="AUTH=PLAIN") as (session, server):
        with pytest.raises(CredentialsRejected, match="access tokens"):
            sign_in(session, AccessToken("ada", "tok", HERE))
        assert server.heard() == b""


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\0", "\x01"])
@pytest.mark.parametrize("capabilities", ["IMAP4REV1", "LOGINDISABLED AUTH=PLAIN", "AUTH=XOAUTH2", "AUTH=OAUTHBEARER"])
def test_nothing_that_could_be_a_second_command_reaches_the_wire(sign: str, capabilities: str) -> None:
    text = f'ada"{sign}B9 DELETE INBOX'
    makers: tuple[Callable[[str, str], Credential], ...] = (Password, partial(AccessToken, hosts=HERE))
    for make in makers:
        for credential in (make(text, "secret"), make("ada", text)):
            with hearing(capabilities=capabilities) as (session, server):
                with pytest.raises(CredentialsRejected):
                    sign_in(session, credential)
                assert server.heard() == b""


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_somebody_enters_is_one_command(user: str, secret: str) -> None:
    with hearing("+", "+", "B1 OK") as (session, server):
        try:
            sign_in(session, Password(user, secret))
        except CredentialsRejected:
            assert server.heard() == b""
            return
        lines = server.heard().split(b"\r\n")
    literals = sum(not text.isascii() for text in (user, secret))
    assert len(lines) == 2 + literals
    assert lines[0].startswith(b"B1 LOGIN ")
    assert not any(has_control(line) for line in lines)


def test_a_command_that_was_not_understood_says_nothing_about_the_password() -> None:
    assert isinstance(explained(Status(b"B1", "BAD", "", "", "Lookup failed"), ADA), Unavailable)
    coded = explained(Status(b"B1", "BAD", "AUTHENTICATIONFAILED", "", ""), ADA)
    assert isinstance(coded, CredentialsRejected)


@pytest.mark.parametrize(
    ("code", "text", "kind", "sentence"),
    [
        ("AUTHENTICATIONFAILED", "Invalid credentials", CredentialsRejected, signing_in.PASSED),
        ("AUTHENTICATIONFAILED", "Too many tries, try again", CredentialsRejected, signing_in.PASSED),
        ("", "LOGIN failed.", CredentialsRejected, signing_in.PASSED),
        ("ALERT", "Application-specific password required", CredentialsRejected, signing_in.APP_PASSWORD),
        ("EXPIRED", "", CredentialsRejected, signing_in.EXPIRED),
        ("AUTHORIZATIONFAILED", "", CredentialsRejected, signing_in.NOT_ALLOWED),
        ("CONTACTADMIN", "", CredentialsRejected, signing_in.NOT_ALLOWED),
        ("PRIVACYREQUIRED", "", CredentialsRejected, signing_in.NO_PASSWORDS),
        ("UNAVAILABLE", "", Unavailable, signing_in.BUSY),
        ("LIMIT", "", Unavailable, signing_in.TOO_MANY),
        ("INUSE", "", Unavailable, signing_in.TOO_MANY),
        ("ALERT", "Too many simultaneous connections. (Failure)", Unavailable, signing_in.TOO_MANY),
        ("AUTHENTICATIONFAILED", "BasicAuthBlocked", CredentialsRejected, signing_in.ONLY_OAUTH),
        ("", "Your account is not enabled for IMAP use. (Failure)", CredentialsRejected, signing_in.NOT_ALLOWED),
        ("", "Temporary authentication failure.", Unavailable, signing_in.BUSY),
    ],
)
def test_refusals_are_told_apart_by_their_codes(code: str, text: str, kind: type[SourceError], sentence: str) -> None:
    error = explained(Status(b"B1", "NO", code, "", text), ADA)
    assert isinstance(error, kind)
    assert str(error) == sentence


def test_secrets_are_not_shown() -> None:
    assert "sesame" not in repr(ADA)
    assert "tok" not in repr(AccessToken("ada", "tok", HERE))


def test_a_token_goes_to_its_provider_alone() -> None:
    """Nothing is even connected to."""
    token = AccessToken("ada", "tok", token_hosts("https://accounts.google.com"))
    server = Obedient()
    with serving(server, None) as served:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={served.port}"))
        for host in ("localhost", "127.0.0.1", "imap.gmail.com.evil.example", "gmail.com"):
            with pytest.raises(CredentialsRejected, match="only to the servers of the provider"):
                Opener(guard, trusting()).open(Account(host, served.port, token))
        assert (served.clients, served.heard) == (0, [])
    assert token.may_go_to("IMAP.Gmail.com")
