"""What goes on with time, unlike a name: of a stage, an amount or an expected day the newest word counts.

What was signed, cancelled, won or lost outweighs talk: a customer who asks for a further quote is no prospect again.
What somebody typed comes before all that was read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal, TypeAlias
from uuid import UUID

Entity = Literal["company", "deal"]
Stage = Literal["prospect", "talking", "customer", "former"]
DealStage = Literal["asked", "offered", "won", "lost"]
STAGES: Final[tuple[Stage, ...]] = ("prospect", "talking", "customer", "former")
DEAL_STAGES: Final[tuple[DealStage, ...]] = ("asked", "offered", "won", "lost")
SETTLED: Final = frozenset({"customer", "former", "won", "lost"})
# The fields that go on, and the column that says since when a value stands.
GOING: Final[Mapping[str, tuple[str, ...]]] = {"company": ("stage",), "deal": ("stage", "amount", "expected_on")}
SINCE: Final[Mapping[str, str]] = {"stage": "stage_since"}


@dataclass(frozen=True, slots=True)
class Word:
    """What one approver says of such a field.

    Attributes:
        on: the day from which it holds: of the mail that says so, else the one on which it was typed.
        said_at: when it was approved.
    """

    value: str
    is_typed: bool
    on: date
    said_at: datetime
    id: UUID


Words: TypeAlias = Sequence[Word]
CURRENCY: Final = 3  # letters (ISO 4217)
MOST: Final = Decimal(10) ** 12
CENT: Final = Decimal("0.01")


def counting(words: Words) -> Word:
    """The word that counts, of one at least."""
    typed = [word for word in words if word.is_typed]
    if typed:
        return max(typed, key=lambda word: (word.said_at, word.id))
    return max(words, key=lambda word: (word.value in SETTLED, word.on, word.said_at, word.id))


def since(words: Words) -> date:
    """Since when what counts has stood without another word in between that could have counted."""
    now = counting(words)
    weighs = [word for word in words if word.value in SETTLED or now.value not in SETTLED]
    last = max((word.on for word in weighs if word.value != now.value and word.on < now.on), default=date.min)
    return min(word.on for word in words if word.value == now.value and word.on >= last)


def columns(entity: str, words: Mapping[str, Words]) -> dict[str, str]:
    """What the columns of a row say, by the words on its fields that go on."""
    found: dict[str, str] = {}
    for field in _said(entity, words):
        found[field] = counting(words[field]).value
        if field in SINCE:
            found[SINCE[field]] = since(words[field]).isoformat()
    return found


def _said(entity: str, fields: Collection[str]) -> list[str]:
    return [field for field in GOING.get(entity, ()) if field in fields]


def may_stand(entity: str, field: str, value: str) -> bool:
    """Whether a value can be kept in a field that goes on; anything can in other fields."""
    if field not in GOING.get(entity, ()):
        return True
    if field == "stage":
        return value in (STAGES if entity == "company" else DEAL_STAGES)
    return _is_amount(value) if field == "amount" else _is_day(value)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_amount(value: str) -> bool:
    """A number of at most two places, and a currency: ``42000.00 EUR``."""
    number, _, currency = value.partition(" ")
    if not (number.replace(".", "", 1).isdecimal() and number.isascii() and number[0] != "." and number[-1] != "."):
        return False
    is_currency = len(currency) == CURRENCY and currency.isascii() and currency.isalpha() and currency.isupper()
    return is_currency and Decimal(number) < MOST and Decimal(number) % CENT == 0
