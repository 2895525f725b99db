"""How well one of us knows one of them, in five words, worked out from the interactions that one of us approved.

Formula (docs/relationships.md): each exchange weighs one, a meeting four, halved with every 45 days since; the sum
counts half when only one side writes and they never met, and a quarter more when they both write and meet. There is no
manual score, and the same exchanges on the same day give the same word.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from extract.facts import InteractionKind

Strength = Literal["close", "good", "some", "thin", "fading"]
Writing = Literal["both", "we", "they", "nobody"]
HALF_LIFE = timedelta(days=45)
WEIGHTS: dict[InteractionKind, float] = {"mail": 1.0, "meeting": 4.0}
ONE_SIDED, BROAD = 0.5, 1.25
STEPS: tuple[tuple[float, Strength], ...] = ((12.0, "close"), (4.0, "good"), (1.2, "some"))
FORGOTTEN = 0.15  # below this what once was is thin, no longer fading
COUNTED = timedelta(days=90)  # what the explanation counts


@dataclass(frozen=True, slots=True)
class Touch:
    """One approved exchange between the two; ``ours`` when our side wrote it."""

    kind: InteractionKind
    at: datetime
    ours: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """All exchanges between the two of one kind and from one side.

    Attributes:
        weight: how many they are, each halved with every HALF_LIFE since.
        recent: how many of them are of the last COUNTED days.
    """

    kind: InteractionKind
    ours: bool
    weight: float
    recent: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Relationship:
    """The word, and what explains it: meetings and mails of the last 90 days, the last contact, who writes."""

    strength: Strength
    meetings: int
    mails: int
    last_at: datetime
    writes: Writing


def relationship(touches: Iterable[Touch], now: datetime) -> Relationship | None:
    """The relationship that exchanges until now make; None without any."""
    return of_sums(sums([touch for touch in touches if touch.at <= now], now), now)


def value(touches: Iterable[Touch], now: datetime) -> float:
    """The number behind the word: frequency and recency, times reciprocity, times breadth."""
    return _value(sums(touches, now))


def sums(touches: Iterable[Touch], now: datetime) -> list[Sum]:
    """All that a relationship takes from exchanges, of which there may be thousands."""
    alike: dict[tuple[InteractionKind, bool], list[datetime]] = defaultdict(list)
    for touch in touches:
        alike[touch.kind, touch.ours].append(touch.at)
    return [
        Sum(kind, ours, sum(math.exp2((at - now) / HALF_LIFE) for at in times),
            sum(now - at < COUNTED for at in times), max(times))
        for (kind, ours), times in alike.items()
    ]  # fmt: skip


def of_sums(found: Sequence[Sum], now: datetime) -> Relationship | None:
    """The relationship of sums as of now; None without any."""
    if not found:
        return None
    last_at = max(each.last_at for each in found)
    meetings, mails = (sum(each.recent for each in found if each.kind == kind) for kind in ("meeting", "mail"))
    return Relationship(_word(_value(found), last_at, now), meetings, mails, last_at, _writes(found))


def _value(found: Sequence[Sum]) -> float:
    frequency = sum(WEIGHTS[each.kind] * each.weight for each in found)
    kinds = {each.kind for each in found}
    met = "meeting" in kinds
    reciprocal = met or _writes(found) == "both"
    return frequency * (1.0 if reciprocal else ONE_SIDED) * (BROAD if met and "mail" in kinds else 1.0)


def _word(today: float, last_at: datetime, now: datetime) -> Strength:
    once = today * math.exp2((now - last_at) / HALF_LIFE)  # what it was at the last contact
    if now - last_at > HALF_LIFE and once >= STEPS[-1][0]:
        return "fading" if today >= FORGOTTEN else "thin"
    return next((word for least, word in STEPS if today >= least), "thin")


def _writes(found: Iterable[Sum]) -> Writing:
    sides = {each.ours for each in found if each.kind == "mail"}
    if len(sides) > 1:
        return "both"
    return "nobody" if not sides else "we" if True in sides else "they"
