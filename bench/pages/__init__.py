"""How long the server takes for the pages of companies, lists, searches and trends over very many notes.

Notes are made up in two sizes, a tenth and the whole, each in a database of the product's own; then pages are asked for
as a signed-in manager asks, and the time until the answer is ready is taken. The first rounds are not counted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi.testclient import TestClient
from sqlalchemy import text

from api.app import create_app
from api.parts import Parts
from api.settings import WebSettings
from bench.figures import Row, told
from bench.installation import folder
from bench.pages.seed import Size, fill, settle
from ingest.connect import opener_of
from ingest.settings import IngestSettings
from store import people
from store.crypto import Sealer
from store.embedded import EmbeddedPostgres
from store.embedded.launcher import Server
from store.engine import WORKER_LIMITS, Acting, Database
from store.migrate import migrate
from store.weeks import count_marked

NOTES, QUICK, TENTH = 1_000_000, 30_000, 10
ROUNDS, WARM = 60, 8
GROWTH = 1.5
HERE: Final = "http://localhost:8080"
# Each page, and the milliseconds that 95 of 100 answers may take at most.
TARGETS: Final = {
    "company page": 100, "list of 50": 60, "search with a typo": 60, "trends over 3 years": 300, "manager home": 150,
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """How many notes, and whether a tenth is measured beside them."""
    parser.add_argument("--notes", type=int, default=NOTES, help="notes of the larger size")
    parser.add_argument("--alone", action="store_true", help="without a tenth beside it, to compare with")


def run(asked: argparse.Namespace) -> int:
    """Fill, ask, and print how long answers take."""
    notes = min(asked.notes, QUICK) if asked.quick else asked.notes
    before = {} if asked.alone else measured(Size(notes // TENTH))
    now = measured(Size(notes))
    rows = []
    for name, target in TARGETS.items():
        took = now[name]
        rows.append(
            Row(
                f"{name}, p95 at {notes:,} notes",
                _p95(took),
                "ms",
                f"median {statistics.median(took):.1f} ms",
                target=target,
                at_most=True,
            )
        )
        if before:
            grown = statistics.median(took) / statistics.median(before[name])
            rows.append(
                Row(f"… growth from {notes // TENTH:,} notes, medians", grown, "times", target=GROWTH, at_most=True)
            )
    rows += [Row(name, statistics.median(took), "ms") for name, took in now.items() if name not in TARGETS]
    return told("pages", rows, asked.json)


def measured(size: Size) -> Mapping[str, Sequence[float]]:
    """Milliseconds of each answer, by page."""
    with folder() as base, EmbeddedPostgres(base / "home", durable=False) as postgres:
        server = postgres.start()
        migrate(server.owner)
        fill(base / "home", size)
        settle(base / "home")
        counting = _count(server, base)
        with _asking(server) as (client, session):
            return {"summing all weeks, once": [counting], **_times(client, session)}


def _count(server: Server, base: Path) -> float:
    """Milliseconds for all sums, as the worker makes them."""
    database = Database(server.worker, limits=WORKER_LIMITS)
    began, counted = time.perf_counter(), False
    while not counted:
        with database.transaction(Acting(UUID(int=1))) as session:
            counted = count_marked(session, datetime.now(UTC).date())
    database.close()
    settle(base / "home")
    return 1000 * (time.perf_counter() - began)


@contextmanager
def _asking(server: Server) -> Iterator[tuple[TestClient, Database]]:
    database = Database(server.app)
    parts = Parts(database, WebSettings(), Sealer(bytes(32)), HERE, None, opener=opener_of(IngestSettings()))
    with database.transaction() as session:
        manager = session.execute(text("select id from app_user where 'manager' = any(roles)")).scalar_one()
        token = people.use_link(session, people.make_link(session, manager, datetime.now(UTC)), datetime.now(UTC))
    client = TestClient(create_app(parts), base_url=HERE, headers={"Cookie": f"__Host-sid={token}"})
    yield client, database
    client.close()
    database.close()


def _times(client: TestClient, database: Database) -> Mapping[str, Sequence[float]]:
    chance = random.Random(20260302)  # noqa: S311 - which pages are asked for
    with database.transaction(Acting(UUID(int=1))) as session:
        firms = session.execute(text("select id::text, name from company order by id")).all()
    # As often as it is in notes: the busiest are looked at most.
    some = [firms[int(len(firms) * chance.random() ** 2)] for _ in range(ROUNDS + WARM)]
    asked: Mapping[str, Callable[[int], str]] = {
        "company page": lambda at: f"/companies/{some[at][0]}",
        "list of 50": lambda at: f"/companies?after={some[at][0]}",
        "search with a typo": lambda at: f"/find?q={_mistyped(some[at][1], chance)}",
        "trends over 3 years": lambda _: "/trends",
        "manager home": lambda _: "/today",
    }
    return {name: [_took(client, of(at)) for at in range(ROUNDS + WARM)][WARM:] for name, of in asked.items()}


def _mistyped(name: str, chance: random.Random) -> str:
    word = name.split(maxsplit=1)[0].lower()
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _took(client: TestClient, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    took = 1000 * (time.perf_counter() - began)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    return took


def _p95(took: Sequence[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]
