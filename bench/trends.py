"""Whether trends find planted changes, keep quiet where nothing changed, and expect what then comes.

Series are drawn from seeds: weekly counts of three years that scatter as mail does (negative binomial, dispersion 1 to
2.5) around 2 to 30 a week. In one half nothing changes; in the other half the level is planted to fall to half,
to rise to double, to end or to come back, with at least half a year on either side. Every fourth series
has freak weeks (none at all, or four times as many) in it, which are no changes.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from bench.figures import Row, told
from store.judgement.trends import series

WEEKS, A_YEAR = 156, 52
STEADY, PLANTED, QUICK = 600, 600, 40
DISPERSIONS = (1.0, 1.3, 1.6, 2.5)
CLOSE = 4  # weeks that a change may be dated wrongly
HALF = 0.5  # of the level: what a fall leaves
STEP = 4  # weeks between two looks at a series as it grows
SAME = 6  # weeks within which two alarms are one


@dataclass(frozen=True, slots=True)
class Drawn:
    """A series, and where it changes; None where it does not."""

    weeks: Sequence[int]
    change: int | None


def arguments(parser: argparse.ArgumentParser) -> None:
    """The first seed."""
    parser.add_argument("--seed", type=int, default=1, help="the seed that series are drawn from")


def run(asked: argparse.Namespace) -> int:
    """Draw, look, and print how much was found."""
    chance = random.Random(asked.seed)  # noqa: S311 - made-up series
    many = QUICK if asked.quick else STEADY
    steady = [_steady(chance) for _ in range(many)]
    planted = [_planted(chance) for _ in range(many)]
    years = many * WEEKS / A_YEAR
    found = [_is_found(one) for one in planted]
    at_once = sum(len(series.of_counts(one.weeks).changes) for one in steady)
    ever = sum(_alarms(one) for one in steady[:: 4 if not asked.quick else 1])
    looked = len(steady[:: 4 if not asked.quick else 1]) * WEEKS / A_YEAR
    rows = [
        Row("planted changes found within four weeks of theirs", fmean(found), certainty=f"n {many}", target=0.9),
        Row("other changes found beside them", fmean(_others(one) for one in planted), certainty=f"n {many}"),
        Row("false alarms in 100 years, looked at once", 100 * at_once / years, target=1, at_most=True),
        Row(f"the same, looked at every {STEP} weeks", 100 * ever / looked, target=1, at_most=True),
        *_coverage([*steady, *planted]),
    ]
    return told("trends", rows, asked.json)


def _coverage(drawn: Sequence[Drawn]) -> Iterator[Row]:
    held = [holds for one in drawn for holds in _held(one)]
    certainty = f"n {len(held):,}"
    yield Row("weeks within their range of 80 %, at least", fmean(held), certainty=certainty, target=0.75)
    yield Row("the same, at most", fmean(held), certainty=certainty, target=0.85, at_most=True)


def _held(one: Drawn) -> Iterator[bool]:
    """Of each sixth week, whether it came as was expected the week before, of what was known then."""
    for at in range(A_YEAR // 2, WEEKS, 6):
        expected = series.of_counts(one.weeks[:at]).next
        if expected:
            yield expected.holds(one.weeks[at])


def _is_found(one: Drawn) -> bool:
    return any(abs(change.at - (one.change or 0)) <= CLOSE for change in series.of_counts(one.weeks).changes)


def _others(one: Drawn) -> int:
    return sum(abs(change.at - (one.change or 0)) > SAME for change in series.of_counts(one.weeks).changes)


def _alarms(one: Drawn) -> int:
    """Changes that were said at any time while the series grew, each once."""
    said = list[int]()
    for length in range(A_YEAR // 2, WEEKS + 1, STEP):
        for change in series.of_counts(one.weeks[:length]).changes:
            if all(abs(change.at - earlier) > SAME for earlier in said):
                said.append(change.at)
    return len(said)


def _steady(chance: random.Random) -> Drawn:
    level, dispersion = _kind(chance)
    return Drawn(_freaks(chance, [drawn_count(chance, level, dispersion) for _ in range(WEEKS)]), None)


def _planted(chance: random.Random) -> Drawn:
    level, dispersion = _kind(chance)
    at = chance.randrange(A_YEAR // 2, WEEKS - A_YEAR // 2)
    levels = chance.choice([(level, level * HALF), (level * HALF, level), (level, 0.0), (0.0, level)])
    weeks = [drawn_count(chance, levels[week >= at], dispersion) for week in range(WEEKS)]
    return Drawn(_freaks(chance, weeks, at), at)


def _kind(chance: random.Random) -> tuple[float, float]:
    return math.exp(chance.uniform(math.log(2), math.log(30))), chance.choice(DISPERSIONS)


def _freaks(chance: random.Random, weeks: list[int], change: int | None = None) -> list[int]:
    if chance.random() < 0.25:
        for at in chance.sample(range(WEEKS), 3):
            if change is None or abs(at - change) > 2 * CLOSE:
                weeks[at] = chance.choice([0, 4 * weeks[at]])
    return weeks


def drawn_count(chance: random.Random, mean: float, dispersion: float) -> int:
    """A count with that mean, and a variance of so many means."""
    if mean <= 0:
        return 0
    size = mean / (dispersion - 1) if dispersion > 1 else 0
    return _poisson(chance, chance.gammavariate(size, mean / size) if size else mean)


def _poisson(chance: random.Random, mean: float) -> int:
    """By the gaps between events (Knuth), in pieces small enough for the exponential."""
    number, gone = 0, chance.expovariate(1.0)
    while gone < mean:
        number += 1
        gone += chance.expovariate(1.0)
    return number
