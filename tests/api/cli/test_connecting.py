"""``boswell connect imap`` on the real server, then the worker's jobs: from a password to suggestions."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.cli.connecting import imap
from ingest.errors import CredentialsRejected
from store.errors import NotFound, NotReady
from store.models.private.connection import Connection
from store.models.shared.connection_state import ConnectionState
from store.settings import StoreSettings
from tests.firm import Person
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import PASSWORD, Dovecot


@pytest.fixture
def mailbox(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", f"127.0.0.0/8={dovecot.tls_port},{dovecot.port}")
    monkeypatch.setenv("BOSWELL_MAIL_CA_FILE", str(dovecot.certificate))
    made = Mailbox(dovecot)
    made.append([payload(1), payload(2)])
    yield made
    made.close()


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    return file


def connect(address: str, who: str, **options: Any) -> None:
    imap(address, who, **options)


def connections(person: Person) -> list[str]:
    with person.app.transaction(person.acting) as session:
        return list(session.scalars(select(Connection.label)))


def test_a_mailbox_is_connected_and_waits_for_a_worker(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, password: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = mailbox.state()
    port = mailbox.dovecot.tls_port
    connect(ines.address, "ines", host="localhost", port=port, user=mailbox.user, password_file=password, yes=True)
    told = capsys.readouterr().out
    assert "localhost lets me in. I will read 2 messages" in told
    assert "  INBOX  2" in told
    assert PASSWORD not in told
    assert connections(ines) == [ines.address]
    with ines.app.transaction(ines.acting) as session:
        assert session.scalars(select(ConnectionState.state)).one() == "reading history"
    assert mailbox.state() == before


def test_trying_keeps_nothing(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    options = {"host": "localhost", "user": mailbox.user, "password_file": Path("-"), "starttls": True}
    connect(ines.address, "ines", port=mailbox.dovecot.port, test=True, **options)
    assert connections(ines) == []


def test_a_wrong_password_connects_nothing(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, tmp_path: Path
) -> None:
    (tmp_path / "wrong").write_text("wrong")
    options = {"host": "localhost", "port": mailbox.dovecot.tls_port, "user": mailbox.user}
    with pytest.raises(CredentialsRejected, match="does not accept this user and password"):
        connect(ines.address, "ines", password_file=tmp_path / "wrong", yes=True, **options)
    with pytest.raises(NotReady, match="cannot read the password"):
        connect(ines.address, "ines", password_file=tmp_path / "missing", **options)
    assert connections(ines) == []


def test_only_its_owner_says_yes(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        shown.append(text)
        return False

    monkeypatch.setattr("typer.confirm", confirm)
    options = {"host": "localhost", "port": mailbox.dovecot.tls_port, "user": mailbox.user, "password_file": password}
    with pytest.raises(NotReady, match="Only its owner"):
        connect(ines.address, "ines", **options)
    assert "Nobody else sees anything" in shown[0]
    with pytest.raises(NotFound):
        connect(ines.address, "nobody", yes=True, **options)
    assert connections(ines) == []


def test_what_is_no_address_needs_a_host(bare: Path) -> None:
    with pytest.raises(NotReady, match="no mail address"):
        imap("ines", "ines")
