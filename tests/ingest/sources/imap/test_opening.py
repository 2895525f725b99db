"""Nothing of a credential leaves before TLS has shown who the server is."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from ingest.errors import Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, RefusedHost, allowed_networks
from ingest.sources.imap.opening import ALREADY, MEDDLED, NO_TLS, Account, Opener, trusting
from ingest.sources.imap.session import PATIENCE
from ingest.sources.imap.signing_in import Password
from tests.ingest.sources.imap.mailbox import opener
from tests.peers import certificates
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.peers.scripted import Script, Talk, serving

ADA = Password("ada", "open sesame")
SECRETS = (b"ada", b"sesame", b"LOGIN", b"AUTHENTICATE")


def greeting(*lines: str) -> Script:
    """Say something, then listen."""

    def script(talk: Talk) -> None:
        talk.say(*lines)
        talk.hear()

    return script


def refusal(
    script: Script, authority: Path | None = None, *, starttls: bool = False, patience: float = PATIENCE
) -> SourceError:
    """Why no session came about; that nothing of the credential was sent in the clear is looked at as well."""
    with serving(script) as server:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={server.port}"))
        with pytest.raises(SourceError) as raised:
            Opener(guard, trusting(authority), patience).open(Account("localhost", server.port, ADA, starttls))
    heard = b"".join(server.heard)
    assert not [secret for secret in SECRETS if secret in heard]
    return raised.value


def test_a_server_in_a_network_that_nobody_named_is_refused(dovecot: Dovecot) -> None:
    account = Account("localhost", dovecot.tls_port, ADA)
    with pytest.raises(RefusedHost):
        Opener(HostGuard(), trusting(dovecot.certificate)).open(account)


def test_starttls_where_the_operator_wants_it(dovecot: Dovecot) -> None:
    account = Account("localhost", dovecot.port, Password(dovecot.add_user(), PASSWORD), starttls=True)
    session = opener(dovecot).open(account)
    assert "AUTH=PLAIN" not in session.capabilities  # what was said before signing in does not count
    session.close()


def test_a_server_is_greeted_without_signing_in(dovecot: Dovecot) -> None:
    opener(dovecot).greeted("localhost", dovecot.tls_port)
    with pytest.raises(Unavailable):
        opener(dovecot).greeted("localhost", dovecot.port)


def test_a_port_in_the_clear_is_no_port_for_tls(dovecot: Dovecot) -> None:
    with pytest.raises(Unavailable, match="does not speak TLS"):
        opener(dovecot).open(Account("localhost", dovecot.port, ADA))


def test_starttls_that_is_not_offered_ends_it() -> None:
    assert str(refusal(greeting("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi"), starttls=True)) == NO_TLS


def test_starttls_that_is_declined_ends_it() -> None:
    def script(talk: Talk) -> None:
        talk.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] hi")
        talk.hear()
        talk.say("B1 NO not now")
        talk.hear()

    assert str(refusal(script, starttls=True)) == NO_TLS


def test_somebody_signed_in_already_ends_it() -> None:
    assert str(refusal(greeting("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] hi"), starttls=True)) == ALREADY


def test_lines_slipped_in_before_tls_end_it(tmp_path: Path) -> None:
    def script(talk: Talk) -> None:
        talk.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] hi")
        talk.hear()
        talk.say("B1 OK begin", "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] slipped in")
        talk.hear()

    assert str(refusal(script, starttls=True)) == MEDDLED


def test_what_was_said_before_tls_does_not_count(tmp_path: Path) -> None:
    pair = certificates.write(tmp_path)

    def script(talk: Talk) -> None:
        talk.say("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] hi")
        talk.answer()
        talk.start_tls(*pair)
        talk.answer("* CAPABILITY IMAP4rev1 LOGINDISABLED")
        talk.hear()

    assert "takes no passwords" in str(refusal(script, pair[0], starttls=True))


@pytest.mark.parametrize(
    ("name", "days_left", "trusted", "sentence"),
    [
        ("localhost", 365, False, "signed itself"),
        ("localhost", -1, True, "has expired"),
        ("mail.halden.example", 365, True, "certificate for another name"),
    ],
)
def test_a_certificate_that_proves_nothing_ends_it(
    tmp_path: Path, name: str, days_left: int, sentence: str, *, trusted: bool
) -> None:
    pair = certificates.write(tmp_path, name, days_left)
    error = refusal(lambda talk: talk.start_tls(*pair), pair[0] if trusted else None)
    assert isinstance(error, Unavailable)
    assert sentence in str(error)


def test_old_tls_ends_it(tmp_path: Path) -> None:
    pair = certificates.write(tmp_path)

    def script(talk: Talk) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*pair)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.wrap_socket(talk.socket, server_side=True)

    with pytest.warns(DeprecationWarning, match="TLSv1"):
        assert "TLS 1.2" in str(refusal(script, pair[0]))


def test_a_server_that_says_nothing_ends_it() -> None:
    assert "takes too long" in str(refusal(greeting(), starttls=True, patience=0.2))


def test_a_server_that_is_full_is_asked_again() -> None:
    error = refusal(greeting("* BYE too many connections"), starttls=True)
    assert isinstance(error, Unavailable)
    assert "not taking connections" in str(error)


def test_something_that_is_no_mail_server_is_told() -> None:
    assert isinstance(refusal(greeting("220 ESMTP"), starttls=True), Malformed)


def test_trust_is_never_less_than_the_systems(tmp_path: Path) -> None:
    context = trusting()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    with pytest.raises(Unavailable, match="BOSWELL_MAIL_CA_FILE"):
        trusting(tmp_path / "missing.pem")
    (tmp_path / "empty.pem").write_text("no certificate")
    with pytest.raises(Unavailable, match="holds no certificate"):
        trusting(tmp_path / "empty.pem")
