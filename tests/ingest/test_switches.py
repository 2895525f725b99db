from __future__ import annotations

from ingest.switches import left_out


def test_what_is_left_out_stands_in_the_settings() -> None:
    assert left_out({"without": ["Team", "Lists"]}) == ["Team", "Lists"]
    assert left_out({}) == left_out({"without": "Team"}) == []
