from __future__ import annotations

from ingest.reading.results import Quarantined


def test_a_reason_is_kept_with_its_time() -> None:
    assert Quarantined("It is torn.", 0.5).reason == "It is torn."
