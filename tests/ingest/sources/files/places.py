"""Places on a disk that the contract suite puts mail into."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from ingest.sources.files import FilesSource
from tests.ingest.source_contract import Place, payload, sent_at

TICK = 0.02  # longer than a file system's clock stands still


class DiskPlace(Place):
    """A path with messages known by number."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(self) -> FilesSource:
        return FilesSource(self.path)

    def put(self, *numbers: int, body: str = "Shall we meet on Thursday?", size: int = 0) -> None:
        time.sleep(TICK)
        for number in numbers:
            self.write(number, payload(number, body, size))

    def write(self, number: int, data: bytes) -> None:
        raise NotImplementedError

    def hide(self) -> None:
        self.path.rename(self.path.with_name("elsewhere"))

    def fingerprint(self) -> str:
        files = sorted(path for path in self.path.rglob("*") if path.is_file()) or [self.path]
        return hashlib.sha256(b"".join(_print_of(path) for path in files)).hexdigest()


def _print_of(path: Path) -> bytes:
    status = path.stat()
    times = (status.st_mode, status.st_atime_ns, status.st_mtime_ns, status.st_ctime_ns)
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOATIME), "rb") as file:
        return f"{path} {times} ".encode() + file.read()


class FolderPlace(DiskPlace):
    """One file a message, in two folders; a file's time is that of its message, as mail programs export."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        (path / "offers").mkdir(parents=True)

    def file(self, number: int) -> Path:
        return self.path / ("offers" if number % 2 else "") / f"message {number}"

    def write(self, number: int, data: bytes) -> None:
        self.file(number).write_bytes(data)
        os.utime(self.file(number), (sent_at(number).timestamp(),) * 2)

    def take(self, number: int) -> None:
        self.file(number).unlink()


class MaildirPlace(DiskPlace):
    """A Maildir; another body is another file, as its rules want."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        for name in ("cur", "new", "tmp"):
            (path / name).mkdir(parents=True)
        self.files: dict[int, Path] = {}

    def write(self, number: int, data: bytes) -> None:
        if number in self.files:
            self.take(number)
        written = sum(1 for _ in self.files)
        name = f"{int(sent_at(number).timestamp())}.M{written}P{time.monotonic_ns()}.mail"
        file = self.path / (f"cur/{name}:2,S" if number % 2 else f"new/{name}")
        file.write_bytes(data)
        self.files[number] = file

    def take(self, number: int) -> None:
        self.files.pop(number).unlink()


class MboxPlace(DiskPlace):
    """One mbox (RFC 4155), written anew when a message is taken or changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.messages: dict[int, bytes] = {}
        path.write_bytes(b"")

    def write(self, number: int, data: bytes) -> None:
        known = number in self.messages
        self.messages[number] = framed(number, data)
        if known:
            self._rewrite()
        else:
            with self.path.open("ab") as file:
                file.write(self.messages[number])

    def take(self, number: int) -> None:
        del self.messages[number]
        self._rewrite()

    def _rewrite(self) -> None:
        self.path.write_bytes(b"".join(self.messages.values()))


def framed(number: int, data: bytes) -> bytes:
    """A message as it stands in an mbox."""
    return b"From ada@nordlicht.example " + f"{sent_at(number):%a %b %e %H:%M:%S %Y}".encode() + b"\n" + data + b"\n"
