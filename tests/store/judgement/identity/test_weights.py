from __future__ import annotations

from math import isclose

import pytest

from store.judgement.identity import weights
from store.judgement.identity.weights import Level

TABLES = {name: table for name, table in vars(weights).items() if isinstance(table, dict) and name.isupper()}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_levels_exclude_each_other_and_leave_nothing_out(table: dict[str, Level]) -> None:
    assert isclose(sum(level.m for level in table.values()), 1)
    assert isclose(sum(level.u for level in table.values()), 1)


def test_there_are_all_tables() -> None:
    assert len(TABLES) == 8


def test_a_weight_is_in_bits() -> None:
    assert Level(0.5, 0.125).weight == 2
    assert Level(0.1, 0.1).weight == 0


def test_no_single_thing_is_enough_to_be_sure() -> None:
    strongest = [max(level.weight for level in table.values()) for table in TABLES.values()]
    assert all(weights.PRIOR + weight < weights.SAME for weight in strongest)
