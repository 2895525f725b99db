from __future__ import annotations

from extract.raw import MESSAGE, RawItem
from ingest.protocol import BatchLimits, Refused
from ingest.sources.gmail.contents import Outcome
from ingest.sources.gmail.handing import Handed, batches, told_gone
from ingest.sources.gmail.position import Position

BEFORE, AFTER = Position("1", done=1), Position("2", listing=False)


def test_batches_keep_their_limits_and_end_where_the_last_one_stood() -> None:
    items = [RawItem(MESSAGE, b"x" * 40, None, str(number)) for number in range(3)]
    outcomes: list[Outcome] = [*items, Refused("4", "No.")]
    handed = [Handed(each, BEFORE) for each in outcomes] + [Handed(None, AFTER)]
    by_size = list(batches(iter(handed), BatchLimits(size=80), 10))
    assert [len(batch.items) for batch in by_size] == [2, 1]
    assert [batch.cursor for batch in by_size] == [BEFORE.cursor(), AFTER.cursor()]
    assert [batch.left for batch in by_size] == [9, 0]
    assert len(list(batches(iter(handed), BatchLimits(items=1)))) == 4
    assert not list(batches(iter(()), BatchLimits()))


def test_the_last_that_is_gone_moves_the_cursor() -> None:
    told = list(told_gone({"a", "b", "c"}, BEFORE, AFTER, BatchLimits(items=2)))
    assert [(batch.gone, batch.cursor) for batch in told] == [(("a", "b"), BEFORE.cursor()), (("c",), AFTER.cursor())]
