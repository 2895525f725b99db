"""Plays every fault scenario and tells what held."""

from __future__ import annotations

import argparse
import traceback
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from bench.faults import (
    diaries,
    disk,
    dripping,
    folders,
    google,
    killing,
    machine,
    neighbours,
    points,
    refusals,
    tokens,
    wire,
)
from bench.faults.defences import DEFENCES
from bench.faults.ground import Ground, ground
from bench.faults.stage import CONVERGED_WITHIN, Outcome, Scenario, Stage
from bench.faults.telling import NOT_PLAYED, Played, broken, heading, line, rows, summary
from bench.figures import kept, table
from tests.peers.dovecot import MISSING, installed
from tests.peers.small_disk import may_mount

SCENARIOS: Sequence[Scenario] = (
    *wire.SCENARIOS, *dripping.SCENARIOS, *refusals.SCENARIOS, *tokens.SCENARIOS, *folders.SCENARIOS,
    *killing.SCENARIOS, *points.SCENARIOS, *neighbours.SCENARIOS, *machine.SCENARIOS, *disk.SCENARIOS,
    *google.SCENARIOS, *diaries.SCENARIOS,
)  # fmt: skip
SPOILS = "seen before"  # a defence that cannot be given back to the ground
PATIENCE_WITHOUT = 35.0  # seconds; with their defences all but the worst are there after 25
QUICK = ("line cut at a random byte", "folder renumbered while it is read")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which scenarios, how often, and without which defence."""
    parser.add_argument("--seeds", type=int, default=None, help="mailboxes for each scenario, each with its own seed")
    parser.add_argument("--first", type=int, default=1, metavar="SEED", help="the first of the seeds")
    parser.add_argument("--only", metavar="WORDS", help="only scenarios in whose name these words stand")
    parser.add_argument("--part", type=_part, default=(1, 1), metavar="N/M", help="every Mth scenario, from the Nth on")
    parser.add_argument("--without", choices=sorted(DEFENCES), help="take one defence away")
    parser.add_argument("--defences", action="store_true", help="play each once more without its own defence")


def _part(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError("a part is named like 1/2")
    return int(number), int(of)


def run(asked: argparse.Namespace) -> int:
    """Print a line for each scenario as it is played; 1 when an invariant is broken."""
    if not installed():
        print(MISSING)
        return 1
    played = []
    print(heading(), flush=True)
    with ExitStack() as stack:
        grounds = Grounds(stack)
        for scenario in chosen(asked):
            played.append(_played(grounds, scenario, asked))
            print(line(played[-1]), flush=True)
    found = rows(played)
    print(f"\n{table(found)}\n{summary(played)}")
    return kept("faults", found, asked.json)


def chosen(asked: argparse.Namespace) -> Iterator[Scenario]:
    """The scenarios that are asked for, and that this machine lets us play."""
    number, of = asked.part
    fit = [
        scenario
        for scenario in SCENARIOS
        if (asked.only or "") in scenario.name
        and (not asked.quick or asked.only or scenario.name in QUICK)
        and (may_mount() or not scenario.disk)
    ]
    yield from fit[number - 1 :: of]


@dataclass(frozen=True, slots=True)
class Grounds:
    """One for all that is played with every defence, one for the rest, and new ones for what leaves them odd."""

    stack: ExitStack
    _kept: dict[bool, Ground] = field(default_factory=dict)

    @contextmanager
    def of(self, scenario: Scenario, *, defended: bool) -> Iterator[Ground]:
        """Where a scenario is played."""
        if scenario.disk or (scenario.defence == SPOILS and not defended):
            with ground(megabytes=scenario.disk) as own:
                yield own
            return
        if defended not in self._kept:
            self._kept[defended] = self.stack.enter_context(ground())
        yield self._kept[defended]


def _played(grounds: Grounds, scenario: Scenario, asked: argparse.Namespace) -> Played:
    wanted = max(asked.seeds or (2 if asked.quick else scenario.mailboxes), 2 if scenario.mailboxes > 1 else 1)
    outcomes: list[Outcome] = []
    while len(outcomes) < wanted:
        first = asked.first + len(outcomes)
        with grounds.of(scenario, defended=not asked.without) as one:
            outcomes += play(
                one, scenario, range(first, first + scenario.mailboxes), asked.without or "", quick=asked.quick
            )
    without = None
    if asked.defences and scenario.defence:
        seeds = range(asked.first, asked.first + scenario.mailboxes)
        with grounds.of(scenario, defended=False) as other:
            without = broken(play(other, scenario, seeds, scenario.defence, quick=True))
    return Played(scenario, outcomes, without)


def play(one: Ground, scenario: Scenario, seeds: Sequence[int], without: str, *, quick: bool) -> list[Outcome]:
    """One playing of a scenario, with a mailbox for each seed."""
    one.forget()
    stage = Stage(one, seeds, quick, without, PATIENCE_WITHOUT if without else CONVERGED_WITHIN)
    with stage.watched():
        try:
            scenario.play(stage)
            return stage.settle()
        except Exception:  # noqa: BLE001 - a bench goes on and says so
            traceback.print_exc()
            return [Outcome(seed, None, {NOT_PLAYED: 1}) for seed in seeds]
