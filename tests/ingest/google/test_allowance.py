from __future__ import annotations

import pytest

from ingest.google.allowance import COSTS, Prices, Unlimited, prices_of


def test_calls_cost_what_google_says_and_nothing_where_nobody_counts() -> None:
    assert Prices().units("messages.get", 25) == 500
    assert Unlimited().spend("messages.get", 1_000, history=True) == 0


def test_prices_are_the_operator_s_to_set() -> None:
    cheap = prices_of("messages.get=5 watch=10")
    assert (cheap.units("messages.get", 3), cheap.units("watch"), cheap.units("history.list")) == (15, 10, 2)
    assert prices_of("").of == COSTS
    for wrong in ("messages.got=1", "messages.get", "messages.get=many"):
        with pytest.raises(ValueError):
            prices_of(wrong)
