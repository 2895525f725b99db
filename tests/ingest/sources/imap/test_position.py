from __future__ import annotations

import pytest

from ingest.errors import CursorExpired
from ingest.protocol import Cursor
from ingest.sources.imap.position import Position, remote_id, uid_of


def test_a_position_survives_as_text() -> None:
    position = Position(1795642787, 20_001, 19_500, 88_321, 4_711)
    assert Position.of(position.cursor()) == position
    assert len(position.cursor()) < 100


def test_a_cursor_of_an_earlier_release_goes_on() -> None:
    assert Position.of(Cursor("[7,10,9,3,0]")) == Position(7, 10, 9, 3, 0, floor=0)


@pytest.mark.parametrize("cursor", ["", "7", "[]", "[1,2,3]", "[1,2,3,4,5,6,7]", '["a",2,3,4,5]', "{}", "null"])
def test_a_cursor_of_another_kind_has_expired(cursor: str) -> None:
    with pytest.raises(CursorExpired):
        Position.of(Cursor(cursor))


def test_a_pointer_is_of_one_numbering() -> None:
    assert uid_of(remote_id(17, 4), 17) == 4
    assert uid_of(remote_id(17, 4), 18) is None
    assert uid_of("17/x", 17) is None
