"""Dates, numbers and lists as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from i18n.formats import calendar_day, clock, listed, locale, money, number, percent, size, weekday
from i18n.language import speaking

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("Tue 24 Nov", "Tue 24 Nov 2026", "12,345", "45%", "Monday", "A, B and C")),
        ("de", ("Di, 24. Nov.", "Di, 24. Nov. 2026", "12.345", "45\u00a0%", "Montag", "A, B und C")),
        ("fr", ("mar. 24 nov.", "mar. 24 nov. 2026", "12\u202f345", "45\u00a0%", "Lundi", "A, B et C")),
    ],
)
def test_each_language_writes_in_its_own_way(language: str, expected: tuple[str, ...]) -> None:
    with speaking(language):
        days = calendar_day(DAY, DAY), calendar_day(DAY, date(2027, 1, 1))
        assert (*days, number(12_345), percent(45), weekday(1), listed(["A", "B", "C"])) == expected


def test_the_clock_is_the_readers_and_goes_up_to_24() -> None:
    late = datetime(2026, 11, 24, 23, 5, tzinfo=UTC)
    assert (clock(late, "Europe/Berlin"), clock(late, "UTC")) == ("00:05", "23:05")
    assert (locale(), listed(["A"]), listed([])) == ("en_GB", "A", "")


@pytest.mark.parametrize(("language", "expected"), [("en", "3.4 MB"), ("de", "3,4 MB"), ("fr", "3,4 Mo")])
def test_a_size_is_written_in_the_unit_that_it_fills(language: str, expected: str) -> None:
    with speaking(language):
        assert size(3_412_345).replace("\u00a0", " ").replace("\u202f", " ") == expected
        assert size(120_400).startswith("120")


@pytest.mark.parametrize(
    ("language", "whole", "with_cents"),
    [
        ("en", "€42,000", "CHF1,000.50"), ("de", "42.000\u00a0€", "1.000,50\u00a0CHF"),
        ("fr", "42\u202f000\u00a0€", "1\u202f000,50\u00a0CHF"),
    ],
)  # fmt: skip
def test_money_has_cents_only_where_there_are_some(language: str, whole: str, with_cents: str) -> None:
    with speaking(language):
        assert (money(Decimal("42000.00"), "EUR"), money(Decimal("1000.50"), "CHF")) == (whole, with_cents)
