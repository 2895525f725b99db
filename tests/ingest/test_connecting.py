"""What the test of a connection says: the exact problem and its fix in a sentence, as docs/connecting.md lists them."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.connect import Server, check
from ingest.errors import Busy, CredentialsRejected, Malformed, SourceError, Unavailable
from ingest.hosts import HostGuard, RefusedHost, allowed_networks
from ingest.sources.imap import signing_in
from ingest.sources.imap.opening import Opener, trusting
from tests.peers import certificates
from tests.peers.dovecot import free_ports
from tests.peers.hostile.lies import NoMail
from tests.peers.obedient import Obedient, Pair, serving
from tests.peers.scripted import Talk
from tests.source_tree import ROOT

DOCUMENT = (ROOT / "docs/connecting.md").read_text()


@dataclass
class Answers(Obedient):
    """A server that answers one command with a line of its own."""

    command: str = "login"
    line: str = ""
    greeting: str = "* OK [CAPABILITY IMAP4rev1] ready"

    def __post_init__(self) -> None:
        super().__init__()
        setattr(self, f"on_{self.command}", self._say)

    def _say(self, talk: Talk, tag: str, words: list[str]) -> None:
        talk.say(f"{tag} {self.line}")


@dataclass
class Trial:
    """A try to connect, and what was said; the names of host and port stand for themselves."""

    pair: Pair
    patience: float = 5.0

    def said(self, server: Obedient, *, starttls: bool = False, tls: bool = True, trust: bool = True) -> SourceError:
        with serving(server, self.pair if tls else None) as served:
            return self.at(served.port, starttls=starttls, trust=trust)

    def at(self, port: int, host: str = "localhost", *, starttls: bool = False, trust: bool = True) -> SourceError:
        guard = HostGuard(allowed_networks(f"127.0.0.0/8={port}"), refusing_seconds=0.1)
        opener = Opener(guard, trusting(self.pair[0] if trust else None), self.patience)
        with pytest.raises(SourceError) as raised:
            check(Server(host, port, "ada", starttls), "open sesame", opener)
        told = str(raised.value).replace(host, "HOST").replace(str(port), "PORT")
        assert told in DOCUMENT
        return raised.value


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    return Trial(certificates.write(tmp_path))


def test_a_name_that_is_none_and_one_that_may_not_be_entered_are_told_alike(trial: Trial) -> None:
    assert isinstance(trial.at(9930, "missing.halden.invalid"), RefusedHost)
    assert isinstance(trial.at(9930, "169.254.169.254"), RefusedHost)


def test_a_port_that_is_closed(trial: Trial) -> None:
    (port,) = free_ports(1)
    assert "does not accept connections" in str(trial.at(port))


def test_a_server_that_does_not_answer(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", silent)
    assert "does not answer on port" in str(trial.at(9931))


def test_a_server_that_says_nothing(trial: Trial) -> None:
    trial.patience = 0.3
    listening = socket.create_server(("127.0.0.1", 0))
    with listening:
        assert "too long" in str(trial.at(listening.getsockname()[1]))


def test_something_that_is_no_mail_server(trial: Trial) -> None:
    assert isinstance(trial.said(NoMail()), Malformed)


def test_a_server_that_is_full(trial: Trial) -> None:
    assert isinstance(trial.said(Answers(greeting="* BYE too many connections")), Unavailable)


def test_a_certificate_that_nobody_vouches_for(trial: Trial) -> None:
    assert "BOSWELL_MAIL_CA_FILE" in str(trial.said(Obedient(), trust=False))


def test_a_certificate_that_has_expired(tmp_path: Path) -> None:
    assert "has expired" in str(Trial(certificates.write(tmp_path, days_left=-1)).said(Obedient()))


def test_a_certificate_for_another_name(tmp_path: Path) -> None:
    other = Trial(certificates.write(tmp_path, "mail.halden.example"))
    assert "for another name" in str(other.said(Obedient()))


def test_tls_that_is_too_old(trial: Trial) -> None:
    def old(talk: Talk) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*trial.pair)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.wrap_socket(talk.socket, server_side=True)

    server = Obedient()
    server.talk = old  # type: ignore[method-assign]
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        assert "no TLS 1.2" in str(trial.said(server, tls=False))


def test_a_port_in_the_clear(trial: Trial) -> None:
    assert "does not speak TLS" in str(trial.said(Obedient(), tls=False))


def test_starttls_that_is_not_offered(trial: Trial) -> None:
    assert "does not offer TLS" in str(trial.said(Obedient(), tls=False, starttls=True))


def test_somebody_in_between(trial: Trial) -> None:
    slipped = Answers("starttls", "OK go on\r\n* OK slipped in", "* OK [CAPABILITY IMAP4rev1 STARTTLS] ready")
    assert "meddles" in str(trial.said(slipped, tls=False, starttls=True))


def test_nobody_who_is_signed_in(trial: Trial) -> None:
    assert "signed in already" in str(trial.said(Answers(greeting="* PREAUTH [CAPABILITY IMAP4rev1] hi")))


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", CredentialsRejected, "Check both"),
        ("NO LOGIN failed.", CredentialsRejected, "Check both"),
        (
            "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833",
            CredentialsRejected,
            "wants an app password",
        ),
        ("NO [AUTHENTICATIONFAILED] Use an app-specific password", CredentialsRejected, "wants an app password"),
        ("NO LOGIN failed. BasicAuthBlocked", CredentialsRejected, "takes no passwords any more"),
        ("NO [ALERT] Your account is not enabled for IMAP use.", CredentialsRejected, "Switch IMAP on"),
        ("NO [EXPIRED] change it", CredentialsRejected, "has expired"),
        ("NO [UNAVAILABLE] Temporary authentication failure.", Busy, "cannot check sign-ins"),
        ("NO [LIMIT] Too many logins", Busy, "too many connections"),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", Busy, "too many connections"),
        ("NO Maximum number of connections from user+IP exceeded", Busy, "too many connections"),
        ("BAD User is authenticated but not connected.", Unavailable, "cannot check sign-ins"),
    ],
)
def test_a_sign_in_that_is_refused(trial: Trial, line: str, kind: type[SourceError], words: str) -> None:
    error = trial.said(Answers(line=line))
    assert type(error) is kind
    assert words in str(error)


def test_a_server_that_takes_no_passwords_here(trial: Trial) -> None:
    server = Answers(greeting="* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready")
    assert "takes no passwords here" in str(trial.said(server))


def test_no_folder_that_may_be_opened(trial: Trial) -> None:
    assert "opens none" in str(trial.said(Answers("status", "NO [NOPERM] you may not")))


def test_what_tokens_are_told_is_listed_as_well() -> None:
    for sentence in (signing_in.SIGN_IN_AGAIN, signing_in.NO_TOKENS, signing_in.NOT_ITS_HOST.format(host="HOST")):
        assert sentence in DOCUMENT
