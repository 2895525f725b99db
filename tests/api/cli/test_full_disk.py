"""A disk that fills up: a small file system of memory, which only root may mount."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.cli.test_commands import boswell, said

MEGABYTES = 140  # PostgreSQL's programs and a new cluster take 75
MEGABYTE = 1024 * 1024


@pytest.fixture
def disk(open_folder: Path) -> Iterator[Path]:
    place = open_folder / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or sys.platform != "linux" or mount is None:
        pytest.skip("only root on Linux may mount a small file system")
    asked = [mount, "-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=755", "tmpfs", str(place)]
    if subprocess.run(asked, check=False, capture_output=True).returncode:
        pytest.skip("this system does not let root mount a small file system")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, left: int) -> None:
    """Leave that many bytes free."""
    (disk / "fill").unlink(missing_ok=True)
    with (disk / "fill").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(disk).free - left))


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
    (disk / "fill").unlink()
    assert boswell(home, "user", "add", "ines@alder.example", "--name", "Ines").returncode == 0
    fill(disk, 3 * MEGABYTE)
    assert said(boswell(home, "import", str(post), "--as", "ines")).startswith("The disk is full. Free some space")
    fill(disk, 0)
    assert f"The disk that holds {disk}" in said(boswell(home, "import", str(post), "--as", "ines"))
    (disk / "fill").unlink()
    assert "40 items for Ines" in boswell(home, "import", str(post), "--as", "ines").stdout
