"""Whose word something is, and where they have it from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Origins:
    """Where a value was read: in a signature, a header or a calendar; on which day that was written; in which mail."""

    read_from: str | None = None
    read_on: date | None = None
    message_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """Whose word it is: the approver, the decision, when it is given, and where the approver has it from."""

    approver_id: UUID
    decision_id: UUID
    now: datetime
    origins: Origins = Origins()
