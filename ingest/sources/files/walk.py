"""What lies below a path: mailboxes in one file, Maildir folders, and loose files, all told by what they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.raw import CALENDAR
from ingest.sources.files.kinds import is_mbox, media_type_of
from ingest.sources.files.loose import Found
from ingest.sources.files.opening import opened, read_at, reason_of, refusal

_SNIFF = 1024
# What mail servers keep beside the messages of a Maildir; none of it is mail.
_KEPT_BESIDE = ("dovecot", "courier", "maildirfolder", "maildirsize", "subscriptions", ".uidvalidity", ".mh_sequences")


@dataclass(slots=True)
class Lying:
    """What a walk found, in a stable order.

    Attributes:
        mboxes: files that hold many messages.
        maildirs: folders with ``cur`` and ``new``.
        loose: every other file, and what cannot be opened.
    """

    mboxes: list[Path] = field(default_factory=list)
    maildirs: list[Path] = field(default_factory=list)
    loose: list[Found] = field(default_factory=list)


def lying_below(root: Path) -> Lying:
    """Everything at or below a path. No link is followed, no pipe opened.

    Raises:
        OSError: the root itself cannot be read.
    """
    lying = Lying()
    if not root.is_dir():
        root.lstat()
        _sort_file(lying, root)
        return lying
    for folder, entries in _folders(root, lying):
        maildir = _is_maildir(entries)
        if maildir:
            lying.maildirs.append(folder)
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False) and not (maildir and entry.name.startswith(_KEPT_BESIDE)):
                _sort_file(lying, Path(entry.path))
    return lying


def _folders(root: Path, lying: Lying) -> Iterator[tuple[Path, list[os.DirEntry[str]]]]:
    """Every folder with what is in it, a Maildir's own three left out; folders that may not be opened are noted."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            if folder == root:
                raise
            lying.loose.append(Found(folder, None, reason_of(error)))
            continue
        yield folder, entries
        own = {"cur", "new", "tmp"} if _is_maildir(entries) else set()
        inner = [entry for entry in entries if entry.is_dir(follow_symlinks=False) and entry.name not in own]
        waiting.extend(Path(entry.path) for entry in reversed(inner))


def _is_maildir(entries: list[os.DirEntry[str]]) -> bool:
    """Whether a folder is a Maildir; ``new`` or ``tmp`` gets lost where a copy leaves empty folders out."""
    names = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    return "cur" in names and not names.isdisjoint({"new", "tmp"})


def _sort_file(lying: Lying, path: Path) -> None:
    """Note what a file is; one that went away meanwhile is not there."""
    status = None
    try:
        status = path.lstat()
        refused = refusal(status)
        head = b"" if refused else _head(path)
    except FileNotFoundError:
        return
    except OSError as error:
        refused, head = reason_of(error), b""
    if is_mbox(head):
        lying.mboxes.append(path)
    else:
        lying.loose.append(Found(path, status, refused, media_type_of(head) == CALENDAR))


def _head(path: Path) -> bytes:
    with opened(path) as descriptor:
        return read_at(descriptor, 0, _SNIFF)
