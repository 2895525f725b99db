"""Which word on a stage, amount or day counts, and since when."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from store.judgement.course import Word, columns, counting, may_stand, since
from tests.builders import MONDAY

FIRST = MONDAY.date()


def word(value: str, day: int, *, typed: bool = False, approved: int = 100) -> Word:
    moment = MONDAY + timedelta(days=approved)
    return Word(value, typed, FIRST + timedelta(days=day), moment, UUID(int=day * 1000 + approved))


def test_the_newest_mail_counts_whenever_it_was_approved() -> None:
    old, new = word("asked", 1, approved=200), word("offered", 5, approved=150)
    assert counting([old, new]) == counting([new, old]) == new


def test_what_was_settled_outweighs_later_talk() -> None:
    talk, signed, further = word("talking", 1), word("customer", 3), word("talking", 9)
    assert counting([talk, signed, further]) == signed
    assert counting([talk, signed, further, word("former", 12)]).value == "former"


def test_what_was_typed_comes_first_the_newest_of_it() -> None:
    typed = [word("prospect", 2, typed=True, approved=110), word("talking", 2, typed=True, approved=120)]
    assert counting([*typed, word("customer", 9, approved=300)]).value == "talking"


def test_since_is_the_first_day_of_an_unbroken_run() -> None:
    assert since([word("talking", 1), word("talking", 4)]) == FIRST + timedelta(days=1)
    assert since([word("talking", 1), word("customer", 4), word("customer", 8)]) == FIRST + timedelta(days=4)
    assert since([word("customer", 1), word("former", 4), word("customer", 8)]) == FIRST + timedelta(days=8)
    assert since([word("customer", 1), word("talking", 4), word("customer", 8)]) == FIRST + timedelta(days=1)


def test_columns_say_what_counts_and_since_when() -> None:
    said = {"stage": [word("asked", 1), word("won", 4)], "amount": [word("5.00 EUR", 1), word("4.00 EUR", 2)]}
    assert columns("deal", said) == {"stage": "won", "stage_since": "2026-03-06", "amount": "4.00 EUR"}
    assert columns("company", {"stage": [word("talking", 0)]}) == {"stage": "talking", "stage_since": "2026-03-02"}
    assert columns("contact", said) == {}


@pytest.mark.parametrize("amount", ["42000 EUR", "42000.5 EUR", "42000.50 CHF", "0 USD", "999999999999.99 EUR"])
def test_an_amount_is_a_number_with_its_currency(amount: str) -> None:
    assert may_stand("deal", "amount", amount)


@pytest.mark.parametrize(
    "amount",
    ["", "EUR", "42000", "42,000 EUR", "4.2.0 EUR", ".5 EUR", "5. EUR", "5.001 EUR", "-5 EUR", "5 eur", "5 EURO",
     "5 €", "٥ EUR", "1000000000000 EUR", "5 EUR more"],
)  # fmt: skip
def test_anything_else_is_none(amount: str) -> None:
    assert not may_stand("deal", "amount", amount)


def test_a_stage_is_one_that_there_is_and_a_day_a_date() -> None:
    assert may_stand("company", "stage", "former")
    assert may_stand("deal", "stage", "won")
    assert not may_stand("company", "stage", "won")
    assert not may_stand("deal", "stage", "customer")
    assert may_stand("deal", "expected_on", "2026-12-03")
    assert not may_stand("deal", "expected_on", "20261203")
    assert not may_stand("deal", "expected_on", "friday")
    assert may_stand("company", "name", "anything")
    assert may_stand("interaction", "title", "anything")
