from __future__ import annotations

import pytest

from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading.process import Child, Died

MISBEHAVING = "tests.ingest.reading.readers:Misbehaving"


def test_a_child_answers_until_it_dies() -> None:
    child = Child.start(MISBEHAVING, 1.0, 2**30, warm_up=False)
    answer = child.ask(RawItem(MESSAGE, b"fine", None, "1"), ReadingContext())
    assert "extraction" in answer
    assert (child.answered, child.alive) == (1, True)
    with pytest.raises(Died):
        child.ask(RawItem(MESSAGE, b"crash", None, "2"), ReadingContext())
    child.close()
    assert not child.alive
