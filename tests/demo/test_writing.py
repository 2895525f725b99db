from __future__ import annotations

import json
import mailbox
from pathlib import Path

import pytest
from icalendar import Calendar

from demo.mailbox import FOLDERS
from demo.world import World
from demo.writing import calendar_of, company_document, write
from ingest.sources.files import FilesSource


@pytest.fixture(scope="module")
def folder(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("worlds") / "new" / "world"
    write(world, made)
    return made


def test_every_file_is_written_with_its_bytes_and_time(world: World, folder: Path) -> None:
    for one in world.files:
        path = folder / one.path
        assert path.read_bytes() == one.payload
        assert path.stat().st_mtime == pytest.approx(one.at.timestamp(), abs=1)
    assert len([path for path in folder.rglob("*.mail*") if path.is_file()]) == len(world.files)


def test_a_mail_program_finds_the_folders(world: World, folder: Path) -> None:
    for rep in world.reps:
        box = mailbox.Maildir(str(folder / (rep.folder or "") / "Maildir"), create=False)
        assert {f".{name}" for name in box.list_folders()} == set(FOLDERS)
        inside = sum(len(box.get_folder(name)) for name in box.list_folders()) + len(box)
        assert inside == len([one for one in world.files if one.rep == rep.folder])


def test_the_product_finds_every_collection(world: World, folder: Path) -> None:
    for rep in world.reps:
        refs = list(FilesSource(folder / (rep.folder or "")).collections())
        uses = {ref.remote_id: ref.special_use for ref in refs}
        assert uses["maildir:Maildir/.Junk"] == "\\Junk"
        assert uses["maildir:Maildir/.Sent"] == "\\Sent"
        assert "files:." in uses


def test_a_reps_calendar_holds_the_reps_meetings(world: World, folder: Path) -> None:
    for rep in world.reps:
        data = calendar_of(world, rep)
        assert (folder / (rep.folder or "") / "calendar.ics").read_bytes() == data
        uids = {str(event["UID"]) for event in Calendar.from_ical(data).walk("VEVENT")}
        assert uids == {one.uid for one in world.meetings if rep.folder in one.reps}


def test_the_documents_beside_the_mailboxes(world: World, folder: Path) -> None:
    company = json.loads((folder / "company.json").read_text())
    assert company == json.loads(json.dumps(company_document(world)))
    assert [rep["folder"] for rep in company["reps"]] == [rep.folder for rep in world.reps]
    assert [one["roles"] for one in company["staff"]] == [list(one.roles) for one in world.staff]
    told = json.loads((folder / "truth.json").read_text())
    assert told["last_day"] == world.last_day.isoformat()
    assert len(told["sources"]) == len(world.files)


def test_writing_again_changes_nothing(world: World, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    write(world, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_cannot_be_written_is_an_error(world: World, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        write(world, tmp_path / "file")
