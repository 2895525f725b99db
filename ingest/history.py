"""How much of a place is read, and how hard: what its owner chose, as the connection's settings hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Pace = Literal["full", "slow"]
RECENT: Final = timedelta(days=14)  # what is older when a place is first read is history and asks for nothing


@dataclass(frozen=True, slots=True)
class History:
    """What is read of a place's past.

    Attributes:
        since: what was received before that day is left where it is; None: everything is read.
        pace: slow reads a stretch at each look for new mail and no more.
    """

    since: date | None = None
    pace: Pace = "full"

    def as_settings(self) -> dict[str, object]:
        """For the connection's row."""
        return {"since": self.since.isoformat() if self.since else None, "pace": self.pace}

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> History:
        """From the connection's row; everything, at full pace, where nothing was chosen."""
        since, pace = settings.get("since"), settings.get("pace")
        return cls(date.fromisoformat(str(since)) if since else None, "slow" if pace == "slow" else "full")
