"""Messages a second on one core: ours with every stage on, and each baseline on the same messages in the same run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from bench.extraction import baselines, ours
from bench.extraction.gold import Gold

ROUNDS: Final = 5
OURS: Final = "boswell"


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages for each second of processor time, and the slowest message in seconds."""

    rate: float
    slowest: float


def paces(messages: Sequence[Gold], texts: Sequence[str], rounds: int = ROUNDS) -> dict[str, Pace]:
    """Every reader's pace, by name; the median of the rounds, taken in turn."""
    readers: dict[str, Callable[[bytes, str], object]] = {OURS: lambda raw, _: ours.claims(raw)}
    readers |= baselines.readers()
    for reader in readers.values():
        reader(messages[0].raw, texts[0])  # models load once
    gc.collect()
    gc.freeze()  # as reading children do
    taken: dict[str, list[list[float]]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, reader in readers.items():
            taken[name].append([_timed(reader, gold.raw, text) for gold, text in zip(messages, texts, strict=True)])
    return {name: _pace(each) for name, each in taken.items()}


def _timed(reader: Callable[[bytes, str], object], raw: bytes, text: str) -> float:
    started = time.process_time()
    with suppress(Exception):  # a baseline that fails on a message is still timed
        reader(raw, text)
    return time.process_time() - started


def _pace(rounds: Sequence[Sequence[float]]) -> Pace:
    total = statistics.median(sum(each) for each in rounds)
    slowest = max(statistics.median(times) for times in zip(*rounds, strict=True))
    return Pace(len(rounds[0]) / total, slowest)
