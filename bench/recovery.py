"""How long until another worker takes over what a killed one was doing: SIGKILL in the middle of reading."""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, text

from bench.installation import add_user, command, environment, folder
from demo.generator import generate
from demo.writing import write
from ingest.protocol import BatchLimits
from ingest.sources.files import FilesSource
from ingest.sync import Pass
from ingest.tasks import ask_to_read
from store import people
from store.connections import Place
from store.embedded import EmbeddedPostgres
from store.engine import Database

ROUNDS = 3
DOING = text("select count(*) from procrastinate_jobs where task_name = 'read' and status = 'doing'")
LEFT = text("select count(*) from procrastinate_jobs where task_name = 'read' and status in ('todo', 'doing')")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""


def run(_asked: argparse.Namespace) -> None:
    """Print the time from the kill until the queue is read, beside that of an undisturbed worker."""
    calm = [_once(kill=False) for _ in range(ROUNDS)]
    killed = [_once(kill=True) for _ in range(ROUNDS)]
    print(f"undisturbed: {statistics.median(calm):.1f} s from start to an empty queue (median of {ROUNDS})")
    print(f"killed: {statistics.median(killed):.1f} s from SIGKILL to an empty queue (median of {ROUNDS})")


def _once(*, kill: bool) -> float:
    with folder() as base, EmbeddedPostgres(base / "home") as postgres:
        add_user(base / "home")
        server = postgres.start()
        _fill(base / "world", server.worker, server.app)
        with _worker(base / "home") as first:
            began = time.monotonic()
            if kill:
                _until(server.owner, DOING, at_least=1)
                first.kill()
                began = time.monotonic()
                with _worker(base / "home") as second:
                    _until(server.owner, LEFT, at_least=0)
                    second.terminate()
            else:
                _until(server.owner, LEFT, at_least=0)
                first.terminate()
        return time.monotonic() - began


def _fill(place: Path, worker_url: str, app_url: str) -> None:
    write(generate(1, datetime.now(UTC).date()), place)
    app, worker = Database(app_url), Database(worker_url)
    with app.transaction() as session:
        user_id = people.find_user(session, "ines").id
    over = Pass(worker, user_id, Place("files", "bench"), lambda text: text.encode(), ask_to_read)
    for _ in over.over(FilesSource(place, BatchLimits()), datetime.now(UTC)):
        pass
    app.close()
    worker.close()


def _worker(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command("work"), env=environment(home), stderr=subprocess.DEVNULL)


def _until(url: str, asked: object, *, at_least: int) -> None:
    engine = create_engine(re.sub("^postgresql:", "postgresql+psycopg:", url))
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            found = int(connection.execute(asked).scalar_one())  # type: ignore[call-overload]
        if found >= at_least > 0 or found == at_least == 0:
            engine.dispose()
            return
        time.sleep(0.02)
    raise TimeoutError
