"""Stretches of a file, and its end."""

from __future__ import annotations

import os
from pathlib import Path

from ingest.disk import read_at


def test_a_stretch_is_read_wherever_the_file_stands(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    descriptor = os.open(tmp_path / "a", os.O_RDONLY)
    try:
        assert [read_at(descriptor, at, length) for at, length in ((3, 4), (8, 9), (20, 1))] == [
            b"3456",
            b"89",
            b"",
        ]
    finally:
        os.close(descriptor)
