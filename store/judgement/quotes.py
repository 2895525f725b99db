"""Evidence as judgement hands it on: words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence for a field: where it stands in which message or meeting."""

    field: str
    message_id: UUID | None
    meeting_id: UUID | None
    source: str
    start: int
    end: int
    quote: str
