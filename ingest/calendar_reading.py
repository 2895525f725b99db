"""What is read of an account's calendars, and how far one has been read: alike wherever they stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ingest.cursors import AsCursor
from ingest.protocol import BatchLimits

TOKEN: Final = 600  # characters; a server that writes more is asked as one that has no tokens
Where = tuple[int, str]
COMPLETE: Final[Where] = (0, "")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of an account, and how much at once.

    Attributes:
        without: names of calendars that their owner leaves out.
        also: names of calendars of others that their owner wants read.
        since: what was over before that day is left alone; None: nothing is.
    """

    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    since: date | None = None
    limits: BatchLimits = field(default_factory=BatchLimits)

    @property
    def floor(self) -> int:
        """The day as a cursor has it."""
        return self.since.toordinal() if self.since else 0

    def wants(self, name: str, *, foreign: bool) -> bool:
        """Whether their owner wants a calendar of this name read; ``foreign``: it is somebody else's."""
        named = name.casefold()
        if named in {each.casefold() for each in self.without}:
            return False
        return not foreign or named in {each.casefold() for each in self.also}


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
    """What a cursor says.

    Attributes:
        token: everything up to this state of the calendar is known, in the server's own words (RFC 6578 section 4, or
            Google's); empty: there is none.
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
