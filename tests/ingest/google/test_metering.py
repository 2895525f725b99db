from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ingest.errors import Busy
from ingest.google.allowance import prices_of
from ingest.google.metering import Limits, Metered, Metering
from tests.firm import LATER, Firm


class Clock:
    def __init__(self) -> None:
        self.now = LATER

    def __call__(self) -> datetime:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def metered(firm: Firm, clock: Clock, limits: Limits | None = None, address: str = "a@x.example") -> Metered:
    metering = Metering(firm.worker, str.encode, clock, limits or Limits(), prices_of(""), clock.pause)
    return metering.of(address)


def test_a_history_is_read_as_fast_as_it_may_be_and_new_mail_waits_for_nobody(firm: Firm) -> None:
    clock = Clock()
    allowance = metered(firm, clock)
    for _ in range(50):
        allowance.spend("messages.get", 20, history=True)
    took = (clock.now - LATER).total_seconds()
    assert 50 * 400 / 80 - 15 <= took <= 50 * 400 / 80
    assert allowance.spend("messages.get", 10) == 0


def test_who_would_have_to_wait_too_long_lets_others_first(firm: Firm) -> None:
    clock = Clock()
    allowance = metered(firm, clock, Limits(user=30))
    allowance.spend("messages.get", 20)
    with pytest.raises(Busy) as busy:
        allowance.spend("history.list")
    assert (busy.value.retry_after or 0) > 90
    assert clock.now == LATER


def test_accounts_share_what_the_company_has(firm: Firm) -> None:
    clock, limits = Clock(), Limits(project=6_000)
    for number in range(3):
        metered(firm, clock, limits, f"{number}@x.example").spend("messages.get", 20)
    assert metered(firm, clock, limits, "4@x.example").spend("messages.get", 20) > 0
