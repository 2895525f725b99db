from __future__ import annotations

from ingest.google.allowance import Prices, Unlimited


def test_calls_cost_what_google_says_and_nothing_where_nobody_counts() -> None:
    assert Prices().units("messages.get", 25) == 500
    assert Unlimited().spend("messages.get", 1_000, history=True) == 0
