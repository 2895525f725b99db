"""Hands messages over in batches that keep their limits, each with the cursor that goes with its last message."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from extract.raw import RawItem
from ingest.protocol import Batch, BatchLimits, Refused
from ingest.sources.gmail.contents import Outcome
from ingest.sources.gmail.position import Position


@dataclass(frozen=True, slots=True)
class Handed:
    """A message, or None where there is nothing to hand over, and how far everything is known after it."""

    outcome: Outcome
    position: Position


def batches(handed: Iterator[Handed], limits: BatchLimits, total: int | None = None) -> Iterator[Batch]:
    """In the order in which they come; the last batch has the last position, even where it is empty.

    Args:
        total: how many messages a listing has in all; None: these are of no listing.
    """
    run: list[RawItem | Refused] = []
    size, at = 0, None
    for each in handed:
        weight = len(each.outcome.payload) if isinstance(each.outcome, RawItem) else 0
        if at and run and each.outcome and (len(run) == limits.items or size + weight > limits.size):
            yield _batch(run, at, total)
            run, size = [], 0
        if each.outcome is not None:
            run.append(each.outcome)
        size, at = size + weight, each.position
    if at:
        yield _batch(run, at, total)


def told_gone(gone: Collection[str], before: Position, after: Position, limits: BatchLimits) -> Iterator[Batch]:
    """What is gone; the last batch has the cursor that goes with all of it."""
    ids = sorted(gone)
    for at in range(0, len(ids), limits.items):
        position = after if at + limits.items >= len(ids) else before
        yield Batch((), tuple(ids[at : at + limits.items]), position.cursor())


def _batch(run: Sequence[RawItem | Refused], at: Position, total: int | None) -> Batch:
    items = tuple(each for each in run if isinstance(each, RawItem))
    refused = tuple(each for each in run if isinstance(each, Refused))
    to_come = max((total or 0) - at.done, 1) if at.listing else 0
    return Batch(items, (), at.cursor(), refused, None if total is None else to_come)
