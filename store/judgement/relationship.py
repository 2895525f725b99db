"""How well one of us knows one of them, in five words, worked out from the interactions that one of us approved.

Formula (docs/relationships.md): each exchange weighs one, a meeting four, halved with every 45 days since; the sum
counts half when only one side writes and they never met, and a quarter more when they both write and meet. There is no
manual score, and the same exchanges on the same day give the same word.
"""

from __future__ import annotations

import math
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
class Relationship:
    """The word, and what explains it: meetings and mails of the last 90 days, the last contact, who writes."""

    strength: Strength
    meetings: int
    mails: int
    last_at: datetime
    writes: Writing


def relationship(touches: Sequence[Touch], now: datetime) -> Relationship | None:
    """The relationship that exchanges until now make; None without any."""
    past = [touch for touch in touches if touch.at <= now]
    if not past:
        return None
    last_at = max(touch.at for touch in past)
    recent = [touch.kind for touch in past if now - touch.at < COUNTED]
    return Relationship(
        _word(past, last_at, now), recent.count("meeting"), recent.count("mail"), last_at, _writes(past)
    )


def value(touches: Iterable[Touch], now: datetime) -> float:
    """The number behind the word: frequency and recency, times reciprocity, times breadth."""
    found = list(touches)
    frequency = sum(WEIGHTS[touch.kind] * math.exp2((touch.at - now) / HALF_LIFE) for touch in found)
    kinds = {touch.kind for touch in found}
    met = "meeting" in kinds
    reciprocal = met or _writes(found) == "both"
    return frequency * (1.0 if reciprocal else ONE_SIDED) * (BROAD if met and "mail" in kinds else 1.0)


def _word(touches: Sequence[Touch], last_at: datetime, now: datetime) -> Strength:
    today = value(touches, now)
    if now - last_at > HALF_LIFE and value(touches, last_at) >= STEPS[-1][0]:
        return "fading" if today >= FORGOTTEN else "thin"
    return next((word for least, word in STEPS if today >= least), "thin")


def _writes(touches: Iterable[Touch]) -> Writing:
    sides = {touch.ours for touch in touches if touch.kind == "mail"}
    if len(sides) > 1:
        return "both"
    return "nobody" if not sides else "we" if True in sides else "they"
