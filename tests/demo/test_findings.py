from __future__ import annotations

from datetime import date, timedelta

import pytest

from api.web import trends
from demo import customers
from demo.customers import PLANTED
from demo.generator import generate
from store.queries.markets import ALL
from tests.demo.weeks import weeks_of

MONDAY = date(2026, 11, 23)
A_WEEK = [MONDAY + timedelta(days=day) for day in range(7)]
# The first and last day of a year, of a month, of summer time; a leap day; holidays.
OTHERS = [
    date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 29), date(2026, 4, 6), date(2026, 5, 1), date(2026, 7, 31),
    date(2026, 10, 26), date(2026, 12, 24), date(2027, 12, 31), date(2028, 2, 29),
]  # fmt: skip


@pytest.mark.parametrize("today", [*A_WEEK, *OTHERS], ids=str)
def test_on_whatever_day_the_demo_is_made_trends_find_what_was_planted(today: date) -> None:
    weeks = trends.begun(weeks_of(generate(1, today)))
    said = [found.says.partition(": ")[2].partition(" from about")[0] for found in trends.surprises(ALL, weeks, today)]
    assert sorted(said) == sorted(PLANTED.surprises)


def test_without_the_three_who_come_early_a_fourth_finding_stands_on_some_days(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the days above are for: the finding that nobody planted is seen here, too."""
    once = [each for each in customers.CUSTOMERS if each.name not in {"Brinefield", "Oxmoor Tiles", "Cullerne"}]
    monkeypatch.setattr(customers, "CUSTOMERS", tuple(once))
    found = [len(trends.surprises(ALL, trends.begun(weeks_of(generate(1, day))), day)) for day in A_WEEK]
    assert max(found) > len(PLANTED.surprises)
