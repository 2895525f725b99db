"""How far a calendar at Google is known: its sync token, and where a first listing that is not at its end goes on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from ingest.cursors import AsCursor

TOKEN: Final = 600  # characters; with a longer one a calendar is listed and compared each time
Where = tuple[int, str]
COMPLETE: Final[Where] = (0, "")


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
    """What a cursor says.

    Attributes:
        token: everything up to it is known; it came with the last page of a listing. Empty: there is none.
        floor: only what takes place on this day or later was listed, as a proleptic Gregorian ordinal; 0: everything.
        changed, mark: of the first listing what changed before that second, or in it with a lesser mark, is to come.
            No mark: the listing is complete.
    """

    token: str
    floor: int = 0
    changed: int = 0
    mark: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether nothing of the first listing is to come."""
        return self.where == COMPLETE

    @property
    def where(self) -> Where:
        """Up to where the first listing was handed over."""
        return (self.changed, self.mark)


def mark_of(remote_id: str) -> str:
    """By what one of several events that changed in the same second is told from the others."""
    return hashlib.sha256(remote_id.encode()).hexdigest()[:16]


def usable(token: str) -> str:
    """A token as a cursor holds it; empty for one that is too long."""
    return token if len(token) <= TOKEN else ""
