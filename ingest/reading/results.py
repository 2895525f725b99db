"""What becomes of one item that was handed to a reading child."""

from __future__ import annotations

from dataclasses import dataclass

from extract.facts import Extraction


@dataclass(frozen=True, slots=True)
class Read:
    """An item that was read, in ``seconds``."""

    extraction: Extraction
    seconds: float


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An item that could not be read; ``reason`` is a sentence for its owner."""

    reason: str
    seconds: float


Reading = Read | Quarantined
