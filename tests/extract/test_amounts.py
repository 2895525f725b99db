"""Amounts of money as people write them."""

from __future__ import annotations

import pytest

from extract.amounts import amount_in, amounts_in
from extract.facts import Span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("42,000 EUR", "42000.00 EUR"), ("42.000,50 €", "42000.50 EUR"), ("€ 42 000", "42000.00 EUR"),
        ("CHF 1'200.–", "1200.00 CHF"), ("$42k", "42000.00 USD"), ("1,2 Mio. €", "1200000.00 EUR"),
        ("3 millions d'euros", "3000000.00 EUR"), ("EUR 42.000,--", "42000.00 EUR"), ("1.234 EUR", "1234.00 EUR"),
        ("USD 1,234.5", "1234.50 USD"), ("US$ 9,999.99", "9999.99 USD"), ("42,- Euro", "42.00 EUR"),
        ("1.234.567,89 eur", "1234567.89 EUR"), ("8 400 euros", "8400.00 EUR"), (" 12   EUR ", "12.00 EUR"),
        ("£950", "950.00 GBP"), ("A$ 100", "100.00 AUD"),
    ],
)  # fmt: skip
def test_an_amount_is_a_number_with_its_currency(text: str, value: str) -> None:
    assert amount_in(text) == value


@pytest.mark.parametrize("text", ["", "42", "42 pumps", "EUR", "42 kr", "42 EUR net", "999 999 999 999 Mio. EUR"])
def test_anything_else_is_none(text: str) -> None:
    assert amount_in(text) is None


def test_amounts_stand_where_they_are_written() -> None:
    text = "Both: 42.000,50 € for one, (EUR 7) for the other; 12 pumps, order 4711, 3 m long, 5,5 Mio. € or 99x€."
    found = amounts_in(text, Span(6, len(text)))
    assert [(text[each.span.start : each.span.end], each.value) for each in found] == [
        ("42.000,50 €", "42000.50 EUR"), ("EUR 7", "7.00 EUR"), ("5,5 Mio. €", "5500000.00 EUR"),
    ]  # fmt: skip
