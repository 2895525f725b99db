from __future__ import annotations

import time

import pytest

from extract.raw import MESSAGE, RawItem, ReadingContext
from ingest.reading.process import Child, Died, TooSlow

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


def test_a_child_s_processor_time_grows_with_its_work_alone() -> None:
    child = Child.start(MISBEHAVING, 0.5, 2**30, warm_up=False)
    started, began = child._processor_seconds(), time.monotonic()
    time.sleep(0.2)
    assert child._processor_seconds() - started < 0.1
    with pytest.raises(TooSlow):
        child.ask(RawItem(MESSAGE, b"loop", None, "1"), ReadingContext())
    assert 0.5 < child._processor_seconds() - started < time.monotonic() - began
    child.close()
    assert child._processor_seconds() >= began  # nobody knows any more
