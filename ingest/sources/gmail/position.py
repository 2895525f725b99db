"""How far Gmail's mail is known: a history id, and where a listing that is not at its end goes on."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ingest.errors import CursorExpired
from ingest.protocol import Cursor

UNREADABLE = "The cursor is not one of Gmail's: everything is listed from the beginning."
FIELDS = 6


@dataclass(frozen=True, slots=True)
class Position:
    """What a cursor says: everything that happened up to ``history`` is known, and of a listing so much.

    Attributes:
        history: asked for before the listing began, so that nothing falls between the two.
        floor: the listing goes back to that second of Unix time; 0: to the beginning.
        listing: it is not at its end.
        page: the token of the page it is on; empty: the first.
        last: the last message of that page that is known; empty: none is.
        done: how many messages the listing came by.
    """

    history: str
    floor: int = 0
    listing: bool = True
    page: str = ""
    last: str = ""
    done: int = 0

    def cursor(self) -> Cursor:
        """As opaque text."""
        return Cursor(json.dumps([self.history, self.floor, self.listing, self.page, self.last, self.done]))

    @classmethod
    def of(cls, cursor: Cursor) -> Position:
        """As ``cursor`` wrote it.

        Raises:
            CursorExpired: it is not one of these.
        """
        try:
            told = json.loads(cursor)
        except ValueError as error:
            raise CursorExpired(UNREADABLE) from error
        if not isinstance(told, list) or len(told) != FIELDS:
            raise CursorExpired(UNREADABLE)
        return cls(*told)

    def goes_back_to(self, floor: int) -> bool:
        """Whether its listing reached, or will reach, as far back."""
        return not self.floor or 0 < self.floor <= floor
