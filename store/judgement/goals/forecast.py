"""Where a goal may end if it goes on as it does: a range that holds in four cases of five, or nothing at all.

From the goal's own weeks that are over. Fewer than ``series.LEAST`` weeks, or too few rows, are too few to say.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from statistics import fmean

from store.judgement.goals.catalogue import HUNDRED, Kind
from store.judgement.goals.counting import Counted
from store.judgement.goals.progress import WEEK, number
from store.judgement.goals.terms import Terms
from store.judgement.trends import steadiness
from store.judgement.trends.expected import SHARE, TAIL, Range, range_of_sum, reach
from store.judgement.trends.series import ENOUGH, LEAST

LEAST_ROWS = 4  # of a number or a sum; a share needs ``ENOUGH``, a list as many companies
STEPS = 200  # by which a chance is added up
LIKE = 0.8  # how much those to which it happened say of those that wait: the quick ones went first


def at_the_end(kind: Kind, terms: Terms, rows: Sequence[Counted], today: date) -> Range | None:
    """The range of the number on the last day; None when it is over, or there is too little to say."""
    over = (today - terms.begins_on) // WEEK
    left = (terms.ends_on - today) / WEEK
    past = [each for each in rows if each.day <= today]
    least = ENOUGH if kind == "share" else LEAST_ROWS
    many = len(set(terms.companies)) if kind in {"list", "kept"} else len(past)
    now = number(kind, past, today)
    if over < LEAST or left <= 0 or many < least or now is None:
        return None
    if kind in {"list", "kept"}:
        return _of_list(kind, terms, past, (today, left))
    if kind == "share":
        return _of_share(terms, past, over, left)
    if kind == "sum":
        return _of_sum(terms, past, over, left)
    more = range_of_sum(*_weekly(terms, past, over), left)
    return Range(now + more.low, now + more.high)


def _weekly(terms: Terms, rows: Sequence[Counted], over: int) -> tuple[list[float], float]:
    """How many rows each week brought, and how these scatter."""
    counts = [0.0] * over
    for each in rows:
        at = (each.day - terms.begins_on) // WEEK
        if at < over:
            counts[at] += 1
    return counts, steadiness.dispersion(counts)


def _of_list(kind: Kind, terms: Terms, rows: Sequence[Counted], when: tuple[date, float]) -> Range:
    """What becomes of the companies to which it has not happened, at the pace at which it happened to the others."""
    today, left = when
    every, lost = len(set(terms.companies)), kind == "kept"
    days = [each.until for each in rows if each.until and each.until <= today] if lost else [each.day for each in rows]
    waited = sum((day - terms.begins_on) / WEEK for day in days)
    waited += (every - len(days)) * ((today - terms.begins_on) / WEEK)
    more = range_of_waiting(len(days), waited, every - len(days), left)
    if lost:
        return Range(every - len(days) - more.high, every - len(days) - more.low)
    return Range(len(days) + more.low, len(days) + more.high)


def range_of_waiting(happened: int, waited: float, waiting: int, weeks: float) -> Range:
    """To how many of those that wait it happens within some weeks.

    Args:
        happened: to how many it did, after ``waited`` weeks of all of them together, of those that wait as well.
    """
    rates = [(at + 0.5) / STEPS * (happened + 4 * math.sqrt(happened + 1) + 2) / waited for at in range(STEPS)]
    logs = [(LIKE * happened - 0.5) * math.log(rate) - LIKE * rate * waited for rate in rates]
    weights = [math.exp(log - max(logs)) for log in logs]
    chances = [0.0] * (waiting + 1)
    for rate, weight in zip(rates, weights, strict=True):
        happens = 1 - math.exp(-rate * weeks)
        for at in range(waiting + 1):
            chances[at] += weight * math.comb(waiting, at) * happens**at * (1 - happens) ** (waiting - at)
    return _closest([chance / sum(weights) for chance in chances])


def _closest(chances: Sequence[float]) -> Range:
    """The ends between which there is closest to four fifths, about the middle."""
    below = [sum(chances[: at + 1]) for at in range(len(chances))]
    low = next(at for at, share in enumerate(below) if share >= TAIL)
    high = next((at for at, share in enumerate(below) if share >= 1 - TAIL), len(below) - 1)
    tries = [(a, b) for a in (low, low + 1) for b in (high - 1, high) if a <= b]
    return Range(*min(tries, key=lambda ends: abs(sum(chances[ends[0] : ends[1] + 1]) - SHARE)))


def _of_share(terms: Terms, rows: Sequence[Counted], over: int, left: float) -> Range:
    """As many rows a week as there were; of these any number may hit, each as likely as its chance has it."""
    hits, more = sum(each.hit for each in rows), round(len(rows) / over * left)
    share = (hits + 0.5) / (len(rows) + 1)
    steady = _unevenness(terms, rows, over, share) * (1 + more / len(rows))
    chances = [0.0] * (HUNDRED + 1)
    for at, chance in enumerate(_hits(more, share, steady)):
        chances[(hits + at) * HUNDRED // (len(rows) + more)] += chance
    return _closest(chances)


def _unevenness(terms: Terms, rows: Sequence[Counted], over: int, share: float) -> float:
    """How much more the hits of a week scatter than chance alone has it; leaning on chance while weeks are few."""
    missed = defaultdict[int, float](float)
    for each in rows:
        missed[(each.day - terms.begins_on) // WEEK] += each.hit - share
    usual = steadiness.WEIGHT * len(rows) / over
    own = sum(each**2 for each in missed.values()) / (share * (1 - share))
    return max(1.0, (own + usual) / (len(rows) + usual))


def _hits(many: int, share: float, uneven: float) -> list[float]:
    """The chance of 0, 1, 2, … hits among so many (beta-binomial, with that many times the variance of chance)."""
    firm = max(many - 1, 0.5) / max(uneven - 1, 0.001)
    yes, no = share * firm, (1 - share) * firm
    whole = math.lgamma(firm) - math.lgamma(yes) - math.lgamma(no) + math.lgamma(many + 1) - math.lgamma(firm + many)
    return [
        math.exp(
            whole
            + math.lgamma(at + yes)
            + math.lgamma(many - at + no)
            - math.lgamma(at + 1)
            - math.lgamma(many - at + 1)
        )
        for at in range(many + 1)
    ]


def _of_sum(terms: Terms, rows: Sequence[Counted], over: int, left: float) -> Range:
    """As many rows a week as there were, each as large as those were: their sum scatters by both."""
    counts, dispersion = _weekly(terms, rows, over)
    number_of, mean = len(rows) / over * left, fmean(each.amount for each in rows)
    square = fmean(each.amount**2 for each in rows)
    spread = number_of * (square + (dispersion - 1) * mean**2) * (1 + left / len(counts))
    now, half = sum(each.amount for each in rows), reach(len(rows)) * math.sqrt(spread)
    return Range(max(now, round(now + number_of * mean - half)), round(now + number_of * mean + half))
