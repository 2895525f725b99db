"""What is needed to read the pieces of a moment: the language, and where its writer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from extract.meetings.phrases.calendar import date_or_none
from extract.meetings.phrases.lexicon import Lexicon
from extract.meetings.phrases.pieces import Piece
from extract.meetings.phrases.sent import Sent

_SOON: Final = 60  # a date without a year that is at most so many days ago is that of this year


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read a piece.

    Attributes:
        past: the sentence tells what was: days without a year or week lie behind.
    """

    lexicon: Lexicon
    sent: Sent
    past: bool = False

    @property
    def today(self) -> date:
        """The sender's day."""
        return self.sent.at.date()

    def number(self, piece: Piece, name: str = "n") -> int:
        """The piece's number; one where it has none."""
        return self.lexicon.number(piece.groups[name]) if name in piece.groups else 1

    def weekday(self, piece: Piece) -> int:
        """The piece's weekday."""
        return self.lexicon.times.weekdays[piece.groups["wd"]]

    def month(self, piece: Piece) -> int | None:
        """The piece's month, by name or number."""
        if "m" in piece.groups:
            return self.lexicon.times.months[piece.groups["m"]]
        return int(piece.groups["mn"]) if "mn" in piece.groups else None


def year_of(piece: Piece, reading: Reading, month: int, day: int) -> int:
    """The year as written, or the one in which the date lies nearest ahead (behind, in a sentence of what was)."""
    if written := piece.groups.get("y", "").lstrip("'"):
        year = int(written)
        return year if len(written) > 2 else year + (2000 if year < 80 else 1900)  # noqa: PLR2004 - two digits, POSIX
    today = reading.today
    days = [date_or_none(each, month, day) for each in (today.year - 1, today.year, today.year + 1)]
    if reading.past:
        return next((found.year for found in reversed(days) if found and found <= today), today.year)
    earliest = today - timedelta(days=_SOON)
    return next((found.year for found in days if found and found >= earliest), today.year)


def iso_monday(piece: Piece, reading: Reading) -> date:
    """The Monday of a week by number (ISO 8601), of this year or the next."""
    number, year = reading.number(piece), reading.today.isocalendar()[0]
    this = date.fromisocalendar(year, number, 1)
    if (reading.today - this).days > _SOON:
        return date.fromisocalendar(year + 1, number, 1)
    return this
