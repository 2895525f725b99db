"""Files that each hold one message or calendar: those of a folder, and those of a Maildir."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from extract.raw import DRAFTS, TRASH, RawItem
from ingest.calendars import TOO_MANY, Event, TooMany, calendar_of, events_of
from ingest.errors import Unavailable
from ingest.protocol import Refused
from ingest.sources.files.kinds import media_type_of
from ingest.sources.files.listing import Entry, token_of, too_large
from ingest.sources.files.names import gmail_labels, special_use
from ingest.sources.files.opening import POINTER_BYTES, opened, read_at, reason_of, refusal, to_text

SECOND = 10**9
READ_WHOLE = 1024 * 1024  # bytes of a calendar that the reader takes at once
_FLAGS = {"D": DRAFTS, "T": TRASH}


@dataclass(frozen=True, slots=True)
class FileEntry(Entry):
    """A file, or one event of a calendar file.

    Attributes:
        received: when a mail server received it (seconds since 1970), where the file's name tells.
        event: where the event lies in the file; None for a whole file.
    """

    path: Path
    labels: tuple[str, ...]
    received: int | None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a walk came across; ``refused`` when it is not to be opened."""

    path: Path
    status: os.stat_result | None
    refused: str | None = None
    calendar: bool = False


def pointer_of(relative: str) -> str:
    """The remote id of a file by its path below the root: readable where it fits, a hash where it does not."""
    raw = os.fsencode(relative)
    text = to_text(raw)
    return text if len(text) <= POINTER_BYTES else f"sha256-{hashlib.sha256(raw).hexdigest()}"


def load_file(entry: FileEntry, limit: int) -> RawItem | Refused | None:
    """Read one file: the item, why there is none, or None when the file went away."""
    try:
        with opened(entry.path) as descriptor:
            payload = _payload(descriptor, entry, limit)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Refused(entry.pointer, reason_of(error))
    if len(payload) > limit:
        return too_large(entry.pointer, limit)
    received = None if entry.received is None else datetime.fromtimestamp(entry.received, UTC)
    labels = tuple(dict.fromkeys((*entry.labels, *gmail_labels(payload))))
    return RawItem(media_type_of(payload), payload, received, entry.pointer, labels)


def _payload(descriptor: int, entry: FileEntry, limit: int) -> bytes:
    if entry.event is None:
        return read_at(descriptor, 0, limit + 1)
    if os.fstat(descriptor).st_ctime_ns != entry.arrival:
        raise Unavailable("The calendar changed while it was read. Wait until its export is done and import it again.")
    return calendar_of(descriptor, entry.event)


class FolderShelf:
    """Loose files anywhere below a root; a file's change time says when it came or changed."""

    def __init__(self, root: Path, files: Iterable[Found], together: int = 0) -> None:
        """``together``: a calendar of no more events than this comes whole, as one of a single UID does in any case."""
        self._root = root
        self._files = files
        self._together = together

    def entries(self) -> Sequence[FileEntry]:
        """One entry a file, and one an event for calendars of many."""
        return [entry for found in self._files for entry in self._entries(found)]

    def _entries(self, found: Found) -> list[FileEntry]:
        entry = self._entry(found)
        if found.refused or not found.calendar:
            return [entry]
        try:
            with opened(found.path) as descriptor:
                events = events_of(descriptor, entry.size)
        except FileNotFoundError:
            return []
        except OSError as error:
            return [replace(entry, refused=reason_of(error))]
        except TooMany:
            return [replace(entry, refused=TOO_MANY)]
        if not events or (entry.size <= READ_WHOLE and self._few(events)):
            return [entry]
        return [_of_event(entry, event) for event in events]

    def _few(self, events: Sequence[Event]) -> bool:
        return len(events) == 1 or sum(len(event.pieces) for event in events) <= self._together

    def load(self, entry: FileEntry, limit: int) -> RawItem | Refused | None:
        """Read one file."""
        return load_file(entry, limit)

    def _entry(self, found: Found) -> FileEntry:
        relative = found.path.name if found.path == self._root else os.path.relpath(found.path, self._root)
        use = special_use([self._root.name, *Path(relative).parent.parts])
        pointer, status = pointer_of(relative), found.status
        return FileEntry(
            pointer=pointer,
            token=token_of(pointer),
            arrival=status.st_ctime_ns if status else 0,
            age=status.st_mtime_ns if status else 0,
            size=status.st_size if status else 0,
            refused=found.refused,
            path=found.path,
            labels=(use,) if use else (),
            received=None,
        )


def _of_event(entry: FileEntry, event: Event) -> FileEntry:
    pointer = f"{entry.pointer}#{event.token}"
    return replace(entry, pointer=pointer, token=token_of(pointer), age=event.day, size=event.size, event=event)


class MaildirShelf:
    """The messages of one Maildir folder. A name before its flags is one message for ever, whichever flags follow."""

    def __init__(self, folder: Path, use: str | None) -> None:
        self._folder = folder
        self._use = use

    def entries(self) -> Sequence[FileEntry]:
        """One entry a message; one that is moved meanwhile from ``new`` to ``cur`` counts once.

        Raises:
            OSError: the Maildir itself is not there.
        """
        self._folder.lstat()
        found: dict[str, FileEntry] = {}
        for name in ("new", "cur"):
            found |= {entry.pointer: entry for entry in self._entries(self._folder / name)}
        return list(found.values())

    def load(self, entry: FileEntry, limit: int) -> RawItem | Refused | None:
        """Read one message."""
        return load_file(entry, limit)

    def _entries(self, folder: Path) -> list[FileEntry]:
        if not folder.is_dir() or folder.is_symlink():
            return []
        with os.scandir(folder) as listed:
            return [self._entry(each) for each in listed if not each.name.startswith(".")]

    def _entry(self, each: os.DirEntry[str]) -> FileEntry:
        status = each.stat(follow_symlinks=False)
        name, flags = parts_of(each.name)
        received = _received(name, status)
        uses = [self._use, *(_FLAGS.get(flag) for flag in flags)]
        pointer = pointer_of(name)
        return FileEntry(
            pointer=pointer,
            token=token_of(pointer),
            arrival=status.st_mtime_ns,
            age=received * SECOND,
            size=status.st_size,
            refused=refusal(status),
            path=Path(each.path),
            labels=tuple(dict.fromkeys(use for use in uses if use)),
            received=received,
        )


def parts_of(name: str) -> tuple[str, str]:
    """A Maildir file name's lasting part and its flags; other signs than ``:`` are used where it may not stand."""
    for sign in ":;!":
        lasting, found, flags = name.rpartition(f"{sign}2,")
        if found:
            return lasting, flags
    return name, ""


def _received(name: str, status: os.stat_result) -> int:
    """When the message came, in seconds since 1970: copying renews the time, fetching renews the name."""
    written = name.split(".", 1)[0]
    times = [int(status.st_mtime)]
    if written.isascii() and written.isdigit() and len(written) <= 10 and int(written):  # noqa: PLR2004 - until 2286
        times.append(int(written))
    return max(0, min(times))
