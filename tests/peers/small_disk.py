"""A disk that fills up: a small file system of memory, which only root may mount."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def may_mount() -> bool:
    return os.geteuid() == 0 and sys.platform == "linux" and shutil.which("mount") is not None


@contextmanager
def mounted(place: Path, megabytes: int) -> Iterator[bool]:
    """A disk of so many megabytes at a place, until the end of the block; False where the system does not let us."""
    place.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(place)]
    if not may_mount() or subprocess.run(asked, check=False, capture_output=True).returncode:
        yield False
        return
    yield True
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, left: int) -> None:
    """Leave that many bytes free."""
    (disk / "fill").unlink(missing_ok=True)
    with (disk / "fill").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, shutil.disk_usage(disk).free - left))


def stuff(disk: Path) -> None:
    """Leave nothing free, however much others write meanwhile."""
    with suppress(OSError), (disk / "fill").open("wb", buffering=0) as file:
        while file.write(bytes(65_536)):
            pass


def empty(disk: Path) -> None:
    """Give back what was filled."""
    (disk / "fill").unlink(missing_ok=True)
