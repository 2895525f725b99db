"""What can go wrong in the store, by what its caller does next.

StoreError
├── NotFound     the row is not there, or is another owner's: answered alike, so that ids say nothing
├── Conflict     somebody else was faster: both values are shown
├── Superseded   another worker does this now: end quietly, write nothing
└── NotReady     only the operator can mend it: one plain sentence that says what to do
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID


class StoreError(Exception):
    """The request cannot be met. Texts carry ids, never addresses, subjects or body text."""


class NotFound(StoreError):  # noqa: N818 - the architecture's word
    """There is no such row for this user; another owner's row is not found either."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field on which two people differ. ``by`` and ``at`` say who set ``theirs`` and when, where that is known."""

    field: str
    yours: str | int | None
    theirs: str | int | None
    by: UUID | None
    at: datetime | None


class Conflict(StoreError):  # noqa: N818 - the architecture's word
    """What the user saw is no longer what stands there."""

    def __init__(self, fields: tuple[FieldConflict, ...]) -> None:
        super().__init__(f"changed meanwhile: {', '.join(conflict.field for conflict in fields)}")
        self.fields = fields


class Superseded(StoreError):  # noqa: N818 - reads as what became of the work
    """Somebody else does this work now, so what the caller knows is old: nothing that it writes may count."""


class NotReady(StoreError):  # noqa: N818 - reads as the state it reports
    """The machine or its settings are not as they must be. The text is for the operator: what is wrong, what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


DISK_FULL = (errno.ENOSPC, errno.EDQUOT)
NO_ROOM = "53100"  # PostgreSQL's code for a full disk


def database_is_full(error: BaseException) -> bool:
    """Whether the database refused because its disk is full. ``error`` is the driver's, or has it as ``orig``."""
    return getattr(getattr(error, "orig", error), "sqlstate", None) == NO_ROOM


def disk_full(place: Path) -> NotReady:
    """The sentence for a file system without room."""
    return NotReady(f"The disk that holds {place} is full. Free some space there and start again.")


def cannot_write(error: OSError, place: Path) -> NotReady:
    """The sentence for a file or folder that the system refused to create or write."""
    if error.errno in DISK_FULL:
        return disk_full(place)
    return NotReady(
        f"I cannot write to {place} ({error.strerror}). Make it writable for this user, or set BOSWELL_HOME to a "
        "folder that is."
    )
