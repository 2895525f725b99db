"""A disk that fills up: a small file system of memory, which only root may mount."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.cli.test_commands import boswell, said
from tests.peers.small_disk import empty, fill, mounted

MEGABYTES = 180  # PostgreSQL's programs and a new cluster take 80
MEGABYTE = 1024 * 1024


@pytest.fixture
def disk(open_folder: Path) -> Iterator[Path]:
    place = open_folder / "disk"
    with mounted(place, MEGABYTES) as is_there:
        if not is_there:
            pytest.skip("only root on Linux may mount a small file system")
        yield place


def mails(folder: Path) -> Path:
    folder.mkdir()
    for number in range(40):
        noise = os.urandom(150_000).hex()
        head = f"From: Greta <greta@halden.example>\nTo: Ines <ines@alder.example>\nSubject: {number}\n\n"
        (folder / f"{number}.eml").write_text(head + "\n".join(noise[at : at + 70] for at in range(0, 300_000, 70)))
    return folder


def test_a_disk_that_fills_up_gets_a_sentence_and_with_room_all_goes_on(disk: Path, tmp_path: Path) -> None:
    home, post = disk / "home", mails(tmp_path / "post")
    fill(disk, MEGABYTE)
    assert f"The disk that holds {disk}" in said(boswell(home, "user", "list"))  # no room for the programs
    fill(disk, 45 * MEGABYTE)
    assert f"The disk that holds {disk}" in said(boswell(home, "user", "list"))  # no room for a cluster
    empty(disk)
    assert boswell(home, "user", "add", "ines@alder.example", "--name", "Ines").returncode == 0
    fill(disk, 18 * MEGABYTE)  # a start may write a whole segment of the log, 16 MB
    assert said(boswell(home, "import", str(post), "--as", "ines")).startswith("The disk is full. Free some space")
    fill(disk, 0)
    assert f"The disk that holds {disk}" in said(boswell(home, "import", str(post), "--as", "ines"))
    empty(disk)
    assert "40 items for Ines" in boswell(home, "import", str(post), "--as", "ines").stdout
