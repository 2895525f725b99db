from __future__ import annotations

from datetime import timedelta

import pytest

from store.judgement.pacing import (
    LEAST_CAP,
    LONGEST_ASKED,
    LONGEST_WAIT,
    SIGN_INS_AT_ONCE,
    SIGN_INS_PER_SECOND,
    grown,
    halved,
    refilled,
    until_next,
    wait,
)


def seconds(failures: int, chance: float = 1.0, asked: float | None = None) -> float:
    return wait(failures, chance, asked).total_seconds()


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    assert [seconds(failures) for failures in (1, 2, 3, 10)] == [1, 2, 4, 512]
    assert wait(11, 1.0) == wait(10_000, 1.0) == LONGEST_WAIT


def test_those_who_failed_together_come_back_over_the_whole_time() -> None:
    assert [seconds(5, chance) for chance in (0.0, 0.25, 1.0)] == [0, 4, 16]


def test_what_a_server_asks_for_is_the_least_and_no_more_than_a_day() -> None:
    assert seconds(1, asked=90) == 90
    assert seconds(10, asked=90) == 512
    assert wait(1, 0.0, asked=10**9) == LONGEST_ASKED


def test_a_refusal_halves_and_visits_add_slowly() -> None:
    assert [halved(cap) for cap in (16, 3, 1)] == [8, 1.5, LEAST_CAP]
    cap, visits = 1.0, 0
    while cap < 8:
        cap, visits = grown(cap, 16), visits + 1
    assert 50 < visits < 200
    assert grown(16, 16) == 16


def test_sign_ins_come_by_the_second() -> None:
    assert refilled(0, 1) == SIGN_INS_PER_SECOND
    assert refilled(SIGN_INS_AT_ONCE, 100) == SIGN_INS_AT_ONCE
    assert refilled(2, -100) == 2
    assert until_next(0) == timedelta(seconds=1 / SIGN_INS_PER_SECOND)
    assert until_next(3) == timedelta()


@pytest.mark.parametrize("failures", [1, 4, 30])
def test_a_wait_is_never_negative(failures: int) -> None:
    assert wait(failures, 0.0) == timedelta()
