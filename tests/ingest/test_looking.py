"""Looking keeps nothing: no database is needed, and every item at a path is answered."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from extract.errors import Unreadable
from extract.facts import Extraction
from ingest.errors import SourceError
from ingest.looking import AT_ONCE, NEITHER, Looked, look_at, reader_version
from ingest.reading import ReadingPool
from ingest.sources.files.opening import LINK
from tests.builders import MONDAY
from tests.ingest.letters import GRETA, POISON, calendar, letter
from tests.ingest.sources.files.places import framed

INES = "ines@alder.example"


def looked(pool: ReadingPool, path: Path) -> dict[str, Looked]:
    return {each.path: each for each in look_at(pool, path)}


def test_every_item_is_answered_with_what_was_found_or_why_not(reading: ReadingPool, tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(letter(1, GRETA, INES))
    (tmp_path / "2.ics").write_bytes(calendar("a@calendar.example", INES, GRETA, MONDAY))
    (tmp_path / "3.jpg").write_bytes(b"\xff\xd8 no mail")
    (tmp_path / "4.eml").symlink_to("/etc/hostname")
    found = looked(reading, tmp_path)
    assert [Path(path).name for path in found] == ["1.eml", "2.ics", "3.jpg", "4.eml"]
    mail, meeting, photo, link = (each.found for each in found.values())
    assert isinstance(mail, Extraction)
    assert mail.message is not None
    assert (mail.message.subject, mail.reader_version) == ("Matter 1", reader_version())
    assert isinstance(meeting, Extraction)
    assert [each.summary for each in meeting.meetings] == ["Pilot review"]
    assert [each.reason for each in (photo, link) if isinstance(each, Unreadable)] == [NEITHER, LINK]


def test_hashes_are_of_the_bytes_and_of_the_pointer_where_there_are_none(reading: ReadingPool, tmp_path: Path) -> None:
    data = letter(1, GRETA, INES)
    (tmp_path / "1.eml").write_bytes(data)
    (tmp_path / "2.eml").symlink_to("1.eml")
    plain, link = looked(reading, tmp_path).values()
    assert plain.sha256 == hashlib.sha256(data).hexdigest()
    assert link.sha256 == hashlib.sha256(b"2.eml").hexdigest()
    assert (plain.seconds > 0, link.seconds) == (True, 0.0)


def test_what_the_reader_refuses_keeps_its_place_among_the_others(reading: ReadingPool, tmp_path: Path) -> None:
    box = framed(1, letter(1, GRETA, INES)) + framed(2, POISON) + framed(3, letter(3, GRETA, INES))
    (tmp_path / "mail").write_bytes(box)
    found = list(look_at(reading, tmp_path / "mail"))
    subjects = [
        each.found.message.subject
        for each in found
        if isinstance(each.found, Extraction) and each.found.message is not None
    ]
    assert sorted(subjects) == ["Matter 1", "Matter 3"]
    assert len([each for each in found if isinstance(each.found, Unreadable)]) == 1
    assert {each.path for each in found} == {str(tmp_path / "mail")}


def test_more_than_fit_at_once_stay_in_order(reading: ReadingPool, tmp_path: Path) -> None:
    for number in range(AT_ONCE + 3):
        (tmp_path / f"{number:03}.eml").write_bytes(letter(number + 1, GRETA, INES))
    found = list(look_at(reading, tmp_path))
    assert [Path(each.path).name for each in found] == [f"{number:03}.eml" for number in range(AT_ONCE + 3)]
    for number, each in enumerate(found, start=1):
        assert isinstance(each.found, Extraction)
        assert each.found.message is not None
        assert each.found.message.message_id == f"{number}@mail.example"


def test_a_path_that_is_not_there_is_a_sentence(reading: ReadingPool, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nothing at"):
        list(look_at(reading, tmp_path / "missing"))
