"""What is known to be true about a world that is replayed: the oracle, and more where the world says more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.touchless.oracle import Oracle

ANSWERS = "answers.json"


@dataclass(frozen=True, slots=True)
class TrueExchange:
    """An interaction that took place; reps by address."""

    kind: str
    reps: frozenset[str]
    day: date
    contacts: frozenset[str]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """The truth about a world.

    Attributes:
        exchanges: None where the world says no more than its oracle.
        private: sources of somebody's private life.
        promises: side and day of each, with the sources that hold it.
        stories: what each source is part of, for telling errors.
    """

    oracle: Oracle
    exchanges: tuple[TrueExchange, ...] | None
    private: frozenset[str]
    promises: tuple[tuple[str, str, frozenset[str]], ...]
    stories: Mapping[str, str]

    @property
    def people(self) -> tuple[frozenset[str], ...]:
        """The addresses of each contact; each its own where nobody says which belong together."""
        return self.oracle.people or tuple(frozenset({address}) for address in sorted(self.oracle.contacts))


def read(world: Path, oracle: Oracle) -> Answers:
    """What lies beside a world; the oracle alone where nothing does."""
    place = world / ANSWERS
    if not place.exists():
        return Answers(oracle, None, frozenset(), (), {})
    said = json.loads(place.read_text(encoding="utf-8"))
    return Answers(
        oracle=oracle,
        exchanges=tuple(
            TrueExchange(
                each["kind"],
                frozenset(each["reps"]),
                date.fromisoformat(each["day"]),
                frozenset(each["contacts"]),
                frozenset(each["sources"]),
            )
            for each in said["exchanges"]
        ),
        private=frozenset(said["private"]),
        promises=tuple((each["by"], each["due"], frozenset(each["sources"])) for each in said["promises"]),
        stories=said["stories"],
    )
