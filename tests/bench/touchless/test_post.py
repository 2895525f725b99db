from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.touchless.post import arrived, growing

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def letter(folder: Path, name: str, head: str) -> Path:
    (folder / "cur").mkdir(parents=True, exist_ok=True)
    place = folder / "cur" / name
    place.write_bytes(f"{head}\n\nDate: Mon, 1 Jan 2001 00:00:00 +0000\n".encode())
    os.utime(place, (NOON.timestamp(), NOON.timestamp()))
    return place


@pytest.mark.parametrize(
    ("name", "head", "hour"),
    [
        ("a", "Received: from x\n by y; Mon, 2 Mar 2026 09:00:00 +0100\nDate: Mon, 2 Mar 2026 07:00:00 +0000", 8),
        ("a", "Received: from x by y; soon\nDate: Mon, 2 Mar 2026 07:00:00 +0000", 7),
        ("a", "Date: Mon, 2 Mar 2026 07:00:00", 7),
        ("1772442000.M1.host", "Date: never", 9),
        ("a", "Subject: none", 12),
    ],
)
def test_when_a_letter_arrived(tmp_path: Path, name: str, head: str, hour: int) -> None:
    assert arrived(letter(tmp_path, name, head)) == NOON.replace(hour=hour)


def test_a_mailbox_grows_and_keeps_its_folders(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for hour, folder in ((8, ""), (9, ".Sent"), (10, "")):
        letter(source / "Maildir" / folder, f"n{hour}:2,S", f"Date: Mon, 2 Mar 2026 {hour:02}:00:00 +0000")
    mailbox = growing(source, tmp_path / "home")
    assert not mailbox.fill(NOON.replace(hour=7))
    assert mailbox.fill(NOON.replace(hour=9))
    assert not mailbox.fill(NOON.replace(hour=9))
    there = {path.parent.parent.name: path for path in mailbox.home.rglob("*:2,S")}
    assert set(there) == {"Maildir", ".Sent"}
    assert mailbox.fill(NOON + timedelta(days=1))
    newest = max((mailbox.home / "Maildir/cur").iterdir())
    assert newest.name.startswith(f"{int(NOON.replace(hour=10).timestamp())}.")
    assert newest.read_bytes() == (source / "Maildir/cur/n10:2,S").read_bytes()
    assert newest.stat().st_mtime == NOON.replace(hour=10).timestamp()
