from __future__ import annotations

from datetime import date

from ingest.history import History


def test_what_was_chosen_survives_as_settings() -> None:
    for history in (History(), History(date(2024, 2, 29), "slow")):
        assert History.of(history.as_settings()) == history


def test_where_nothing_was_chosen_everything_is_read_at_full_pace() -> None:
    assert History.of({"host": "mail.halden.example", "pace": "at a trot"}) == History(None, "full")
