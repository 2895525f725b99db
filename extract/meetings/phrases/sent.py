"""When and where a message was sent from: what its times in prose are seen from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

# Countries that write the month first, and those that write English or a mix and the day first.
_MONTH_FIRST: Final = frozenset({"us", "gov", "mil", "edu", "ph"})
_WEST: Final = timedelta(hours=-4)  # of here to the end of America, English writes the month first


@dataclass(frozen=True, slots=True)
class Sent:
    """The moment of sending.

    Attributes:
        at: on the sender's wall clock, as the Date header gives it (aware).
        day_first: 4/5 is the 4th of May rather than April 5.
    """

    at: datetime
    day_first: bool

    @classmethod
    def of(cls, at: datetime, language: str, domain: str) -> Sent:
        """Judge by language, country of the sender's domain, and offset to UTC."""
        return cls(at, _day_first(at, language, domain.rpartition(".")[2]))


def _day_first(at: datetime, language: str, country: str) -> bool:
    if language != "en":
        return True
    if country in _MONTH_FIRST:
        return False
    if len(country) == 2 and country not in {"ca", "io", "ai", "co", "tv", "me"}:  # noqa: PLR2004 - ISO 3166
        return True
    offset = at.utcoffset() or timedelta()
    return offset > timedelta() or _WEST < offset < timedelta()
