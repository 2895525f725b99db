"""Pages asked for as a signed-in colleague asks, with the clock and the processor beside: no browser, no network.

The application is called as its server calls it. Processor time is this process's and that of the database's processes
for the application, as the kernel counts them: on a machine that does other things it says more than the clock.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import psycopg
from sqlalchemy import text
from starlette.types import ASGIApp, Message

from api.app import create_app
from api.cli.garbage import spare_what_is_loaded
from api.parts import Parts
from api.settings import WebSettings
from bench.pages.seed import superuser
from ingest.connect import opener_of
from ingest.settings import IngestSettings
from store import people
from store.crypto import Sealer
from store.embedded.launcher import Server
from store.engine import Acting, Database

HERE: Final = "http://localhost:8080"
PROCESSES: Final = "select pid from pg_stat_activity where usename = 'boswell_app'"


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one answer: by the clock, and of the processor for the application and the database."""

    clock: float
    application: float
    database: float

    @property
    def processor(self) -> float:
        """Of both."""
        return self.application + self.database


@dataclass(frozen=True, slots=True)
class Asking:
    """An application over one database, with a rep and a manager signed in."""

    app: ASGIApp
    tokens: Mapping[str, str]
    server: psycopg.Connection[tuple[Any, ...]] = field(repr=False)

    def took(self, role: str, address: str) -> Took:
        """Ask for a page.

        Raises:
            SystemExit: it is not there.
        """
        processes = [pid for (pid,) in self.server.execute(PROCESSES)]
        before, own, began = _ran(processes), time.process_time(), time.perf_counter()
        status = asyncio.run(_asked(self.app, address, self.tokens[role]))
        clock, own = time.perf_counter() - began, time.process_time() - own
        if status != 200:
            raise SystemExit(f"{address} answered {status}.")
        return Took(1000 * clock, 1000 * own, 1000 * (_ran(processes) - before))


@contextmanager
def asking(server: Server, home: Path) -> Iterator[Asking]:
    """The application over a database."""
    database = Database(server.app)
    parts = Parts(database, WebSettings(), Sealer(bytes(32)), HERE, None, opener=opener_of(IngestSettings()))
    tokens = {role: _signed_in(database, role) for role in ("rep", "manager")}
    with psycopg.connect(superuser(home), autocommit=True) as watching:
        app = create_app(parts)
        spare_what_is_loaded()
        yield Asking(app, tokens, watching)
    database.close()


def _signed_in(database: Database, role: str) -> str:
    now = datetime.now(UTC)
    with database.transaction() as session:
        one = text("select id from app_user where :role = any(roles) order by id limit 1")
        token = people.use_link(
            session, people.make_link(session, session.execute(one, {"role": role}).scalar_one(), now), now
        )
    return token or ""


async def _asked(app: ASGIApp, address: str, token: str) -> int:
    path, _, query = address.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"localhost:8080"), (b"cookie", f"__Host-sid={token}".encode())],
        "client": ("127.0.0.1", 1), "server": ("localhost", 8080), "state": {},
    }  # fmt: skip
    answered: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        answered.append(message)

    await app(scope, receive, send)
    return int(answered[0]["status"])


def _ran(processes: Sequence[int]) -> float:
    """Seconds that these processes have run."""
    files = (Path(f"/proc/{pid}/schedstat") for pid in processes)
    return sum(int(file.read_text().split()[0]) for file in files if file.exists()) / 1e9


def addresses(database: Database, rounds: int) -> Mapping[str, tuple[str, Sequence[str]]]:
    """Who asks for which pages, drawn alike for every size: the busiest are looked at most."""
    chance = random.Random(20260302)  # noqa: S311 - which pages are asked for
    with database.transaction(Acting(UUID(int=1))) as session:
        firms = session.execute(text("select id::text, name from company order by id")).all()
        staff = session.execute(text("select id::text, name from contact order by id")).all()
    some = [firms[int(len(firms) * chance.random() ** 2)] for _ in range(rounds)]
    one = [staff[int(len(staff) * chance.random() ** 1.5)] for _ in range(rounds)]
    typed = [
        _mistyped(f[1].split()[0] if at % 2 else p[1].split()[1], chance)
        for at, (f, p) in enumerate(zip(some, one, strict=True))
    ]
    return {
        "company page": ("rep", [f"/companies/{id_}" for id_, _ in some]),
        "person page": ("rep", [f"/people/{id_}" for id_, _ in one]),
        "list of 50 companies": ("rep", [f"/companies?after={id_}" for id_, _ in some]),
        "list of 50 people": ("rep", [f"/people?after={id_}" for id_, _ in one]),
        "search with a typo": ("rep", [f"/find?q={word}" for word in typed]),
        "search for a word and a name": ("rep", [f"/find?q=offer+{name.split()[1]}" for _, name in one]),
        "trends over 3 years": ("rep", ["/trends"] * rounds),
        "manager home": ("manager", ["/today"] * rounds),
        "timeline": ("rep", ["/timeline"] * rounds),
    }


def _mistyped(name: str, chance: random.Random) -> str:
    word = name.lower()
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
