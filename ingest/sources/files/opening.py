"""Opens what lies on a disk without following links, waiting at pipes or leaving a trace in access times."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from ingest.disk import read_at as read_at
from ingest.errors import SourceError

POINTER_BYTES = 400
_QUIET = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW
_NO_ATIME = getattr(os, "O_NOATIME", 0)
LINK = "It is a link to another place, and links are not followed."
SPECIAL = "It is a pipe, a socket or a device, not a file."
FOLDER = "It is a folder where a message should be."
CLOSED = "It may not be opened: the account that runs Boswell has no right to read it."
BROKEN = "The disk could not read it."


def refusal(status: os.stat_result) -> str | None:
    """Why a thing that should be a file is not opened; None for a plain file."""
    if stat.S_ISLNK(status.st_mode):
        return LINK
    if stat.S_ISDIR(status.st_mode):
        return FOLDER
    return None if stat.S_ISREG(status.st_mode) else SPECIAL


def reason_of(error: OSError) -> str:
    """A sentence for what went wrong with one file."""
    return CLOSED if isinstance(error, PermissionError) else BROKEN


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """A descriptor of a plain file, for reading.

    Raises:
        OSError: it cannot be opened, or is no plain file.
    """
    descriptor = _descriptor(path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(SPECIAL)
        yield descriptor
    finally:
        os.close(descriptor)


def _descriptor(path: Path) -> int:
    try:
        return os.open(path, _QUIET | _NO_ATIME)
    except PermissionError:  # only a file's owner may ask for its access time to stay
        return os.open(path, _QUIET)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the disk says about a path that the user named into a sentence for them."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(f"There is nothing at {path}. Check the name and try again.") from error
    except PermissionError as error:
        raise SourceError(f"I may not read {path}. Give this account the right to read it and try again.") from error
    except OSError as error:
        raise SourceError(f"I cannot read {path} ({error.strerror or error}). Check the disk and try again.") from error


def to_text(relative: bytes) -> str:
    """A relative path as text that any database takes, and back with ``from_text``."""
    return quote_from_bytes(relative, safe="/ @+,=&()[]!")


def from_text(text: str) -> bytes:
    """The relative path behind ``to_text``."""
    return unquote_to_bytes(text)
