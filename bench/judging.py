"""How long it takes to find out who somebody is among very many known contacts.

Contacts with made-up names are put into a database of the product's own. Then people are looked up and judged in
batches, as a batch of mail does it: three of ten are somebody known under another address, one of twenty bears a known
family name and initial, the others are new.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import insert

from bench.figures import Row, told
from bench.installation import folder
from bench.pipeline.usage import processor_seconds
from store.embedded import EmbeddedPostgres, passwords
from store.embedded.account import server_account
from store.embedded.furnish import DATABASE
from store.embedded.layout import Layout
from store.engine import WORKER_LIMITS, Acting, Database
from store.judgement.drafts import AddressHistory, Known
from store.judgement.identity.profiles import Profile, person_keys
from store.judgement.people import draft_person, profile_of
from store.migrate import migrate
from store.models.people import User
from store.queries.persons import book
from store.recording import Owner

CONTACTS, QUICK = 100_000, 10_000
FACTS, BATCH = 1_500, 50
MILLISECONDS: Final = 1.0
SYLLABLES: Final = [a + b for a in "bdfghklmnprstv" for b in "aeio"]
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A made-up person."""

    name: str
    address: str
    domain: str

    @property
    def profile(self) -> Profile:
        """What is known of them."""
        return Profile((self.name,), (self.address,), (self.domain,))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every measurement takes."""
    del parser


def run(asked: argparse.Namespace) -> int:
    """Fill a database, judge, and print how long one fact takes."""
    number = QUICK if asked.quick else CONTACTS
    chance = random.Random(20260302)  # noqa: S311 - made-up names
    known = [_somebody(chance) for _ in range(number)]
    with folder() as base, EmbeddedPostgres(base / "home", durable=False) as postgres:
        server = postgres.start()
        migrate(server.owner)
        database = Database(server.worker, limits=WORKER_LIMITS)
        owner = _owner(Database(server.app))
        _fill(base / "home", known)
        facts = [_history(chance, known) for _ in range(FACTS)]
        before = processor_seconds(os.getpid())
        looked, judged, asked_about = _measure(database, owner, facts)
        worked = processor_seconds(os.getpid()) - before
    measure = f"looking up and judging a fact at {number:,} known contacts"
    rows = [
        Row(measure, looked + judged, "ms", f"n {FACTS:,}", target=MILLISECONDS, at_most=True),
        Row("of which judging", judged, "ms"),
        Row("processor time of both, the database's included", 1000 * worked / FACTS, "ms"),
        Row("facts that became a question whether two are one", asked_about / FACTS),
    ]
    return told("judging", rows, asked.json)


def _measure(database: Database, owner: Owner, facts: Sequence[AddressHistory]) -> tuple[float, float, int]:
    """Milliseconds a fact for looking up and for judging, and how many became questions."""
    looked = judged = 0.0
    questions = 0
    for start in range(0, len(facts), BATCH):
        batch = facts[start : start + BATCH]
        with database.transaction(Acting(owner.user_id)) as session:
            began = time.perf_counter()
            everybody = book(session, owner, [profile_of(each) for each in batch])
            found = time.perf_counter()
        drafts = [draft_person(each, Known(), everybody) for each in batch]
        ended = time.perf_counter()
        looked, judged = looked + found - began, judged + ended - found
        questions += sum(draft is not None and draft.kind == "merge" for draft in drafts)
    return 1000 * looked / len(facts), 1000 * judged / len(facts), questions


def _word(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(least, most)))


def _somebody(chance: random.Random) -> Somebody:
    """Family names are drawn so that few are frequent, as names are."""
    family, given = _word(_frequent(chance, 80, 40_000), 2, 4), _word(_frequent(chance, 40, 2_000), 1, 3)
    domain = f"{_word(chance, 2, 4)}{chance.randrange(1000)}.example"
    return Somebody(f"{given.title()} {family.title()}", f"{given}.{family}{chance.randrange(10**6)}@{domain}", domain)


def _frequent(chance: random.Random, head: int, most: int) -> random.Random:
    """One of ``most`` turns, the first of them about once in ``head``: as few names are frequent, and many rare."""
    turn = int(head * (1 / (1 - chance.random()) - 1))
    return random.Random(min(turn, most))  # noqa: S311 - made-up names


def _history(chance: random.Random, known: Sequence[Somebody]) -> AddressHistory:
    kind = chance.choices(range(3), weights=(30, 5, 65))[0]
    one, new = chance.choice(known), _somebody(chance)
    name = one.name if kind == 0 else f"{one.name[0]}. {one.name.split()[1]}" if kind == 1 else new.name
    address = f"{uuid4().hex[:12]}@mail.example" if kind == 0 else new.address
    domain = None if kind == 0 else new.domain
    return AddressHistory(address, ((name, 1),), 1, 1, 0, NOW, NOW.date(), domain, domain, (), date(2026, 3, 1))


def _owner(database: Database) -> Owner:
    values = {
        "address": "ines@company.example", "name": "Ines Duarte", "roles": ["rep"], "timezone": "UTC", "language": "en",
    }  # fmt: skip
    with database.transaction() as session:
        user_id = session.scalars(insert(User).values(values).returning(User.id)).one()
    return Owner(user_id, "UTC", frozenset(), frozenset(), frozenset(), b"")


def _fill(home: Path, people: Sequence[Somebody]) -> None:
    """Copy contacts in as the superuser whom the product never uses: approvals are not what is measured."""
    layout = Layout(home, server_account())
    keys = passwords.keep(layout.passwords, cluster_exists=True)
    superuser = f"host={layout.sockets} user=postgres password={keys.postgres} dbname={DATABASE}"
    with psycopg.connect(superuser) as connection:
        connection.execute("set session_replication_role = replica")
        companies = {domain: uuid4() for domain in {each.domain for each in people}}
        contacts = [(uuid4(), each) for each in people]
        for table, rows in _rows(contacts, companies):
            with connection.cursor().copy(f"copy {table} from stdin") as copy:
                for row in rows:
                    copy.write_row(row)
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute("vacuum analyze")  # as it is in an installation that has run for an hour


def _rows(
    contacts: Sequence[tuple[UUID, Somebody]], companies: dict[str, UUID]
) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    yield "company (id, name)", ((id_, domain) for domain, id_ in companies.items())
    yield "company_domain (domain, company_id)", iter(companies.items())
    yield "contact (id, name)", ((id_, each.name) for id_, each in contacts)
    yield "contact_point (contact_id, kind, value)", ((id_, "email", each.address) for id_, each in contacts)
    yield "employment (contact_id, company_id)", ((id_, companies[each.domain]) for id_, each in contacts)
    yield "contact_key (key, contact_id)", ((key, id_) for id_, each in contacts for key in person_keys(each.profile))
