"""Mail that lies in files: read into a queue, or only looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.cli.files import import_files, read
from ingest.errors import SourceError
from store.errors import NotFound
from store.settings import StoreSettings
from tests.extract.letters import INES, letter
from tests.firm import Person


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mail"
    made.mkdir()
    (made / "1.eml").write_bytes(letter())
    (made / "2.eml").write_bytes(
        letter(From=INES, To="greta@halden.example", Message_ID="<2@halden.example>", In_Reply_To="<1@halden.example>")
    )
    (made / "notes.txt").write_text("Nothing but notes.\n")
    return made


def test_an_import_fills_ones_queue_and_again_changes_nothing(
    installation: StoreSettings, ines: Person, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_files(folder, "ines", json_=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["fresh"], told["accounts"]["read"]) == (2, 2)
    waiting = {row.id for row in ines.suggestions("waiting")}
    assert waiting
    import_files(folder, "ines")
    assert "items for Ines: nothing new" in capsys.readouterr().out
    assert {row.id for row in ines.suggestions("waiting")} == waiting


def test_nobodys_mail_is_not_read(installation: StoreSettings, ines: Person, folder: Path) -> None:
    with pytest.raises(NotFound, match="no such user"):
        import_files(folder, "nobody")
    assert ines.suggestions() == []


def test_nothing_at_a_path(installation: StoreSettings, ines: Person, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="There is nothing at"):
        import_files(tmp_path / "missing", "ines")


def test_reading_keeps_nothing(bare: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read([folder / "1.eml", folder])
    assert capsys.readouterr().out.splitlines() == [
        f"{folder / '1.eml'}: person",
        f"{folder / '1.eml'}: person",
        f"{folder / '2.eml'}: person",
        f"{folder / 'notes.txt'}: It is neither a mail nor a calendar.",
    ]
    read([folder], json_=True)
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["status"] for one in objects] == ["read", "read", "quarantined"]
    assert not bare.exists()
