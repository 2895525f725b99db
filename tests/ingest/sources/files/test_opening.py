from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import SourceError
from ingest.sources.files.opening import (
    BROKEN,
    CLOSED,
    FOLDER,
    LINK,
    SPECIAL,
    explained,
    from_text,
    opened,
    read_at,
    reason_of,
    refusal,
    to_text,
)


def test_only_a_plain_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    found = {name: refusal((tmp_path / name).lstat()) for name in ("file", "link", "folder", "pipe")}
    assert found == {"file": None, "link": LINK, "folder": FOLDER, "pipe": SPECIAL}
    for name in ("link", "folder", "pipe"):
        with pytest.raises(OSError), opened(tmp_path / name):  # a pipe does not make it wait
            pass


def test_reading_from_an_offset_gives_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    with opened(tmp_path / "file") as descriptor:
        assert [read_at(descriptor, *where) for where in ((0, 3), (8, 5), (20, 5), (0, 0))] == [b"012", b"89", b"", b""]
    with pytest.raises(OSError):
        os.fstat(descriptor)


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    os.utime(path, (1000, 1772438400))
    with opened(path) as descriptor:
        read_at(descriptor, 0, 1)
    assert path.stat().st_atime == 1000


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (FileNotFoundError(2, "x"), r"nothing at /mail\. Check"),
        (PermissionError(13, "x"), r"may not read /mail\. Give"),
        (OSError(5, "Input/output error"), r"cannot read /mail \(Input/output error\)\. Check"),
    ],
)
def test_what_the_disk_says_is_a_sentence(error: OSError, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence) as raised, explained(Path("/mail")):
        raise error
    assert raised.value.__cause__ is error


def test_other_errors_pass() -> None:
    with pytest.raises(KeyError), explained(Path("/mail")):
        raise KeyError


def test_one_files_trouble_has_a_reason() -> None:
    assert reason_of(PermissionError(13, "x")) == CLOSED
    assert reason_of(OSError(5, "x")) == BROKEN


@given(st.binary(max_size=80))
def test_any_path_is_text_and_comes_back(path: bytes) -> None:
    text = to_text(path)
    assert text.isascii()
    assert "\0" not in text
    assert from_text(text) == path


def test_ordinary_paths_stay_readable() -> None:
    assert to_text(b"a b/c@d+1 (2)[3]!.eml") == "a b/c@d+1 (2)[3]!.eml"
    assert to_text("ä%\n".encode()) == "%C3%A4%25%0A"
