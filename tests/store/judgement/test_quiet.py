"""When a relationship went quiet, by its own rhythm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.judgement.quiet import quiet
from store.judgement.relationship import Touch
from tests.builders import MONDAY


def touches(every: int, number: int = 6, *, ours: bool | None = None) -> list[Touch]:
    """Contacts in a rhythm, the last one on MONDAY."""
    return [
        Touch("mail", MONDAY - timedelta(days=every * each), bool(each % 2) if ours is None else ours)
        for each in range(number)
    ]


@pytest.mark.parametrize(
    ("every", "days", "is_quiet"),
    [
        (7, 21, False),
        (7, 22, True),
        (1, 21, False),  # three days of silence are none
        (1, 22, True),
        (20, 60, False),
        (20, 61, True),
        (7, 365, True),
        (7, 366, False),  # known by now
    ],
)
def test_silence_is_measured_by_the_rhythm_before(every: int, days: int, *, is_quiet: bool) -> None:
    found = quiet(touches(every), MONDAY + timedelta(days=days))
    assert (found is not None) is is_quiet
    if found:
        assert (found.last_at, found.every_days) == (MONDAY, every)
        assert found.strength > 1.2


def test_who_was_hardly_known_does_not_go_quiet() -> None:
    then = MONDAY + timedelta(days=90)
    assert quiet(touches(7, 3), then) is None
    assert quiet(touches(29, 4, ours=True), then) is None
    assert quiet([], then) is None


def test_what_is_still_to_come_is_no_contact() -> None:
    to_come = Touch("meeting", MONDAY + timedelta(days=60), ours=True)
    assert quiet([*touches(7), to_come], MONDAY + timedelta(days=30)) is not None
