"""Counts, days and lengths of time in words."""

from __future__ import annotations

from datetime import date

import pytest

from i18n.phrases import about, counted, day, on_day

TODAY = date(2026, 11, 24)


def test_a_number_has_its_form_and_its_signs() -> None:
    assert [counted("{n} note", "{n} notes", count) for count in (0, 1, 2, 1_234)] == [
        "0 notes", "1 note", "2 notes", "1,234 notes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "said", "within"),
    [
        (TODAY, "today", "today"), (date(2026, 11, 23), "yesterday", "yesterday"),
        (date(2026, 11, 20), "Fri 20 Nov", "on Fri 20 Nov"),
        (date(2025, 12, 31), "Wed 31 Dec 2025", "on Wed 31 Dec 2025"),
    ],
)  # fmt: skip
def test_days(when: date, said: str, within: str) -> None:
    assert (day(when, TODAY), on_day(when, TODAY)) == (said, within)


def test_how_long_something_may_take() -> None:
    assert [about(seconds) for seconds in (1, 20, 119, 180)] == ["1 second", "20 seconds", "119 seconds", "3 minutes"]
