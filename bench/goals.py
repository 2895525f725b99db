"""Whether goals end where their forecasts say: in ranges that hold in four cases of five, for every kind of measure.

Goals are drawn from seeds and lived through week by week: rows that come evenly or in bursts (negative binomial,
dispersion 1 to 2.5), half a row to ten a week; companies of a list that get there, or are lost, each at a pace of its
own; answers of which a half to nearly all are in time; deals whose amounts differ by a factor of ten. Each is looked at
once, between its sixth week and its last but two.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from uuid import UUID

from bench.figures import Row, told
from bench.trends import DISPERSIONS, drawn_count
from store.judgement.goals.catalogue import Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.forecast import at_the_end
from store.judgement.goals.progress import WEEK, number
from store.judgement.goals.terms import Terms

MANY, QUICK = 2000, 200  # goals of each kind
BEGIN = date(2024, 1, 1)
FIRST_LOOK, LAST_LOOK = 6, 2  # weeks after the beginning, and before the end
SHORTEST, LONGEST = 10, 52


@dataclass(frozen=True, slots=True)
class Lived:
    """A goal with everything that came to count until its end, and the day on which it is looked at."""

    terms: Terms
    rows: Sequence[Counted]
    looked_at: date


def arguments(parser: argparse.ArgumentParser) -> None:
    """The first seed."""
    parser.add_argument("--seed", type=int, default=1, help="the seed that goals are drawn from")


def run(asked: argparse.Namespace) -> int:
    """Draw goals of every kind, forecast each once, and print how many ended within their range."""
    chance = random.Random(asked.seed)  # noqa: S311 - made-up goals
    rows = [row for kind in KINDS for row in _covered(chance, kind, QUICK if asked.quick else MANY)]
    return told("goals", rows, asked.json)


def _covered(chance: random.Random, kind: Kind, many: int) -> list[Row]:
    held = [found for found in (_is_held(kind, _live(chance, kind)) for _ in range(many)) if found is not None]
    certainty = f"n {len(held):,}"
    return [
        Row(
            f"{kind}: goals that end within their range of 80 %, at least",
            fmean(held),
            certainty=certainty,
            target=0.75,
        ),
        Row("the same, at most", fmean(held), certainty=certainty, target=0.85, at_most=True),
    ]


def _is_held(kind: Kind, lived: Lived) -> bool | None:
    """Whether it ended within the range; None where there was too little to say."""
    known = [_as_known(row, lived.looked_at) for row in lived.rows if row.day <= lived.looked_at]
    expected = at_the_end(kind, lived.terms, known, lived.looked_at)
    ended = number(kind, lived.rows, lived.terms.ends_on)
    return expected.holds(ended) if expected and ended is not None else None


def _as_known(row: Counted, day: date) -> Counted:
    """A row as it stood: what ceases to count later counts."""
    return row if not row.until or row.until <= day else Counted(row.of, row.ref, row.name, row.day, row.notes)


def _live(chance: random.Random, kind: Kind) -> Lived:
    weeks = chance.randint(SHORTEST, LONGEST)
    look = BEGIN + chance.randint(FIRST_LOOK, weeks - LAST_LOOK) * WEEK
    rows, companies = KINDS[kind](chance, weeks)
    terms = Terms("", 1, BEGIN, BEGIN + weeks * WEEK, companies=companies)
    return Lived(terms, rows, look)


def _number(chance: random.Random, weeks: int) -> tuple[list[Counted], tuple[UUID, ...]]:
    return [_row(chance, week) for week in _weekly(chance, weeks, 0.5, 10)], ()


def _sum(chance: random.Random, weeks: int) -> tuple[list[Counted], tuple[UUID, ...]]:
    of = math.log(20_000)
    rows = [_row(chance, week, amount=round(chance.lognormvariate(of, 0.8))) for week in _weekly(chance, weeks, 0.4, 4)]
    return rows, ()


def _share(chance: random.Random, weeks: int) -> tuple[list[Counted], tuple[UUID, ...]]:
    hits = chance.uniform(0.5, 0.97)
    return [_row(chance, week, hit=chance.random() < hits) for week in _weekly(chance, weeks, 1, 15)], ()


def _list(chance: random.Random, weeks: int) -> tuple[list[Counted], tuple[UUID, ...]]:
    companies = tuple(UUID(int=at) for at in range(chance.randint(4, 40)))
    reached = _reached(chance, len(companies), weeks)
    return [_row(chance, week, ref) for ref, week in zip(companies, reached, strict=True) if week < weeks], companies


def _kept(chance: random.Random, weeks: int) -> tuple[list[Counted], tuple[UUID, ...]]:
    companies = tuple(UUID(int=at) for at in range(chance.randint(4, 40)))
    lost = _reached(chance, len(companies), 3 * weeks)
    rows = [
        Counted("companies", ref, "", BEGIN, until=_day(chance, week) if week < weeks else None)
        for ref, week in zip(companies, lost, strict=True)
    ]
    return rows, companies


KINDS: dict[Kind, Callable[[random.Random, int], tuple[list[Counted], tuple[UUID, ...]]]] = {
    "number": _number, "list": _list, "kept": _kept, "share": _share, "sum": _sum,
}  # fmt: skip


def _weekly(chance: random.Random, weeks: int, low: float, high: float) -> list[int]:
    """The week of each row, as many a week as chance has it."""
    mean = math.exp(chance.uniform(math.log(low), math.log(high)))
    dispersion = chance.choice(DISPERSIONS)
    return [week for week in range(weeks) for _ in range(drawn_count(chance, mean, dispersion))]


def _reached(chance: random.Random, many: int, weeks: int) -> list[int]:
    """In which week it happens to each of them: to a fifth or nearly all within so many weeks, to some sooner."""
    pace = -math.log(1 - chance.uniform(0.2, 0.95)) / weeks
    return [int(chance.expovariate(pace * chance.uniform(0.5, 1.5))) for _ in range(many)]


def _row(chance: random.Random, week: int, ref: UUID | None = None, *, hit: bool = True, amount: int = 0) -> Counted:
    return Counted("notes", ref or UUID(int=0), "", _day(chance, week), hit=hit, amount=amount)


def _day(chance: random.Random, week: int) -> date:
    return BEGIN + week * WEEK + timedelta(days=chance.randrange(1, 7))
