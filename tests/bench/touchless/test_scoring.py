"""The figures of a replay, worked out by hand for a small world."""

from __future__ import annotations

from bench.touchless import telling
from tests.bench.touchless.conftest import Played


def test_what_is_right_is_counted_as_right(played: Played) -> None:
    found = played.score
    assert (found.junk, found.recall, found.duplicates, found.wrong_merges) == (0.0, 1.0, 0, 0)
    assert found.precision is None or found.precision == 1.0
    assert found.settled == len([entry for entry in played.journal.entries if entry.by != "asked"])
    seen = [entry for entry in played.journal.entries if entry.by != "rule"]
    assert found.items == len(seen) / len(played.journal.reviewed)


def test_a_world_of_a_week_has_nothing_after_its_second_week(played: Played) -> None:
    assert played.score.asked is None
    assert len(played.score.by_week) == 2


def test_the_table_names_both_oracles(played: Played) -> None:
    rows = telling.rows({True: [played.score], False: [played.score]})
    assert len([row for row in rows if "never" in row.measure]) == len(rows) / 2
    targets = [row.target for row in rows if row.measure.startswith("decisions asked")]
    assert targets == [10, 35]
    assert "| never presses R |" in telling.by_week({False: [played.score]})
