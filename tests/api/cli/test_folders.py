"""``boswell connect folders`` on the real server: what is there, what is read, and another choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.connecting import imap
from api.cli.folders import folders, shown
from ingest.folders import FolderFound
from store.errors import NotFound, NotReady
from store.settings import StoreSettings
from tests.firm import Person
from tests.ingest.source_contract import payload
from tests.ingest.sources.imap.mailbox import Mailbox
from tests.peers.dovecot import PASSWORD, Dovecot


@pytest.fixture
def mailbox(sharing_dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    dovecot = sharing_dovecot
    monkeypatch.setenv("BOSWELL_ALLOWED_NETWORKS", f"127.0.0.0/8={dovecot.tls_port},{dovecot.port}")
    monkeypatch.setenv("BOSWELL_MAIL_CA_FILE", str(dovecot.certificate))
    made = Mailbox(dovecot)
    made.append([payload(1), payload(2)])
    made.create("Public/Vertrieb")
    yield made
    made.client.delete('"Public/Vertrieb"')
    made.close()


def test_folders_are_shown_and_chosen(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "password").write_text(PASSWORD)
    port = mailbox.dovecot.tls_port
    imap(
        ines.address, "ines", host="localhost", port=port, user=mailbox.user, password_file=tmp_path / "password",
        yes=True,
    )  # fmt: skip
    told = capsys.readouterr().out
    assert "I will read 2 messages" in told
    assert "  not read  Public/Vertrieb  0  (shared)" in told.partition("read only with --with:\n")[2]
    folders(ines.address, "ines")
    told = capsys.readouterr().out
    assert "read      INBOX  2  (inbox)\n" in told
    assert "not read  Junk  0  (junk)\n" in told
    folders(ines.address, "ines", also=["public/vertrieb"], without=["Sent"], yes=True)
    told = capsys.readouterr().out
    assert "read      Public/Vertrieb  0  (shared)" in told
    assert "not read  Sent" in told


def test_more_is_read_only_when_the_owner_agrees_and_it_is_there(
    installation: StoreSettings, ines: Person, mailbox: Mailbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "password").write_text(PASSWORD)
    port = mailbox.dovecot.tls_port
    file = tmp_path / "password"
    imap(ines.address, "ines", host="localhost", port=port, user=mailbox.user, password_file=file, yes=True)
    asked: list[str] = []

    def confirm(text: str, **_: object) -> bool:
        asked.append(text)
        return False

    monkeypatch.setattr("typer.confirm", confirm)
    with pytest.raises(NotReady, match="Only its owner"):
        folders(ines.address, "ines", also=["Public/Vertrieb"])
    assert "Public/Vertrieb" in asked[0]
    with pytest.raises(NotReady, match="no folder Publik"):
        folders(ines.address, "ines", also=["Publik"], yes=True)
    with pytest.raises(NotFound, match="There is no mailbox"):
        folders("jonas@halden.example", "ines")


def test_a_line_about_a_folder() -> None:
    assert shown(FolderFound("Kunden/Nord", 12_345)) == "read      Kunden/Nord  12,345"
