"""The command: replay worlds day by day against two oracles, and print how often reps are asked, and how rightly."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from multiprocessing import get_context
from pathlib import Path

from bench.figures import kept, table
from bench.installation import folder
from bench.touchless import answers as true_answers
from bench.touchless import company, oracle, telling
from bench.touchless.company import BadWorld
from bench.touchless.export import Document, document
from bench.touchless.judging import milliseconds_a_fact
from bench.touchless.replay import Reps, replayed
from bench.touchless.scoring import Score, score
from bench.worlds.making import make
from bench.worlds.scene import SMALL, WHOLE
from bench.worlds.writing import write

# Seeds below 100 are for fitting; the published ones have never been looked at, and the last one's words neither.
PUBLISHED = ((201, "usual"), (202, "usual"), (203, "apart"))
QUICK = ((1, "usual"),)
FITTING_WORDS = "usual"


@dataclass(frozen=True, slots=True)
class Job:
    """One replay to be made: a world on disk, its oracle's file, whether it presses ``R``."""

    name: str
    world: Path
    oracle: Path
    presses: bool
    home: Path


@dataclass(frozen=True, slots=True)
class Done:
    """What a replay came to."""

    job: Job
    score: Score
    document: Document


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument(
        "--seed", type=int, action="append", metavar="N", help="worlds for fitting, instead of the published"
    )
    parser.add_argument(
        "--export", type=Path, metavar="FILE", help="write what the (first) replay came to, for others to check"
    )
    parser.add_argument(
        "--mailboxes", type=Path, metavar="DIR", help="a world of one's own: company.json, mailboxes, calendars"
    )
    parser.add_argument("--oracle", type=Path, metavar="FILE", help="who answers in it")
    parser.add_argument(
        "--press-r", choices=("yes", "no"), help="only the oracle that accepts offered rules, or only the other"
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write every error there")


def run(asked: argparse.Namespace) -> int:
    """Print the figures; 1 when a target is missed, 2 when there is nothing to replay."""
    try:
        with folder() as base:
            done = _replay(list(_jobs(asked, base)))
    except BadWorld as error:
        print(error, file=sys.stderr)
        return 2
    if asked.export:
        asked.export.write_text(json.dumps(done[0].document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if asked.errors:
        asked.errors.write_text("".join(map(_errors, done)), encoding="utf-8")
    scores: dict[bool, list[Score]] = {}
    for each in done:
        scores.setdefault(each.job.presses, []).append(each.score)
    rows = telling.rows(scores)
    print(table(rows), telling.by_week(scores), sep="\n\n")
    return kept("touchless", rows, asked.json)


def _jobs(asked: argparse.Namespace, base: Path) -> Iterator[Job]:
    presses = {"yes": (True,), "no": (False,), None: (True, False)}[asked.press_r]
    for name, world, answering in _worlds(asked, base):
        for number, pressing in enumerate(presses):
            yield Job(name, world, answering, pressing, base / f"{name}-{number}")


def _worlds(asked: argparse.Namespace, base: Path) -> Iterator[tuple[str, Path, Path]]:
    if asked.mailboxes:
        if not asked.oracle:
            raise BadWorld("Name who answers: --oracle FILE.")
        yield "foreign", asked.mailboxes, asked.oracle
        return
    seeds = [(seed, FITTING_WORDS) for seed in asked.seed or ()] or (QUICK if asked.quick else PUBLISHED)
    for seed, words in seeds:
        place = base / f"world-{words}-{seed}"
        write(make(seed, words, SMALL if asked.quick else WHOLE), place)
        yield f"{words} {seed}", place, place / "oracle.json"


def _replay(jobs: Sequence[Job]) -> list[Done]:
    """Two at a time, each in a process of its own."""
    with ProcessPoolExecutor(min(2, len(jobs)), get_context("spawn")) as pool:
        done = []
        for each in pool.map(_one, jobs):
            print(f"{each.job.name} replayed in {each.score.seconds:.0f} s", file=sys.stderr)
            done.append(each)
        return done


def _one(job: Job) -> Done:
    ours, answering = company.read(job.world), oracle.read(job.oracle)
    with replayed(job.world, ours, Reps(answering, job.presses), job.home) as done:
        found = document(done, job.world)
        scored = score(done, found, true_answers.read(job.world, answering))
        evening = datetime.combine(done.last_day, time.max, UTC)
        return Done(job, replace(scored, milliseconds=milliseconds_a_fact(done.office, evening)), found)


def _errors(done: Done) -> str:
    head = f"# {done.job.name}, {'presses R' if done.job.presses else 'never presses R'}\n"
    return head + "".join(f"{error}\n" for error in done.score.errors) + "\n"
