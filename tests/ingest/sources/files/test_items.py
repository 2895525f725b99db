from __future__ import annotations

from pathlib import Path

import pytest

from extract.raw import CALENDAR, MESSAGE, RawItem
from ingest.errors import SourceError
from ingest.protocol import MAX_ITEM_BYTES, Refused
from ingest.sources.files.items import items_at
from ingest.sources.files.opening import LINK
from tests.ingest.source_contract import payload
from tests.ingest.sources.files.places import framed


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_single_files_come_first_and_each_with_its_path(tmp_path: Path) -> None:
    write(tmp_path / "z.eml", payload(1))
    write(tmp_path / "deep/talks.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    write(tmp_path / "a box", framed(2, payload(2)) + framed(3, payload(3)))
    write(tmp_path / "Maildir/cur/4.M1.mail", payload(4))
    write(tmp_path / "Maildir/new/5.M1.mail", payload(5))
    found = [(path, item) for path, item in items_at(tmp_path) if isinstance(item, RawItem)]
    assert [path for path, _ in found] == [
        str(tmp_path / name) for name in ("deep/talks.ics", "z.eml", "a box", "a box", "Maildir", "Maildir")
    ]
    assert [item.media_type for _, item in found] == [CALENDAR, *[MESSAGE] * 5]
    assert sorted(item.payload for _, item in found[1:]) == [payload(number) for number in range(1, 6)]


def test_what_is_refused_is_among_them(tmp_path: Path) -> None:
    write(tmp_path / "1.eml", payload(1))
    (tmp_path / "0.eml").symlink_to("1.eml")
    write(tmp_path / "2.eml", payload(2, size=MAX_ITEM_BYTES + 1000))
    found = dict(items_at(tmp_path))
    assert found[str(tmp_path / "0.eml")] == Refused("0.eml", LINK)
    assert isinstance(found[str(tmp_path / "1.eml")], RawItem)
    assert isinstance(found[str(tmp_path / "2.eml")], Refused)
    assert len(found) == 3


@pytest.mark.parametrize(("name", "data"), [("mail", framed(1, payload(1))), ("1.eml", payload(1))])
def test_a_file_given_by_name_is_shown_by_that_name(tmp_path: Path, name: str, data: bytes) -> None:
    write(tmp_path / name, data)
    assert [(path, type(item)) for path, item in items_at(tmp_path / name)] == [(str(tmp_path / name), RawItem)]


def test_a_path_without_anything_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(SourceError):
            list(items_at(path))
