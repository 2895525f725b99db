"""Kills an import at random moments, again and again, and compares the end with that of an undisturbed run."""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, text

from bench.installation import add_user, command, environment, folder
from demo.generator import generate
from demo.writing import write
from store.embedded import EmbeddedPostgres

ROUNDS = 5
LONGEST = 5.0
# What every row is compared by: content and states, not generated ids nor clocks.
COMPARED = {
    "inbound": "remote_id, media_type, sha256, payload, labels, received_at, state, reason, reader_version, gone",
    "dropped": "remote_id, reason",
    "message": "sha256, sent_at, direction, kind, kind_reason, subject, title, folder, sources, segments, attachments,"
    " evidence, warnings",
    "meeting": "uid, recurrence_id, revision, sha256, status, starts_at, ends_at, title, location, private",
    "participation": "role, address, name, person, company_domain, company_name",
    "thread_key": "key",
    "suggestion": "kind, addition, state, pile, doubt, why, fields, happened_at, day",
    "evidence": "field, source, span_start, span_end, quote",
    "suggestion_source": "happened_at, direction",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("folder", nargs="?", type=Path, help="mail to import instead of the demo's")


def run(asked: argparse.Namespace) -> None:
    """Print each round, and whether the ends are equal; exit code 1 when they are not."""
    with folder() as base:
        place = asked.folder or base / "world"
        if asked.folder is None:
            write(generate(1, datetime.now(UTC).date()), place)
        expected = _undisturbed(base / "calm", place)
        wrong = 0
        for number in range(ROUNDS):
            kills, found = _disturbed(base / f"round{number}", place, random.Random(number))  # noqa: S311 - moments
            differing = [name for name in COMPARED if found[name] != expected[name]]
            wrong += bool(differing)
            ending = f"differs in {', '.join(differing)}" if differing else "equal"
            print(f"round {number + 1}: killed {kills} times, {ending}", flush=True)
    if wrong:
        raise SystemExit(1)


def _undisturbed(home: Path, place: Path) -> dict[str, str]:
    add_user(home)
    subprocess.run(_import(place), env=environment(home), check=True, capture_output=True)
    return state(home)


def _disturbed(home: Path, place: Path, moments: random.Random) -> tuple[int, dict[str, str]]:
    add_user(home)
    kills = 0
    while True:
        with subprocess.Popen(
            _import(place), env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                if process.wait(1.5 + moments.random() * LONGEST * (1 + kills / 10)) == 0:
                    return kills, state(home)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
        time.sleep(0.2)


def state(home: Path) -> dict[str, str]:
    """A digest of every compared table."""
    with EmbeddedPostgres(home) as postgres:
        engine = create_engine(postgres.start().owner)
        found = {name: _digest(engine, name, columns) for name, columns in COMPARED.items()}
        engine.dispose()
    return found


def _digest(engine: Engine, name: str, columns: str) -> str:
    rows = text(f"select md5(row({columns})::text) from {name} order by 1")  # noqa: S608 - our own names
    with engine.connect() as connection:
        connection.execute(text(f"alter table {name} no force row level security"))
        found = connection.scalars(rows).all()
        connection.rollback()
    return f"{len(found)} {hashlib.sha256(''.join(found).encode()).hexdigest()}"


def _import(place: Path) -> list[str]:
    return command("import", str(place), "--as", "ines", "--json")
