"""How long the server takes for the pages of companies, lists, searches and trends over very many notes.

Notes are made up in two sizes, a tenth and the whole, each in a database of the product's own, with the product's own
sums by week. Then each page is asked for of both in turn, so that what else the machine does slows both alike.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from operator import attrgetter
from pathlib import Path
from statistics import median, quantiles
from typing import Final
from uuid import UUID

from bench.figures import Row, told
from bench.installation import folder
from bench.pages.asking import Asking, Took, addresses, asking
from bench.pages.seed import Size, fill, settle, superuser
from store.embedded import EmbeddedPostgres
from store.engine import WORKER_LIMITS, Acting, Database
from store.migrate import is_current, migrate
from store.weeks import count_marked

NOTES, QUICK, TENTH = 1_000_000, 20_000, 10
ROUNDS, WARM = 60, 6
GROWTH: Final = 1.5
# Each page, and the milliseconds that 95 of 100 answers may take at most; None where nobody said.
TARGETS: Final[Mapping[str, float | None]] = {
    "company page": 100, "person page": 100, "list of 50 companies": 60, "list of 50 people": 60,
    "search with a typo": 60, "search for a word and a name": 60, "trends over 3 years": 300, "manager home": 150,
    "timeline": None,
}  # fmt: skip
Times = Mapping[str, Sequence[Took]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many notes, and where filled databases are kept."""
    parser.add_argument("--interactions", type=int, default=NOTES, help="notes of the larger size")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="answers of each page that are counted")
    parser.add_argument("--keep", type=Path, help="a folder for the filled databases, to measure them again")


def run(asked: argparse.Namespace) -> int:
    """Fill, ask, and print how long answers take."""
    notes = min(asked.interactions, QUICK) if asked.quick else asked.interactions
    with ExitStack() as stack:
        base = asked.keep or stack.enter_context(folder())
        sizes = (notes // TENTH, notes)
        made = [_filled(base / str(number), Size(number)) for number in sizes]
        both = [stack.enter_context(_serving(base / str(number))) for number in sizes]
        before, now = _times(both, asked.rounds)
    rows = [row for name in TARGETS for row in _rows(name, before[name], now[name])]
    rows += [Row(f"seconds to fill, {n:,} notes", took, "s") for n, took in zip(sizes, made, strict=True) if took]
    return told("pages", rows, asked.json)


def _filled(base: Path, size: Size) -> float:
    """The seconds that filling and summing took; 0 where it was filled before."""
    home = base / "home"
    if (base / "filled").exists():
        return 0
    began = time.perf_counter()
    base.mkdir(parents=True)
    base.chmod(0o755)
    with EmbeddedPostgres(home, durable=False) as postgres:
        server = postgres.start()
        migrate(server.owner)
        fill(superuser(home), size, datetime.now(UTC).date())
        settle(superuser(home))
        _sum(server.worker, datetime.now(UTC).date())
        settle(superuser(home))
    (base / "filled").touch()
    return time.perf_counter() - began


def _sum(worker: str, today: date) -> None:
    database, counted = Database(worker, limits=WORKER_LIMITS), False
    while not counted:
        with database.transaction(Acting(UUID(int=1))) as session:
            counted = count_marked(session, today)
    database.close()


@contextmanager
def _serving(base: Path) -> Iterator[tuple[Asking, str]]:
    with EmbeddedPostgres(base / "home") as postgres:
        server = postgres.start()
        if not is_current(server.owner):  # kept from an earlier release
            migrate(server.owner)
            settle(superuser(base / "home"))
        with asking(server, base / "home") as ready:
            yield ready, server.app


def _times(both: Sequence[tuple[Asking, str]], rounds: int) -> Sequence[Times]:
    """What each page took of the smaller and of the larger, asked for in turn."""
    pages = []
    for _, url in both:
        database = Database(url)
        pages.append(addresses(database, rounds + WARM))
        database.close()
    found: list[dict[str, list[Took]]] = [{name: [] for name in TARGETS} for _ in both]
    for name in TARGETS:
        for at in range(rounds + WARM):
            for (ready, _), asked, times in zip(both, pages, found, strict=True):
                role, places = asked[name]
                times[name].append(ready.took(role, places[at]))
    return [{name: took[WARM:] for name, took in times.items()} for times in found]


def _rows(name: str, before: Sequence[Took], now: Sequence[Took]) -> Iterator[Row]:
    for measure in ("clock", "processor"):
        said = f"median {_middle(now, measure):.1f} ms, n {len(now)}"
        if measure == "processor":
            said += f", database {_middle(now, 'database') / _middle(now, measure):.0%}"
        small = f"a tenth of it: {_middle(before, measure):.1f} ms, p95 {_p95(before, measure):.1f} ms"
        yield Row(f"{name}, p95 by the {measure}", _p95(now, measure), "ms", said, small, TARGETS[name], at_most=True)
    grown = _middle(now, "processor") / _middle(before, "processor")
    yield Row(f"{name}, growth, medians by the processor", grown, "times", target=GROWTH, at_most=True)


def _middle(took: Sequence[Took], measure: str) -> float:
    return float(median(map(attrgetter(measure), took)))


def _p95(took: Sequence[Took], measure: str) -> float:
    return float(quantiles(map(attrgetter(measure), took), n=20)[-1])
