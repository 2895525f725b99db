from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.raw import ARCHIVE, DRAFTS, SENT, TRASH, RawItem
from ingest.protocol import Refused
from ingest.sources.files.loose import FileEntry, FolderShelf, Found, MaildirShelf, load_file, parts_of, pointer_of
from ingest.sources.files.opening import BROKEN, FOLDER, LINK
from tests.ingest.source_contract import payload

LIMIT = 1024 * 1024


def found(path: Path) -> Found:
    return Found(path, path.lstat())


def write(path: Path, data: bytes, at: int = 1772438400) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (at, at))
    return path


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("1772438400.M1.mail:2,RS", ("1772438400.M1.mail", "RS")),
        ("1772438400.M1.mail;2,S", ("1772438400.M1.mail", "S")),
        ("1772438400.M1.mail!2,D", ("1772438400.M1.mail", "D")),
        ("1772438400.M1.mail:2,", ("1772438400.M1.mail", "")),
        ("1772438400.M1.mail", ("1772438400.M1.mail", "")),
        ("1772438400.M1.mail,S=120:2,a", ("1772438400.M1.mail,S=120", "a")),
    ],
)
def test_a_name_is_parted_from_its_flags(name: str, parts: tuple[str, str]) -> None:
    assert parts_of(name) == parts


def test_a_pointer_is_readable_where_it_fits_and_a_hash_where_not() -> None:
    assert pointer_of("offers/1 (2).eml") == "offers/1 (2).eml"
    assert pointer_of(os.fsdecode(b"n\xe4me")) == "n%E4me"
    long = pointer_of("x" * 401)
    assert long.startswith("sha256-")
    assert long != pointer_of("x" * 402)
    assert pointer_of("é" * 60) != pointer_of("é" * 61)


def test_a_folders_files_are_entries_with_their_times(tmp_path: Path) -> None:
    sent = write(tmp_path / "Sent" / "1.eml", payload(1))
    plain = write(tmp_path / "2.eml", payload(2), at=1772438500)
    shelf = FolderShelf(tmp_path, [found(sent), found(plain), Found(tmp_path / "shut", None, "It is shut.")])
    first, second, shut = shelf.entries()
    assert (first.pointer, first.labels, first.size) == ("Sent/1.eml", (SENT,), len(payload(1)))
    assert (second.pointer, second.labels) == ("2.eml", ())
    assert (second.age - first.age, first.arrival) == (100 * 10**9, sent.stat().st_ctime_ns)
    assert (shut.pointer, shut.refused, shut.size) == ("shut", "It is shut.", 0)
    item = shelf.load(first, LIMIT)
    assert isinstance(item, RawItem)
    assert (item.payload, item.labels, item.received_at) == (payload(1), (SENT,), None)


def test_one_file_alone_is_known_by_its_name(tmp_path: Path) -> None:
    path = write(tmp_path / "1.eml", payload(1))
    (entry,) = FolderShelf(path, [found(path)]).entries()
    assert entry.pointer == "1.eml"


def test_a_maildirs_messages_with_flags_times_and_folder(tmp_path: Path) -> None:
    write(tmp_path / "cur/1772438400.M1.mail:2,DS", payload(1), at=1772438401)
    write(tmp_path / "new/1772438402.M2.mail", payload(2), at=1772438300)
    write(tmp_path / "cur/notime.M3.mail:2,T", payload(3), at=1772438409)
    write(tmp_path / "cur/.hidden", b"")
    write(tmp_path / "tmp/half", b"Sub")
    (tmp_path / "cur/odd").symlink_to("/etc/hostname")
    (tmp_path / "new/folder").mkdir()
    entries = {entry.pointer: entry for entry in MaildirShelf(tmp_path, ARCHIVE).entries()}
    assert set(entries) == {"1772438400.M1.mail", "1772438402.M2.mail", "notime.M3.mail", "odd", "folder"}
    assert entries["1772438400.M1.mail"].labels == (ARCHIVE, DRAFTS)
    assert entries["notime.M3.mail"].labels == (ARCHIVE, TRASH)
    assert [entries[name].received for name in ("1772438400.M1.mail", "1772438402.M2.mail", "notime.M3.mail")] == [
        1772438400, 1772438300, 1772438409,
    ]  # fmt: skip
    assert (entries["odd"].refused, entries["folder"].refused) == (LINK, FOLDER)
    item = MaildirShelf(tmp_path, None).load(entries["1772438400.M1.mail"], LIMIT)
    assert isinstance(item, RawItem)
    assert item.received_at == datetime.fromtimestamp(1772438400, UTC)


def test_a_message_that_moves_from_new_to_cur_counts_once(tmp_path: Path) -> None:
    for name in ("new/1772438400.M1.mail", "cur/1772438400.M1.mail:2,S"):
        write(tmp_path / name, payload(1))
    (entry,) = MaildirShelf(tmp_path, None).entries()
    assert entry.path.parent.name == "cur"


def test_a_maildir_without_one_of_its_folders_or_with_a_link_for_one(tmp_path: Path) -> None:
    write(tmp_path / "real/cur/1.M1.mail", payload(1))
    assert len(MaildirShelf(tmp_path / "real", None).entries()) == 1
    (tmp_path / "trap").mkdir()
    (tmp_path / "trap/cur").symlink_to(tmp_path / "real/cur")
    assert MaildirShelf(tmp_path / "trap", None).entries() == []


def entry_of(path: Path) -> FileEntry:
    return FolderShelf(path.parent, [found(path)]).entries()[0]


def test_loading_says_why_there_is_no_item(tmp_path: Path) -> None:
    path = write(tmp_path / "1.eml", payload(1))
    entry = entry_of(path)
    assert load_file(entry, 20) == Refused("1.eml", "It is larger than 0 MB, the most that is read.")
    path.unlink()
    assert load_file(entry, LIMIT) is None
    path.symlink_to("/etc/hostname")  # swapped for a link after it was listed
    assert load_file(entry, LIMIT) == Refused("1.eml", BROKEN)
    path.unlink()
    path.mkdir()
    assert load_file(entry, LIMIT) == Refused("1.eml", BROKEN)


def test_the_labels_of_a_takeout_come_on_top(tmp_path: Path) -> None:
    path = write(tmp_path / "Sent/1.eml", b"X-Gmail-Labels: Sent,Pilot\n" + payload(1))
    entry = FolderShelf(tmp_path, [found(path)]).entries()[0]
    item = load_file(entry, LIMIT)
    assert isinstance(item, RawItem)
    assert item.labels == (SENT, "Pilot")
