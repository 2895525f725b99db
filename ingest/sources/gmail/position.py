"""How far Gmail's mail is known: a history id, and where a listing that is not at its end goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from ingest.cursors import AsCursor


@dataclass(frozen=True, slots=True)
class Position(AsCursor):
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

    def goes_back_to(self, floor: int) -> bool:
        """Whether its listing reached, or will reach, as far back."""
        return not self.floor or 0 < self.floor <= floor


def floor_of(since: date | None) -> int:
    """The second at which a day begins; 0: there is none."""
    return int(datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp()) if since else 0


def query_of(floor: int) -> str:
    """What asks for everything since then, in Gmail's own words."""
    return f"after:{floor}" if floor else ""
