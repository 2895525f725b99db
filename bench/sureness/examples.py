"""Notes of a replayed world as examples: what spoke for and against each, and whether it was worth one.

Only notes that nothing else keeps from being sure: everybody is known, nothing is marked private. Each is described as
it stood when it was new.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.touchless import answers, company, oracle, queue
from bench.touchless.replay import Replayed, Reps, replayed
from bench.worlds.making import make
from bench.worlds.scene import SMALL, WHOLE
from bench.worlds.writing import write
from store.engine import Acting
from store.fields import fields_as_seen
from store.judgement.drafts import Doubt, InteractionFields
from store.judgement.features import NAMES, of_note
from store.models.private.suggestion import Suggestion
from store.queries.signals import backgrounds


@dataclass(frozen=True, slots=True)
class Example:
    """A note: the features that are true of it, whether it was worth one, and its world's seed.

    Attributes:
        private: somebody's private life. To tell that is the privacy doubt's matter, which comes before any weighing.
    """

    seed: int
    features: frozenset[str]
    right: bool
    private: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A world to be replayed for its examples."""

    seed: int
    home: Path
    small: bool = False


def examples(wanted: Wanted) -> list[Example]:
    """Replay a world with the oracle that presses no ``R``, and describe its notes."""
    place = wanted.home / f"world-{wanted.seed}"
    write(make(wanted.seed, "usual", SMALL if wanted.small else WHOLE), place)
    answering = oracle.read(place / "oracle.json")
    private = answers.read(place, answering).private
    with replayed(place, company.read(place), Reps(answering), wanted.home / f"replay-{wanted.seed}") as done:
        return [
            Example(wanted.seed, features, answering.approves_interaction(sources), not private.isdisjoint(sources))
            for owner_id in done.office.users.values()
            for features, sources in _notes(done, owner_id)
        ]


def _notes(done: Replayed, owner_id: UUID) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    weighed = {
        entry.suggestion_id for entry in done.journal.entries if entry.by != "asked" or entry.doubt == Doubt.NOT_SURE
    }
    with done.office.app.transaction(Acting(owner_id)) as session:
        rows = session.scalars(select(Suggestion).where(Suggestion.kind == "interaction")).all()
        rows = [row for row in rows if row.id in weighed]
        sources = {each.id: each.sources for each in queue.described(session, rows)}
        for row in rows:
            yield _features(session, owner_id, row), sources[row.id]


def _features(session: Session, owner_id: UUID, row: Suggestion) -> frozenset[str]:
    known = backgrounds(session, owner_id, [row], datetime.now(UTC))[row.id]
    found = of_note(cast("InteractionFields", fields_as_seen(row)), known.day, known.directions, known.before)
    return frozenset(name for name in NAMES if getattr(found, name))
