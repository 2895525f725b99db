from __future__ import annotations

from bench.touchless.judging import KNOWN
from tests.bench.touchless.conftest import Played


def test_judging_is_timed_beside_many_contacts(played: Played) -> None:
    assert KNOWN == 100_000
    assert 0 < played.milliseconds < 10_000
