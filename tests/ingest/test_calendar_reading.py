"""Cursors of calendars: there and back, and what is none of ours; and which calendars are read."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.calendar_reading import TOKEN, Position, Reading, mark_of, usable
from ingest.errors import CursorExpired
from ingest.protocol import Cursor


def test_a_cursor_says_what_its_position_does() -> None:
    position = Position("http://a.example/1", 739_000, 1_772_438_400, mark_of("1.ics"))
    assert Position.of(position.cursor()) == position
    assert not position.is_complete
    assert Position("t").is_complete
    assert len(position.cursor()) < 1_000


@pytest.mark.parametrize("cursor", ["", "[]", "{}", "[1,2]", '["t","x",0,""]', "1"])
def test_what_another_wrote_has_expired(cursor: str) -> None:
    with pytest.raises(CursorExpired):
        Position.of(Cursor(cursor))


def test_a_token_that_is_too_long_is_none() -> None:
    assert (usable("t"), usable("t" * (TOKEN + 1))) == ("t", "")


def test_own_calendars_are_read_unless_left_out_and_others_when_wanted() -> None:
    reading = Reading(without=("Holidays",), also=("Team",))
    named = [("Work", False), ("HOLIDAYS", False), ("team", True), ("Boss", True)]
    assert [reading.wants(name, foreign=foreign) for name, foreign in named] == [True, False, True, False]


def test_a_day_as_a_cursor_has_it() -> None:
    assert (Reading().floor, Reading(since=date(1, 1, 2)).floor) == (0, 2)
