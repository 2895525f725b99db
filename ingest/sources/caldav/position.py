"""How far a calendar has been read, as a cursor: a few numbers and the server's own token."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from ingest.cursors import AsCursor

TOKEN: Final = 600  # characters; a server that writes more is asked as one that has no tokens
COMPLETE: Final = (0, "")


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
    """What a cursor says.

    Attributes:
        token: everything up to this state of the calendar is known (RFC 6578 section 4); empty: the server has none.
        floor: only what takes place on this day or later is listed, as a proleptic Gregorian ordinal; 0: everything.
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
        return (self.changed, self.mark) == COMPLETE


def mark_of(remote_id: str) -> str:
    """By what one of several events that changed in the same second is told from the others."""
    return hashlib.sha256(remote_id.encode()).hexdigest()[:16]


def usable(token: str) -> str:
    """A token as a cursor holds it; empty for one that is too long."""
    return token if len(token) <= TOKEN else ""
