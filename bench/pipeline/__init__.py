"""From a mail server to suggestions: ours and a naive pipeline on the same messages in the same run.

Both read one inbox of mixed mail from a Dovecot on this machine into the same PostgreSQL, with as many processes. Both
are warm before the clock starts. Processor time is that of their own processes and of the database, not the server's.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Row, told
from bench.installation import folder
from bench.pipeline import naive, ours
from bench.pipeline.inbox import Inbox
from bench.pipeline.mix import Mixed, mix
from bench.pipeline.naive import Naive
from bench.pipeline.usage import server_pid
from store.embedded import EmbeddedPostgres
from tests.peers.dovecot import MISSING, installed, running

MESSAGES, QUICK, WARM = 2_000, 300, 40
PROCESSES = 2
ROUNDS = 3
TARGET = 4.0


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock and of processors."""

    wall: float
    processor: float

    @classmethod
    def median(cls, rounds: Sequence[Taken]) -> Taken:
        """Of several rounds."""
        walls, processors = [each.wall for each in rounds], [each.processor for each in rounds]
        return cls(statistics.median(walls), statistics.median(processors))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which messages, and how many."""
    parser.add_argument("folder", nargs="?", type=Path, help="real messages (.eml) instead of invented ones")
    parser.add_argument("--both", action="store_true", help="as many invented messages among the real ones")
    parser.add_argument("--messages", type=int, help=f"how many there are; {MESSAGES:,} when left out")


def run(asked: argparse.Namespace) -> int:
    """Print the rates; 1 when a target is missed."""
    if not installed():
        print(MISSING)
        return 1
    mixed = mix(WARM + (asked.messages or (QUICK if asked.quick else MESSAGES)), asked.folder, both=asked.both)
    rounds = [_round(mixed) for _ in range(1 if asked.quick else ROUNDS)]
    ours_taken, naive_taken = (Taken.median(each) for each in zip(*rounds, strict=True))
    return told("pipeline", _rows(ours_taken, naive_taken, len(mixed.messages) - WARM), asked.json)


def _round(mixed: Mixed) -> tuple[Taken, Taken]:
    """Ours and the naive one, each with an inbox of its own and an empty database."""
    warm, rest = mixed.messages[:WARM], mixed.messages[WARM:]
    with running() as server, folder() as base, EmbeddedPostgres(base / "home") as postgres:
        database = Naive(postgres.start().owner, server_pid(), PROCESSES)
        theirs = naive.timed(Inbox(server, warm), rest, database)
        own = ours.timed(Inbox(server, warm), rest, base / "home", mixed.company)
        print(f"{own.suggestions} suggestions from {len(mixed.messages)} messages", flush=True)
        return Taken(own.wall, own.processor), Taken(*theirs)


def _rows(own: Taken, theirs: Taken, messages: int) -> list[Row]:
    certainty = f"{messages:,} messages, {PROCESSES} reading processes each, median round"
    cpu, wall = messages / own.processor, messages / own.wall
    naive_cpu, naive_wall = messages / theirs.processor, messages / theirs.wall
    return [
        Row("mail to suggestions, processor", cpu, "messages a second", certainty, f"naive {naive_cpu:,.0f}"),
        Row("… times the naive pipeline", cpu / naive_cpu, "", certainty, target=TARGET),
        Row("mail to suggestions, clock", wall, "messages a second", certainty, f"naive {naive_wall:,.0f}"),
        Row("… times the naive pipeline", wall / naive_wall, "", certainty, target=TARGET),
    ]
