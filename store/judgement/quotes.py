"""Evidence as judgement hands it on: words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
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


@dataclass(frozen=True, slots=True)
class Exchange:
    """One mail or meeting behind a note. ``key`` is equal in every mailbox that holds the same exchange."""

    key: bytes
    at: datetime
    direction: Literal["in", "out"]
    message_id: UUID | None = None
    meeting_id: UUID | None = None
