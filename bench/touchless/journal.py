"""What a replay writes down: every item that a rep was asked about, and every one that was settled without asking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal
from uuid import UUID

By = Literal["asked", "sure", "rule"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item and how it was settled.

    Attributes:
        kind: ``mail`` or ``meeting`` for a note, ``contact`` for a person, else the suggestion's own kind.
        by: ``asked``: one by one; ``sure``: with its whole pile; ``rule``: by the rep's own rule.
        yes: whether it was approved.
        addresses: of the people in it who are not ours.
        doubt: what was doubted; empty where nothing was.
    """

    suggestion_id: UUID
    rep: str
    day: date
    kind: str
    by: By
    yes: bool
    sources: tuple[str, ...]
    addresses: tuple[str, ...]
    doubt: str = ""


@dataclass(slots=True)
class Journal:
    """All entries of a replay.

    Attributes:
        reviewed: who reviewed on which day.
        batches: presses that approved a whole pile.
        offered: rules that were accepted when offered.
        seconds: of the whole replay.
    """

    entries: list[Entry] = field(default_factory=list)
    reviewed: set[tuple[str, date]] = field(default_factory=set)
    batches: int = 0
    offered: int = 0
    seconds: float = 0.0

    def of(self, *by: By) -> Iterator[Entry]:
        """Entries that were settled so."""
        return (entry for entry in self.entries if entry.by in by)

    def known(self) -> set[UUID]:
        """Suggestions with an entry."""
        return {entry.suggestion_id for entry in self.entries}

    def write(self, entries: Sequence[Entry]) -> None:
        """Add entries."""
        self.entries.extend(entries)
