"""Allowances under the worker's role, as several processes share them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from store.allowances import Bucket, take
from tests.firm import LATER, Firm

USER, COMPANY = Bucket(b"user", 6_000, 60), Bucket(b"company", 20_000, 60)


def taken(firm: Firm, units: float, after: float = 0.0, *buckets: Bucket, history: bool = False) -> float:
    with firm.worker.transaction() as session:
        return take(session, buckets or (USER,), units, LATER + timedelta(seconds=after), history=history)


def test_no_window_sees_more_than_it_allows(firm: Firm) -> None:
    given = [second for second in range(180) for _ in range(10) if not taken(firm, 40, second)]
    for begin in range(120):
        assert sum(40 for second in given if begin <= second < begin + 60) <= 6_000
    assert len(given) * 40 >= 180 * 80


def test_the_wait_is_as_long_as_it_takes(firm: Firm) -> None:
    assert taken(firm, 1_200) == 0
    assert taken(firm, 400) == pytest.approx(5)
    assert taken(firm, 400, 4.9) > 0
    assert taken(firm, 400, 5.0) == 0
    assert taken(firm, 80, 4.0) == pytest.approx(1)  # a clock that is late takes nothing twice


def test_the_past_leaves_room_for_what_is_new(firm: Firm) -> None:
    assert taken(firm, 900, history=True) == 0
    assert taken(firm, 20, history=True) > 0
    assert taken(firm, 300) == 0


def test_out_of_all_buckets_or_none(firm: Firm) -> None:
    other = Bucket(b"other", 6_000, 60)
    small = Bucket(b"company", 600, 60)
    assert taken(firm, 100, 0.0, USER, small) == 0
    assert taken(firm, 100, 0.0, other, small) > 0
    assert taken(firm, 1_200, 0.0, other) == 0


def test_what_is_more_than_a_bucket_holds_waits_for_it_to_be_full(firm: Firm) -> None:
    assert taken(firm, 5_000) == 0
    assert taken(firm, 1) > 40


def test_many_at_once_take_no_more_than_there_is(firm: Firm) -> None:
    with ThreadPoolExecutor(4) as pool:
        waits = list(pool.map(lambda _: taken(firm, 100, 0.0, USER, COMPANY), range(20)))
    assert sum(not wait for wait in waits) == 12
