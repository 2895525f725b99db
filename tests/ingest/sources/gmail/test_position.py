from __future__ import annotations

import pytest

from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.gmail.position import Position


def test_a_cursor_says_what_it_was_made_of() -> None:
    position = Position("4711", 86_400, listing=True, page="token", last="18a0", done=20)
    assert Position.of(position.cursor()) == position
    for odd in ("", "{}", "[1, 2]", "null"):
        with pytest.raises(CursorExpired):
            Position.of(Cursor(odd))


def test_how_far_back() -> None:
    assert Position("1").goes_back_to(0)
    assert Position("1").goes_back_to(500)
    assert Position("1", 400).goes_back_to(500)
    assert not Position("1", 600).goes_back_to(500)
    assert not Position("1", 600).goes_back_to(0)
