from __future__ import annotations

import dataclasses

import pytest

from ingest.protocol import BATCH_BYTES, BATCH_ITEMS, MAX_ITEM_BYTES, Batch, BatchLimits, CollectionRef, Cursor, Waits
from ingest.sources.memory import MemoryServer, MemorySource


class Pushed(MemorySource):
    def wait(self, collection: CollectionRef, timeout: float) -> bool:
        return bool(collection.name) and timeout > 0


def test_a_batch_cannot_be_changed() -> None:
    batch = Batch((), (), Cursor("1"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        batch.gone = ("1",)  # type: ignore[misc]  # that is what is tested


def test_limits_are_those_of_the_design() -> None:
    limits = BatchLimits()
    assert (limits.items, limits.size, limits.item) == (BATCH_ITEMS, BATCH_BYTES, MAX_ITEM_BYTES)


def test_a_source_that_is_told_of_changes_is_recognised() -> None:
    assert isinstance(Pushed(MemoryServer()), Waits)
    assert not isinstance(MemorySource(MemoryServer()), Waits)
