"""Cursors of calendars: there and back, and what is none of ours."""

from __future__ import annotations

import pytest

from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.caldav.position import TOKEN, Position, mark_of, usable


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
