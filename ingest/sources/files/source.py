"""Reads mail and calendars from files, whatever form they were saved in. It only ever reads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from extract.raw import CALENDAR, UNKNOWN
from ingest.errors import SourceError
from ingest.protocol import Batch, BatchLimits, CollectionRef, Cursor
from ingest.sources.files.kinds import HEAD, media_type_of
from ingest.sources.files.listing import batches
from ingest.sources.files.loose import FolderShelf, Found, MaildirShelf
from ingest.sources.files.mbox import MboxShelf
from ingest.sources.files.names import folder_parts, special_use
from ingest.sources.files.opening import explained, from_text, opened, read_at, to_text
from ingest.sources.files.walk import Lying, lying_below

LOOSE, MBOX, MAILDIR = "files", "mbox", "maildir"
NOTHING = "There are no files in {path}. Give a folder with messages, an mbox, a Maildir or a calendar file."
NOT_MAIL = "{path} is neither a mailbox nor a message nor a calendar. Give an mbox, a Maildir, an .eml or an .ics file."


class FilesSource:
    """A Source over a path. Every mbox and Maildir folder below it is a collection; all other files are one more."""

    def __init__(self, path: Path, limits: BatchLimits | None = None) -> None:
        """``path`` itself may be a link; links below it are not followed."""
        self._named = path
        self._root = Path(os.path.realpath(path))
        self._limits = limits or BatchLimits()

    def collections(self) -> Iterator[CollectionRef]:
        """Mailboxes first, then Maildir folders, then loose files, each by path.

        Raises:
            SourceError: there is nothing at the path, or nothing that could be read.
        """
        lying = self._lying()
        refs = [self._ref(MBOX, path) for path in lying.mboxes] + [self._ref(MAILDIR, path) for path in lying.maildirs]
        if lying.loose:
            refs.append(self._loose_ref(lying.loose))
        if not refs:
            raise SourceError(NOTHING.format(path=self._named))
        return iter(refs)

    def changes(self, collection: CollectionRef, since: Cursor | None) -> Iterator[Batch]:
        """What is new since the cursor; a known file that changed or went makes the cursor expire."""
        kind, _, relative = collection.remote_id.partition(":")
        place = self._root / os.fsdecode(from_text(relative))
        with explained(place):
            if kind == MBOX:
                with opened(place) as descriptor:
                    yield from batches(MboxShelf(descriptor, collection.special_use), since, self._limits)
            elif kind == MAILDIR:
                yield from batches(MaildirShelf(place, collection.special_use), since, self._limits)
            else:
                yield from batches(FolderShelf(self._root, self._lying().loose), since, self._limits)

    def close(self) -> None:
        """Nothing stays open between calls."""

    def _lying(self) -> Lying:
        with explained(self._named):
            return lying_below(self._root)

    def _ref(self, kind: str, path: Path) -> CollectionRef:
        relative = os.path.relpath(path, self._root)
        parts = [self._root.name] if relative == "." else [self._root.name, *Path(relative).parts]
        names = [name for part in parts for name in (folder_parts(part) if part.startswith(".") else [part])]
        remote_id = f"{kind}:{to_text(os.fsencode(relative))}"
        use = special_use(names)
        return CollectionRef(remote_id, _shown(names[-1]), "mailbox_folder", use)

    def _loose_ref(self, loose: list[Found]) -> CollectionRef:
        alone = len(loose) == 1 and loose[0].path == self._root
        kind = self._kind_of(loose[0]) if alone else None
        return CollectionRef(
            f"{LOOSE}:.", _shown(self._root.name), "calendar" if kind == CALENDAR else "mailbox_folder"
        )

    def _kind_of(self, found: Found) -> str:
        if found.refused:
            raise SourceError(f"I cannot read {self._named}. {found.refused}")
        with explained(self._named), opened(found.path) as descriptor:
            kind = media_type_of(read_at(descriptor, 0, HEAD))
        if kind == UNKNOWN:
            raise SourceError(NOT_MAIL.format(path=self._named))
        return kind


def _shown(name: str) -> str:
    """A name as text, whatever bytes the disk has for it."""
    return os.fsencode(name).decode("utf-8", "replace")
