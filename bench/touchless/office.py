"""A throw-away installation for one replay: an embedded PostgreSQL, the company's reps, reading children kept warm."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from bench.touchless.company import Company, Rep
from ingest.pipeline import Desk
from ingest.reading import ReadingPool
from store import people
from store.embedded import EmbeddedPostgres
from store.engine import WORKER_LIMITS, Database
from store.migrate import migrate

CHILDREN = 1


@dataclass(frozen=True, slots=True)
class Office:
    """What a replay works with.

    Attributes:
        users: each rep's user, by address.
        holds: how long each rep's approvals are held before they are shared, in seconds.
    """

    app: Database
    worker: Database
    pool: ReadingPool
    users: dict[str, UUID]
    holds: dict[UUID, int]
    company_key: bytes = field(repr=False)

    @property
    def desk(self) -> Desk:
        """What batches are worked with."""
        return Desk(self.worker, self.pool, self.company_key, self.keyed_hash)

    def keyed_hash(self, text: str) -> bytes:
        """The installation's keyed hash."""
        return hmac.new(self.company_key, text.encode(), hashlib.sha256).digest()


@contextmanager
def opened(home: Path, company: Company) -> Iterator[Office]:
    """An installation for a company, gone when the block ends."""
    with EmbeddedPostgres(home, durable=False) as postgres, ReadingPool(CHILDREN) as pool:
        server = postgres.start()
        migrate(server.owner)
        app, worker = Database(server.app), Database(server.worker, limits=WORKER_LIMITS)
        users = _move_in(app, company)
        with app.transaction() as session:
            holds = {user.id: user.hold_seconds for user in people.users(session)}
        try:
            yield Office(app, worker, pool, users, holds, secrets.token_bytes(32))
        finally:
            app.close()
            worker.close()


def _move_in(app: Database, company: Company) -> dict[str, UUID]:
    with app.transaction() as session:
        zone = company.reps[0].timezone if company.reps else "UTC"
        domains = tuple(company.domains)
        people.set_up(session, people.NewCompany(company.name, domains, (), "http://localhost:8080", zone, "en"))
        return {rep.address: _add(session, rep) for rep in company.reps}


def _add(session: Session, rep: Rep) -> UUID:
    new = people.NewUser(rep.address, rep.name, ("rep",), rep.timezone, "en")
    return people.add_user(session, new, rep.aliases)
