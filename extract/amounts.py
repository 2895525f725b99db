"""Amounts of money in a text: a number with its currency, as a decimal point and a code (ISO 4217).

Numbers are read alike in every language: of the last mark in a number one or two digits follow where it begins the
cents, and three where it sets thousands apart. An amount without a currency is a number like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from extract.expressions import expression
from extract.facts import Span
from extract.patterns.amounts import CURRENCIES, NO_CENTS, NUMBER, TIMES

_MOST: Final = Decimal(10) ** 12
_CENTS: Final = 2  # places
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Amount:
    """Where it stands, and its value: ``42000.00 EUR``."""

    span: Span
    value: str


def amounts_in(text: str, stretch: Span) -> tuple[Amount, ...]:
    """The amounts in a stretch of a text, in order."""
    written = text[stretch.start : stretch.end]
    found = [_amount(match, stretch.start) for match in _written().finditer(written)]
    return tuple(each for each in found if each)


def amount_in(text: str) -> str | None:
    """The amount that a text is, and nothing else; None where it is none."""
    typed = " ".join(text.split())
    match = _written().fullmatch(typed)
    found = _amount(match, 0) if match else None
    return found.value if found else None


def _amount(match: Any, offset: int) -> Amount | None:  # noqa: ANN401 - a match
    groups = match.groupdict()
    currency = CURRENCIES[(groups["before"] or groups["after"]).lower()]
    times = (groups["times"] or groups["times_after"] or "").lower()
    value = _number(groups["number"] or groups["number_after"]) * TIMES.get(times, 1)
    if value >= _MOST:
        return None
    start, end = match.span(1)
    return Amount(Span(offset + start, offset + end), f"{value.quantize(_CENT)} {currency}")


def _number(written: str) -> Decimal:
    digits = "".join(sign if sign.isdigit() else "." for sign in written)
    whole, mark, cents = digits.rpartition(".")
    if mark and len(cents) <= _CENTS:
        return Decimal(f"{whole.replace('.', '')}.{cents}")
    return Decimal(digits.replace(".", ""))


@cache
def _written() -> Any:  # noqa: ANN401 - an expression
    names, times = (
        "|".join(_escaped(each) for each in sorted(table, key=len, reverse=True)) for table in (CURRENCIES, TIMES)
    )
    first = rf"(?P<before>{names}) ?(?P<number>{NUMBER}){NO_CENTS}(?: ?(?P<times>{times})\b)?"
    last = rf"(?P<number_after>{NUMBER}){NO_CENTS}(?: ?(?P<times_after>{times}))?(?: ?(?:d['’]|of )?)(?P<after>{names})"
    return expression(rf"(?i)(?:^|[^\w.,$€£])({first}|{last})(?:[^\w]|$)")


def _escaped(name: str) -> str:
    return "".join(rf"\{sign}" if sign in "$." else sign for sign in name)
