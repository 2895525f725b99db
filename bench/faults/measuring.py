"""Plays every fault scenario and tells what held."""

from __future__ import annotations

import argparse
import traceback
from collections.abc import Iterator, Sequence

from bench.faults import folders, killing, machine, neighbours, refusals, wire
from bench.faults.defences import DEFENCES
from bench.faults.ground import Ground, ground
from bench.faults.stage import Outcome, Scenario, Stage
from bench.faults.telling import NOT_PLAYED, Played, broken, heading, line, rows
from bench.figures import kept, table
from tests.peers.dovecot import MISSING, installed

SCENARIOS: Sequence[Scenario] = (
    *wire.SCENARIOS, *refusals.SCENARIOS, *folders.SCENARIOS, *killing.SCENARIOS, *neighbours.SCENARIOS,
    *machine.SCENARIOS,
)  # fmt: skip
QUICK = ("line cut at a random byte", "folder renumbered while it is read")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which scenarios, how often, and without which defence."""
    parser.add_argument("--seeds", type=int, default=None, help="mailboxes for each scenario, each with its own seed")
    parser.add_argument("--first", type=int, default=1, metavar="SEED", help="the first of the seeds")
    parser.add_argument("--only", metavar="WORDS", help="only scenarios in whose name these words stand")
    parser.add_argument("--without", choices=sorted(DEFENCES), help="take one defence away")
    parser.add_argument("--defences", action="store_true", help="play each once more without its own defence")


def run(asked: argparse.Namespace) -> int:
    """Print a line for each scenario as it is played; 1 when an invariant is broken."""
    if not installed():
        print(MISSING)
        return 1
    played = []
    print(heading(), flush=True)
    with ground() as one:
        for scenario in chosen(asked):
            played.append(_played(one, scenario, asked))
            print(line(played[-1]), flush=True)
    found = rows(played)
    print(f"\n{table(found)}")
    return kept("faults", found, asked.json)


def chosen(asked: argparse.Namespace) -> Iterator[Scenario]:
    """The scenarios that are asked for."""
    for scenario in SCENARIOS:
        if (asked.only or "") in scenario.name and (not asked.quick or asked.only or scenario.name in QUICK):
            yield scenario


def _played(one: Ground, scenario: Scenario, asked: argparse.Namespace) -> Played:
    wanted = max(asked.seeds or (2 if asked.quick else scenario.mailboxes), 2 if scenario.mailboxes > 1 else 1)
    outcomes: list[Outcome] = []
    while len(outcomes) < wanted:
        first = asked.first + len(outcomes)
        outcomes += play(
            one, scenario, range(first, first + scenario.mailboxes), asked.without or "", quick=asked.quick
        )
    without = None
    if asked.defences and scenario.defence:
        seeds = range(asked.first, asked.first + scenario.mailboxes)
        with ground() as other:  # what is left there may be odd
            without = broken(play(other, scenario, seeds, scenario.defence, quick=True))
    return Played(scenario, outcomes, without)


def play(one: Ground, scenario: Scenario, seeds: Sequence[int], without: str, *, quick: bool) -> list[Outcome]:
    """One playing of a scenario, with a mailbox for each seed."""
    one.forget()
    stage = Stage(one, seeds, quick, without)
    with stage.watched():
        try:
            scenario.play(stage)
            return stage.settle()
        except Exception:  # noqa: BLE001 - a bench goes on and says so
            traceback.print_exc()
            return [Outcome(seed, None, {NOT_PLAYED: 1}) for seed in seeds]
