from __future__ import annotations

import pytest

from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.google_calendar.position import TOKEN, Position, mark_of, usable


def test_a_position_is_the_same_as_a_cursor() -> None:
    position = Position("CPDAlvWDx70CEPDAlvWDx70CGAU=", 739_000, 1_772_000_000, mark_of("e1"))
    assert Position.of(position.cursor()) == position
    assert not position.is_complete
    assert Position("token").is_complete
    with pytest.raises(CursorExpired):
        Position.of(Cursor("[1]"))


def test_a_token_that_is_too_long_is_none() -> None:
    assert usable("a" * TOKEN)
    assert not usable("a" * (TOKEN + 1))
