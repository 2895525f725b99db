from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.raw import ARCHIVE, CALENDAR, DRAFTS, INBOX, MESSAGE, SENT, TRASH, UNKNOWN, RawItem
from ingest.errors import CursorExpired, SourceError
from ingest.protocol import BatchLimits, Refused
from ingest.sources.files import FilesSource
from ingest.sources.files.opening import CLOSED, LINK, SPECIAL
from tests.ingest.source_contract import Place, SourceContract, payload
from tests.ingest.sources.files.places import FolderPlace, MaildirPlace, MboxPlace, framed

CALENDAR_FILE = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


class TestFolder(SourceContract):
    @pytest.fixture
    def place(self, tmp_path: Path) -> Place:
        return FolderPlace(tmp_path / "exported")


class TestMaildir(SourceContract):
    @pytest.fixture
    def place(self, tmp_path: Path) -> Place:
        return MaildirPlace(tmp_path / "Maildir")


class TestMbox(SourceContract):
    @pytest.fixture
    def place(self, tmp_path: Path) -> Place:
        return MboxPlace(tmp_path / "mail")


def read(path: Path, limits: BatchLimits | None = None) -> tuple[dict[str, RawItem], dict[str, str]]:
    source = FilesSource(path, limits)
    items: dict[str, RawItem] = {}
    refused: dict[str, str] = {}
    for ref in source.collections():
        for batch in source.changes(ref, None):
            items |= {f"{ref.remote_id}|{item.remote_id}": item for item in batch.items}
            refused |= {f"{ref.remote_id}|{each.remote_id}": each.reason for each in batch.refused}
    return items, refused


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_mixture_is_told_apart_by_content(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", payload(1))
    write(tmp_path / "invitation.eml", CALENDAR_FILE)
    write(tmp_path / "notes.eml", b"Dear diary: nothing happened.\n")
    write(tmp_path / "old/takeout.dat", framed(2, payload(2)) + framed(3, payload(3)))
    write(tmp_path / "Maildir/cur/1772438400.M1.mail:2,S", payload(4))
    write(tmp_path / "Maildir/new/1772438401.M1.mail", payload(5))
    write(tmp_path / "Maildir/.Sent/cur/1772438402.M1.mail:2,S", payload(6))
    write(tmp_path / "Maildir/.Sent/new/1772438403.M1.mail", payload(7))
    write(tmp_path / "Maildir/dovecot-uidlist", b"3 V1")
    items, refused = read(tmp_path)
    assert not refused
    assert {pointer.split("|")[0] for pointer in items} == {
        "files:.", "mbox:old/takeout.dat", "maildir:Maildir", "maildir:Maildir/.Sent"
    }  # fmt: skip
    assert sorted(item.payload for item in items.values() if item.media_type == MESSAGE) == sorted(
        payload(number) for number in range(1, 8)
    )
    assert items["files:.|invitation.eml"].media_type == CALENDAR
    assert items["files:.|notes.eml"].media_type == UNKNOWN
    assert len(items) == 9


def test_folders_say_what_they_are_for(tmp_path: Path) -> None:
    write(tmp_path / "Maildir/cur/1.M1.mail:2,S", payload(1))
    write(tmp_path / "Maildir/cur/2.M1.mail:2,DS", payload(2))
    write(tmp_path / "Maildir/new/3.M1.mail", payload(3))
    write(tmp_path / "Maildir/.Archiv.2025/cur/4.M1.mail:2,T", payload(4))
    write(tmp_path / "Maildir/.Archiv.2025/tmp/5", b"")
    write(tmp_path / "Gesendete Elemente/6.eml", payload(6))
    write(tmp_path / "Inbox", framed(7, payload(7)))
    items, _ = read(tmp_path)
    labels = {item.payload: item.labels for item in items.values()}
    assert labels == {
        payload(1): (),
        payload(2): (DRAFTS,),
        payload(3): (),
        payload(4): (ARCHIVE, TRASH),
        payload(6): (SENT,),
        payload(7): (INBOX,),
    }


def test_takeout_labels_are_labels(tmp_path: Path) -> None:
    labelled = b"X-GM-THRID: 1\nX-Gmail-Labels: Gesendet,=?UTF-8?Q?Wichtig=C3=A9?=,Opened\n" + payload(1)
    write(tmp_path / "Takeout/Mail/All mail.mbox", framed(1, labelled))
    (item,) = read(tmp_path)[0].values()
    assert item.labels == (SENT, "Wichtigé", "Opened")
    assert item.payload == labelled


def test_one_file_alone_is_enough(tmp_path: Path) -> None:
    write(tmp_path / "talks.ics", CALENDAR_FILE)
    source = FilesSource(tmp_path / "talks.ics")
    (ref,) = source.collections()
    (batch,) = source.changes(ref, None)
    assert (ref.name, ref.kind) == ("talks.ics", "calendar")
    assert [item.payload for item in batch.items] == [CALENDAR_FILE]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def loop(path: Path) -> None:
    path.symlink_to(path.parent)


def plug(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize(("make", "reason"), [(pipe, SPECIAL), (link, LINK), (loop, LINK), (plug, SPECIAL)])
@pytest.mark.parametrize("below", ["", "cur"])
def test_what_is_no_file_is_refused(make: Callable[[Path], None], reason: str, below: str, open_folder: Path) -> None:
    folder = open_folder / f"r{make.__name__}{below}"
    write(folder / below / "1.eml", payload(1))
    (folder / "tmp").mkdir()
    make(folder / below / "odd")
    items, refused = read(folder)
    assert [item.payload for item in items.values()] == [payload(1)]
    assert list(refused.values()) == [reason]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_what_may_not_be_opened_is_refused(open_folder: Path) -> None:
    folder = open_folder / "closed"
    for name in ("open", "shut", "cellar/dark"):
        write(folder / name, payload(1))
    (folder / "shut").chmod(0)
    (folder / "cellar").chmod(0)
    os.seteuid(65534)
    try:
        items, refused = read(folder)
        with pytest.raises(SourceError, match="right to read"):
            read(folder / "cellar")
    finally:
        os.seteuid(0)
    assert list(items) == ["files:.|open"]
    assert refused == {"files:.|shut": CLOSED, "files:.|cellar": CLOSED}


def test_names_of_any_bytes_become_pointers(tmp_path: Path) -> None:
    odd = os.fsdecode(b"n\xe4me\nof " + b"x" * 200)
    deep = tmp_path / ("d" * 200) / ("e" * 200)
    write(tmp_path / odd, payload(1))
    write(deep / "f.eml", payload(2))
    write(tmp_path / os.fsdecode(b"M\xfcll.mbox"), framed(3, payload(3)))
    items, refused = read(tmp_path)
    assert not refused
    assert sorted(item.payload for item in items.values()) == [payload(1), payload(2), payload(3)]
    for pointer in items:
        pointer.encode()
        assert len(pointer) < 512


def test_what_grows_over_the_limit_while_it_is_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "1.eml", payload(1))
    write(tmp_path / "2.eml", payload(2))
    source = FilesSource(tmp_path, BatchLimits(items=1, item=1024 * 1024))
    (ref,) = source.collections()
    rest = source.changes(ref, None)
    (first,) = next(rest).items
    other = "2.eml" if first.remote_id == "1.eml" else "1.eml"
    write(tmp_path / other, payload(2, size=2_000_000))
    (batch,) = rest
    assert batch.refused == (Refused(other, "It is larger than 1 MB, the most that is read."),)


def test_what_goes_while_it_is_read_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "1.eml", payload(1))
    write(tmp_path / "2.eml", payload(2))
    source = FilesSource(tmp_path, BatchLimits(items=1))
    (ref,) = source.collections()
    rest = source.changes(ref, None)
    (first,) = next(rest).items
    (tmp_path / ("2.eml" if first.remote_id == "1.eml" else "1.eml")).unlink()
    (batch,) = rest
    assert (batch.items, batch.refused) == ((), ())
    with pytest.raises(CursorExpired):
        list(source.changes(ref, batch.cursor))


def test_flags_of_a_maildir_change_nothing(tmp_path: Path) -> None:
    place = MaildirPlace(tmp_path / "Maildir")
    place.put(1, 2, 3)
    source = place.open()
    (ref,) = source.collections()
    cursor = list(source.changes(ref, None))[-1].cursor
    for number in (1, 2, 3):
        place.files[number].rename(tmp_path / "Maildir/cur" / f"{place.files[number].name.split(':')[0]}:2,RS")
    assert list(source.changes(ref, cursor)) == []


@pytest.mark.parametrize("cursor", ["", "7", "[]", "[1,2,3]", "{}", '[["a","b"],"c",null]'])
def test_a_cursor_of_another_kind_has_expired(tmp_path: Path, cursor: str) -> None:
    place = FolderPlace(tmp_path / "mail")
    place.put(1)
    source = place.open()
    (ref,) = source.collections()
    with pytest.raises(CursorExpired):
        list(source.changes(ref, type(next(source.changes(ref, None)).cursor)(cursor)))


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "real/1.eml", payload(1))
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert list(read(tmp_path / "link")[0]) == ["files:.|1.eml"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing", "nothing at .*missing"),
        ("empty", "no files in .*empty"),
        ("nested", "no files in"),
        ("bad.mbox", "neither a mailbox nor a message nor a calendar"),
        ("nothing.mbox", "neither a mailbox"),
        ("pipe", "pipe, a socket or a device"),
    ],
)
def test_what_cannot_be_imported_gets_a_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "nested/inner").mkdir(parents=True)
    write(tmp_path / "bad.mbox", b"\x00\x01 this is a photograph")
    write(tmp_path / "nothing.mbox", b"")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match=sentence):
        FilesSource(tmp_path / name).collections()
