"""Batches out of a shelf that is only a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.raw import MESSAGE, RawItem
from ingest.errors import CursorExpired
from ingest.protocol import Batch, BatchLimits, Cursor, Refused
from ingest.sources.files.listing import (
    MEGABYTE,
    Digest,
    Entry,
    Position,
    Shelf,
    batches,
    position_of,
    runs,
    token_of,
    too_large,
)

TWO = BatchLimits(items=2)


def entry(number: int, age: int = 0, size: int = 10, refused: str | None = None) -> Entry:
    return Entry(str(number), token_of(str(number)), number, age or number, size, refused)


class Pile:
    """A shelf whose entries are what they say; those in ``away`` went before they were loaded."""

    def __init__(self, *entries: Entry, away: Sequence[str] = ()) -> None:
        self.all = list(entries)
        self.away = away
        self.loaded: list[str] = []

    def entries(self) -> Sequence[Entry]:
        return self.all

    def load(self, entry: Entry, limit: int) -> RawItem | Refused | None:
        self.loaded.append(entry.pointer)
        return None if entry.pointer in self.away else RawItem(MESSAGE, b"x" * entry.size, None, entry.pointer)


def pointers(found: Sequence[Batch]) -> list[list[str]]:
    return [[item.remote_id for item in batch.items] for batch in found]


def listed(pile: Shelf[Entry], since: Cursor | None = None, limits: BatchLimits = TWO) -> list[Batch]:
    return list(batches(pile, since, limits))


def test_the_first_listing_is_newest_first_and_then_there_is_nothing() -> None:
    pile = Pile(entry(1, age=3), entry(2, age=1), entry(3, age=2))
    found = listed(pile)
    assert pointers(found) == [["1", "3"], ["2"]]
    assert listed(pile, found[-1].cursor) == []


def test_an_empty_shelf_gives_one_empty_batch() -> None:
    (batch,) = listed(Pile())
    assert (batch.items, batch.refused) == ((), ())
    assert listed(Pile(), batch.cursor) == []


def test_what_arrives_comes_before_the_rest_of_the_first_listing() -> None:
    pile = Pile(*(entry(number) for number in range(1, 6)))
    first = listed(pile)[0]
    assert pointers([first]) == [["5", "4"]]
    pile.all.append(entry(6))
    assert pointers(listed(pile, first.cursor)) == [["6"], ["3", "2"], ["1"]]


@pytest.mark.parametrize("change", ["gone", "another size", "arrived again"])
def test_what_is_known_and_changes_expires_the_cursor(change: str) -> None:
    pile = Pile(*(entry(number) for number in range(1, 4)))
    cursor = listed(pile)[-1].cursor
    changed = {
        "gone": [],
        "another size": [replace(entry(2), size=11)],
        "arrived again": [replace(entry(2), arrival=9)],
    }
    pile.all[1:2] = changed[change]
    with pytest.raises(CursorExpired, match="listed again"):
        listed(pile, cursor)


def test_what_has_not_arrived_yet_may_change_freely() -> None:
    pile = Pile(entry(1))
    cursor = listed(pile)[-1].cursor
    pile.all += [replace(entry(2), size=99), entry(3)]
    assert pointers(listed(pile, cursor)) == [["2", "3"]]


def test_refused_large_and_vanished_items() -> None:
    pile = Pile(entry(1, refused="It is a link."), entry(2, size=3 * MEGABYTE), entry(3), entry(4), away=["3"])
    (batch,) = listed(pile, limits=BatchLimits(item=2 * MEGABYTE))
    assert [item.remote_id for item in batch.items] == ["4"]
    assert set(batch.refused) == {Refused("1", "It is a link."), too_large("2", 2 * MEGABYTE)}
    assert pile.loaded == ["4", "3"]  # what is too large is not even opened
    assert too_large("2", 2 * MEGABYTE).reason == "It is larger than 2 MB, the most that is read."


def test_a_batch_is_as_large_as_allowed_unless_one_item_is_larger() -> None:
    entries = [entry(1, size=60), entry(2, size=50), entry(3, size=300), entry(4, size=10), entry(5, size=90)]
    found = runs(entries, BatchLimits(items=9, size=100))
    assert [[each.pointer for each in run] for run in found] == [["1"], ["2"], ["3"], ["4", "5"]]


@given(st.lists(st.integers(0, 200)), st.integers(1, 5), st.integers(1, 300))
def test_runs_lose_and_reorder_nothing(sizes: list[int], items: int, size: int) -> None:
    entries = [entry(number, size=each) for number, each in enumerate(sizes)]
    found = list(runs(entries, BatchLimits(items=items, size=size)))
    assert [each for run in found for each in run] == entries
    for run in found:
        assert 1 <= len(run) <= items
        assert len(run) == 1 or sum(each.size for each in run) <= size


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_a_follower_who_stops_anywhere_gets_everything_once(before: int, stop: int, later: int) -> None:
    pile = Pile(*(entry(number, age=number * 7 % 13) for number in range(1, before + 1)))
    first = listed(pile)[: stop + 1]
    pile.all += [entry(number) for number in range(before + 1, before + later + 1)]
    rest = listed(pile, first[-1].cursor)
    seen = [pointer for batch in pointers([*first, *rest]) for pointer in batch]
    assert sorted(seen, key=int) == [str(number) for number in range(1, before + later + 1)]


def test_a_position_survives_its_cursor() -> None:
    for below in (None, (7, "b")):
        position = Position((5, "a"), "digest", below)
        assert position_of(position.cursor()) == position
    for strange in ("", "null", "[]", '["x"]', "{}", "[[1],2,3]"):
        with pytest.raises(CursorExpired):
            position_of(Cursor(strange))


def test_a_digest_goes_on_where_it_stopped() -> None:
    one, two = entry(1), entry(2)
    running = Digest([one])
    assert running.text() == Digest([one]).text()
    running.add([two])
    assert running.text() == Digest([one, two]).text() != Digest([two, one]).text()
