"""Positions as cursors: what is written is read, and what is not of ours is listed again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ingest.cursors import AsCursor
from ingest.errors import CursorExpired
from ingest.protocol import Cursor


@dataclass(frozen=True, slots=True)
class Somewhere(AsCursor):
    token: str
    known: int = 0
    listing: bool = True


def test_a_position_comes_back_from_its_cursor() -> None:
    position = Somewhere('a "token"', 7, listing=False)
    assert Somewhere.of(position.cursor()) == position


def test_a_field_that_came_later_has_its_default() -> None:
    assert Somewhere.of(Cursor('["a"]')) == Somewhere("a")


@pytest.mark.parametrize("cursor", ["", "no", "{}", "[]", "[1]", '["a",true]', '["a",1,true,4]', "null", '["a",1,0]'])
def test_another_cursor_is_listed_again(cursor: str) -> None:
    with pytest.raises(CursorExpired, match="listed again"):
        Somewhere.of(Cursor(cursor))
