"""The command: collect examples, fit, print how reliable the card is on a world left out, write it when asked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bench.figures import Row, kept, table
from bench.installation import folder
from bench.sureness.examples import Example, Wanted, examples
from bench.sureness.fitting import Card, bands, fit, left_out_in_turn
from bench.sureness.writing import PLACE, as_module
from store.judgement import scorecard
from store.judgement.calibration import NEEDED, Record, lower_bound

FITTING, LEFT_OUT = (1, 2, 3), 4
NOTHING = Record()


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--write", action="store_true", help="fit anew and write the card that is shipped")


def run(asked: argparse.Namespace) -> int:
    """Print the reliability table of the shipped card, or of a new one, on a world that it was not fitted on."""
    seeds = (*FITTING, LEFT_OUT) if asked.write else (LEFT_OUT,)
    with folder() as base:
        found = _collect([Wanted(seed, Path(base), small=asked.quick) for seed in seeds])
    card, known = Card(scorecard.INTERCEPT, scorecard.POINTS), _shipped()
    if asked.write:
        fitted = [one for one in found if one.seed in FITTING and not one.private]
        card, known = fit(fitted), bands(left_out_in_turn(fitted))
        PLACE.write_text(as_module(card, known, FITTING))
    rest = [one for one in found if one.seed == LEFT_OUT]
    rows = reliability(card, known, rest)
    print(table(rows))
    return kept("sureness", rows, asked.json)


def reliability(card: Card, known: Sequence[tuple[float, Record]], rest: Sequence[Example]) -> list[Row]:
    """For each band what was expected and what was found; then what all that is sure came to."""
    scored = [(card.score(one.features), one.right) for one in rest]
    rows, sure, above = [], Record(), float("inf")
    for edge, before in known:
        inside = [right for score, right in scored if edge <= score < above]
        above = edge
        here = Record(float(sum(inside)), float(len(inside) - sum(inside)))
        is_sure = lower_bound(before, NOTHING) >= NEEDED
        sure = sure + here if is_sure else sure
        rows.append(_band(edge, before, here, sure=is_sure))
    share = _share(sure)
    private = sum(one.private for one in rest)
    counted = f"n {sure.right + sure.wrong:.0f} of {len(rest)}"
    return [
        *rows,
        Row("private notes among them, for the privacy doubt to tell", private, certainty=f"n {len(rest)}"),
        Row("precision of what is sure, on a world left out", share, certainty=counted, target=0.98),
    ]


def _band(edge: float, before: Record, here: Record, *, sure: bool) -> Row:
    name = f"log-odds from {edge:g}: {'sure' if sure else 'look'}"
    expected = _share(before)
    told = f"expected {'–' if expected is None else f'{expected:.3f}'}, at least {lower_bound(before, NOTHING):.3f}"
    return Row(name, _share(here), certainty=f"n {here.right + here.wrong:.0f}", baseline=told)


def _share(record: Record) -> float | None:
    whole = record.right + record.wrong
    return record.right / whole if whole else None


def _shipped() -> list[tuple[float, Record]]:
    return [(edge, Record(right, wrong)) for edge, right, wrong in scorecard.BANDS]


def _collect(wanted: Sequence[Wanted]) -> list[Example]:
    """Two worlds at a time, each in a process of its own."""
    with ProcessPoolExecutor(min(2, len(wanted)), get_context("spawn")) as pool:
        return [one for found in pool.map(examples, wanted) for one in found]
