"""Everything readable at a path with the path it came from, for those who want to read without keeping anything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from extract.raw import RawItem
from ingest.protocol import Batch, BatchLimits, CollectionRef, Refused
from ingest.sources.files.loose import FolderShelf
from ingest.sources.files.opening import explained, from_text
from ingest.sources.files.source import FilesSource
from ingest.sources.files.walk import lying_below

READ_TOGETHER = 1_000  # events that the reader takes at once


def items_at(path: Path) -> Iterator[tuple[str, RawItem | Refused]]:
    """Single files first, by path; then the messages of mailboxes and Maildirs, each with the mailbox's path.

    A calendar comes whole unless it is more than the reader takes at once; then its events come, each with its path.

    Raises:
        SourceError: there is nothing at the path, or it cannot be opened.
    """
    source = FilesSource(path)
    refs = list(source.collections())
    with explained(path):
        root = Path(os.path.realpath(path))
        loose = lying_below(root).loose
        shelf, limit = FolderShelf(root, loose, together=READ_TOGETHER), BatchLimits().item
        for entry in sorted(shelf.entries(), key=lambda entry: os.fsencode(entry.path)):
            found = Refused(entry.pointer, entry.refused) if entry.refused else shelf.load(entry, limit)
            if found is not None:
                yield _shown(path, os.path.relpath(entry.path, root)), found
    for ref in refs:
        if not ref.remote_id.startswith("files:"):
            yield from _of_mailbox(path, source, ref)


def _of_mailbox(path: Path, source: FilesSource, ref: CollectionRef) -> Iterator[tuple[str, RawItem | Refused]]:
    relative = os.fsdecode(from_text(ref.remote_id.partition(":")[2]))
    shown = _shown(path, relative)
    for batch in source.changes(ref, None):
        for found in _contents(batch):
            yield shown, found


def _contents(batch: Batch) -> Iterator[RawItem | Refused]:
    yield from batch.items
    yield from batch.refused


def _shown(path: Path, relative: str) -> str:
    return str(path) if relative == "." else str(path / relative)
